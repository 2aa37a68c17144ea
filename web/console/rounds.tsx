import { deadline, formatDay } from '../ui/format.ts';
import { renderPage } from '../ui/render.ts';
import { ConsolePage, Empty } from './console-page.tsx';
import { PageLinks } from './page-links.tsx';
import { type ConsoleText, textOf } from './text.ts';
import type { RoundRow, RoundsView } from './view.ts';

/** The province's rounds with what has come in. */
export function roundsPage(view: RoundsView): string {
  const text = textOf(view.language);
  const list = text.roundList;
  return renderPage(
    <ConsolePage view={view} title={`${text.rounds} – ${view.province.name}`}>
      <h1>
        <span class="caption">{view.province.name}</span> {text.rounds}
      </h1>
      <PageLinks
        language={view.language}
        links={[
          [view.settingsHref, text.settingsLink],
          [view.keysHref, text.keysLink],
          [view.staffHref, text.staffLink],
          [view.logHref, text.logLink],
        ]}
      />
      {view.rounds.length === 0 ? (
        <Empty title={list.none} next={list.noneNext} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section class="table-scroll" tabIndex={0} aria-label={text.rounds}>
          <table class="stacks">
            <thead>
              <tr>
                <th scope="col">{list.name}</th>
                <th scope="col">{list.state}</th>
                <th scope="col">{list.dates}</th>
                <th scope="col">{list.submitted}</th>
                <th scope="col">{list.form}</th>
              </tr>
            </thead>
            <tbody>
              {view.rounds.map((round) => (
                <tr key={round.id}>
                  <th scope="row">
                    <a href={`/console/${view.province.code}/rounds/${round.id}`}>{round.name}</a>
                  </th>
                  <td data-label={list.state}>{list.states[round.state]}</td>
                  <td class="figure" data-label={list.dates}>
                    {dates(round, list).map((part) => (
                      <span key={part} class="line">
                        {part}
                      </span>
                    ))}
                  </td>
                  <td class="figure" data-label={list.submitted}>
                    {list.communes(round.submitted, round.communes)}
                  </td>
                  <td class="form-title" data-label={list.form}>
                    {round.formTitle}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </ConsolePage>,
  );
}

function dates(
  { opensAt, openedAt, dueAt, closesAt, closedAt, purgedAt }: RoundRow,
  text: ConsoleText['roundList'],
): string[] {
  // A closing at midnight ends the day before, so all ends are read as deadlines.
  const lastDay = (instant: string) => deadline(instant, instant).day;
  const opening = openedAt ?? opensAt;
  const takesLate = dueAt !== null && dueAt !== closesAt;
  return [
    opening && text.from(formatDay(opening)),
    takesLate && text.due(lastDay(dueAt)),
    closedAt ? text.closedOn(lastDay(closedAt)) : closesAt && (takesLate ? text.late : text.to)(lastDay(closesAt)),
    purgedAt && text.purgedOn(formatDay(purgedAt)),
  ].filter((part) => typeof part === 'string');
}
