import { Empty } from '../console/console-page.tsx';
import { deadline, formatDay, formatTime } from '../ui/format.ts';
import { KeyActions } from './key-actions.tsx';
import { textOf } from './text.ts';
import type { KeyLine, KeysView } from './view.ts';

/** The province's keys: what each may read, from where, until when, and when it was last used. */
export function KeyTable({ view }: { view: KeysView }) {
  const text = textOf(view.language);
  const { columns } = text;
  return (
    <section class="links">
      <h2>{text.list}</h2>
      {view.keys.length === 0 ? (
        <Empty title={text.none} next={view.form ? text.noneNext : text.noneReader} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section class="table-scroll" tabIndex={0} aria-label={text.list}>
          <table class="stacks">
            <thead>
              <tr>
                <th scope="col">{columns.name}</th>
                <th scope="col">{columns.state}</th>
                <th scope="col">{columns.scopes}</th>
                <th scope="col">{columns.expiresAt}</th>
                <th scope="col">{columns.lastUsedAt}</th>
                <th scope="col">{columns.networks}</th>
                {view.form && <th scope="col">{columns.act}</th>}
              </tr>
            </thead>
            <tbody>
              {view.keys.map((line) => (
                <Line key={line.id} line={line} view={view} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function Line({ line, view }: { line: KeyLine; view: KeysView }) {
  const text = textOf(view.language);
  const { name, state, scopes, expiresAt, lastUsedAt, allowedAddresses, previousEndsAt } = line;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <span class={`link-state ${state}`}>{text.states[state]}</span>
        {previousEndsAt && (
          <span class="hint">, {text.previous(formatTime(previousEndsAt), formatDay(previousEndsAt))}</span>
        )}
      </td>
      <td class="form-title" data-label={text.columns.scopes}>
        {scopes.map((scope) => text.scopeNames[scope]).join(', ')}
      </td>
      <td class="figure" data-label={text.columns.expiresAt}>
        {expiresAt ? deadline(expiresAt, expiresAt).day : text.noEnd}
      </td>
      <td class="figure" data-label={text.columns.lastUsedAt}>
        {lastUsedAt ? text.usedAt(formatTime(lastUsedAt), formatDay(lastUsedAt)) : text.neverUsed}
      </td>
      <td class="figure" data-label={text.columns.networks}>
        {allowedAddresses
          ? allowedAddresses.map((network) => (
              <span key={network} class="line">
                {network}
              </span>
            ))
          : text.anywhere}
      </td>
      {view.form && <td>{state !== 'revoked' && <KeyActions line={line} view={view} />}</td>}
    </tr>
  );
}
