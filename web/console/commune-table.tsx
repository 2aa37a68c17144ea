import { textIn } from '../../forms/index.ts';
import { StatusSign, signOf, signWord } from '../ui/status-sign.tsx';
import { unitTitle } from '../ui/unit-title.ts';
import { verdictOf } from '../ui/verdict.ts';
import { classText } from './class-text.ts';
import { textOf } from './text.ts';
import type { ReadinessRow, ResultsView } from './view.ts';

const keySigns = ['met', 'not_met', 'undetermined', 'nothing'] as const;

/** One line a commune: verdict, coverage, state and a sign for each requirement. */
export function CommuneTable({ view }: { view: ResultsView }) {
  const { language, rows } = view;
  const text = textOf(language).results;
  const requirements = view.criteria.filter((criterion) => criterion.requirement);
  const classified = rows.some((row) => row.scorecard.class);
  return (
    <section class="communes">
      <h2>{text.table}</h2>
      <p class="hint">{text.tableBody}</p>
      {requirements.length > 0 && (
        <p class="key">
          <span class="visually-hidden">{text.key}: </span>
          {keySigns.map((kind) => (
            <StatusSign key={kind} kind={kind} language={language} />
          ))}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="table-scroll" tabIndex={0} aria-label={text.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.commune}</th>
              <th scope="col">{text.verdictColumn}</th>
              <th scope="col">{text.coverageColumn}</th>
              <th scope="col">{text.state}</th>
              {classified && <th scope="col">{text.class}</th>}
              {requirements.map((criterion) => (
                <th key={criterion.id} scope="col" class="sign-cell" title={textIn(criterion.title, language)}>
                  <span aria-hidden="true">{criterion.id}</span>
                  <span class="visually-hidden">{textIn(criterion.title, language)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CommuneLine key={row.unitId} row={row} view={view} classified={classified} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function CommuneLine({ row, view, classified }: { row: ReadinessRow; view: ResultsView; classified: boolean }) {
  const { language, province, round } = view;
  const text = textOf(language).results;
  const { kind } = verdictOf(row.scorecard);
  const { answered, expected } = row.scorecard.coverage;
  const query = view.figures.shown === 'exact' ? '?figures=exact' : '';
  return (
    <tr>
      <th scope="row">
        <a href={`/console/${province.code}/rounds/${round.id}/communes/${row.unitId}${query}`}>{unitTitle(row)}</a>
      </th>
      <td>
        <StatusSign kind={kind} language={language} word={text.verdict[kind]} />
      </td>
      <td class="figure">
        {answered}/{expected}
      </td>
      <td>{text.states[row.state]}</td>
      {classified && <td>{classText(row.scorecard, language)}</td>}
      {view.criteria
        .filter((criterion) => criterion.requirement)
        .map((criterion) => {
          const result = row.scorecard.criteria.find(({ id }) => id === criterion.id);
          const sign = result ? signOf(result) : 'undetermined';
          return (
            <td key={criterion.id} class="sign-cell" title={signWord(sign, language)}>
              <StatusSign kind={sign} language={language} wordHidden />
            </td>
          );
        })}
    </tr>
  );
}
