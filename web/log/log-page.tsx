import { ConsolePage, Empty } from '../console/console-page.tsx';
import { formatDay, formatTime } from '../ui/format.ts';
import { renderPage } from '../ui/render.ts';
import { capitalise } from '../ui/unit-title.ts';
import { LogFilterForm } from './log-filter.tsx';
import { type LogText, textOf } from './text.ts';
import type { LogFilter, LogRow, LogView, Named } from './view.ts';

/** What was done in a province, or with accounts, roles and provinces, by whom and when, newest first, and up to where it is sealed. */
export function logPage(view: LogView): string {
  const { language, province, home, rows, next, csv } = view;
  const text = textOf(language);
  const name = province?.name ?? text.service;
  return renderPage(
    <ConsolePage view={view} title={`${text.title} – ${name}`} trail={[{ href: home, label: name }]}>
      <h1>
        <span class="caption">{name}</span> {text.title}
      </h1>
      <p class="reading">
        {province ? text.intro : text.introService} {text.appended}
      </p>
      <SealState view={view} />
      <LogFilterForm view={view} />
      <section class="log">
        <h2>{text.list}</h2>
        {rows.length === 0 ? (
          <Empty title={text.none} next={text.noneNext} />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          <section class="table-scroll" tabIndex={0} aria-label={text.list}>
            <table class="stacks">
              <thead>
                <tr>
                  <th scope="col">{text.at}</th>
                  <th scope="col">{text.act}</th>
                  <th scope="col">{text.subject}</th>
                  <th scope="col">{text.actor}</th>
                  <th scope="col">{text.detail}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Line key={row.number} row={row} view={view} />
                ))}
              </tbody>
            </table>
          </section>
        )}
        <p class="form-buttons">
          {next && (
            <a rel="next" href={next}>
              {text.next}
            </a>
          )}
          <a href={csv}>{text.csv}</a>
        </p>
      </section>
    </ConsolePage>,
  );
}

function SealState({ view: { language, sealed, unsealed } }: { view: LogView }) {
  const text = textOf(language);
  if (!sealed) return <p class="seal-state">{text.notSealed}</p>;
  return (
    <div class="seal-state">
      <p>
        {text.sealedUntil(formatTime(sealed.at), formatDay(sealed.at), sealed.number)} {text.unsealed(unsealed)}
      </p>
      <p class="hint">
        {text.head}: <code>{sealed.hash}</code>
      </p>
      <p>
        <a href={sealed.checkpoint}>{text.checkpoint}</a>
      </p>
    </div>
  );
}

function Line({ row, view }: { row: LogRow; view: LogView }) {
  const text = textOf(view.language);
  const { number, at, act, actor, subject, parts, requestId, detail } = row;
  return (
    <tr id={`e${number}`}>
      <td class="figure">
        {formatDay(at)} <span class="line hint">{formatTime(at)}</span>
      </td>
      <th scope="row">
        <a href={filtered(view, { act })}>{wordsOf(text.acts, act)}</a>
      </th>
      <td>
        <a href={filtered(view, { subject })}>
          {parts.map((part) => (
            <span key={part.kind} class="line">
              {subjectWords(part, text)}
            </span>
          ))}
        </a>
      </td>
      <td>
        <a href={filtered(view, { actor: actor.id })}>{actorWords(actor, text)}</a>{' '}
        {actor.role && (
          <span class="line hint">
            {actor.role
              .split(',')
              .map((role) => wordsOf(text.roles, role))
              .join(', ')}
          </span>
        )}
      </td>
      <td>
        <details>
          <summary>{text.numbered(number)}</summary>
          <dl class="log-detail">
            {[...detail, [text.request, requestId] as const].map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      </td>
    </tr>
  );
}

/** Words for what a table of them knows; what it does not know stands as it is recorded. */
const wordsOf = (table: Record<string, string>, key: string): string => (Object.hasOwn(table, key) ? table[key]! : key);

const short = (id: string) => (/^[0-9a-f]{8}-/.test(id) ? `…${id.slice(-6)}` : id);

/** Kinds of which a name alone does not say what is meant: a score has its commune's, a link its unit's, reminders their day. */
const NEED_KIND = new Set(['score', 'link', 'key', 'recognition', 'reminders', 'invitation']);

function subjectWords({ kind, id, name }: Named, text: LogText): string {
  if (name && !NEED_KIND.has(kind)) return capitalise(name);
  return [wordsOf(text.kinds, kind), name ?? short(id)].filter((part) => part !== '').join(' ');
}

function actorWords({ kind, id, name }: Named, text: LogText): string {
  if (kind === 'system') return text.system(wordsOf(text.jobs, id));
  return kind === 'staff' && name ? name : `${wordsOf(text.actors, kind)} ${name ?? short(id)}`;
}

/** The page's address with a further condition. */
function filtered({ path, filter }: LogView, more: Partial<LogFilter>): string {
  const set = Object.entries({ ...filter, ...more }).filter(([, value]) => value !== '');
  return `${path}?${new URLSearchParams(set)}`;
}
