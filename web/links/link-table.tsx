import { Empty } from '../console/console-page.tsx';
import { deadline, formatDay, formatTime } from '../ui/format.ts';
import { textOf } from './text.ts';
import type { LinkRow, LinksView } from './view.ts';

const states = ['active', 'expired', 'revoked'] as const;
const levels = ['commune', 'village'] as const;

type Filter = LinksView['filter'];

const pathOf = ({ province, round }: LinksView) => `/console/${province.code}/rounds/${round.id}/duong-dan`;

/** The round's links with their state and last use, filtered by addresses that can be kept. */
export function LinkTable({ view }: { view: LinksView }) {
  const text = textOf(view.language);
  return (
    <section class="links">
      <h2>{text.list}</h2>
      <Filters view={view} />
      {view.rows.length === 0 ? (
        <Empty title={text.none} next={view.form ? text.noneNext : text.noneNextReader} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section class="table-scroll" tabIndex={0} aria-label={text.list}>
          <table>
            <thead>
              <tr>
                <th scope="col">{text.unit}</th>
                <th scope="col">{text.state}</th>
                <th scope="col">{text.lastUsedAt}</th>
                <th scope="col">{text.expiresAt}</th>
                <th scope="col">{text.createdAt}</th>
                {view.canChange && <th scope="col">{text.act}</th>}
              </tr>
            </thead>
            <tbody>
              {view.rows.map((row) => (
                <LinkLine key={row.id} row={row} view={view} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {view.next && (
        <p>
          <a rel="next" href={view.next}>
            {text.next}
          </a>
        </p>
      )}
    </section>
  );
}

function Filters({ view }: { view: LinksView }) {
  const text = textOf(view.language);
  const { filter } = view;
  return (
    <>
      <Chips
        label={text.filterState}
        chips={[null, ...states].map((state) => ({
          label: state ? text.states[state] : text.all,
          href: hrefOf(view, { ...filter, state }),
          current: filter.state === state,
        }))}
      />
      <Chips
        label={text.filterLevel}
        chips={[null, ...levels].map((level) => ({
          label: level ? text.levels[level] : text.all,
          href: hrefOf(view, { ...filter, level }),
          current: filter.level === level,
        }))}
      />
    </>
  );
}

function hrefOf(view: LinksView, { state, level }: Filter): string {
  const query = new URLSearchParams({ ...(state ? { state } : {}), ...(level ? { level } : {}) }).toString();
  return query ? `${pathOf(view)}?${query}` : pathOf(view);
}

function Chips({ label, chips }: { label: string; chips: { label: string; href: string; current: boolean }[] }) {
  return (
    <nav class="chips" aria-label={label}>
      <ul>
        {chips.map((chip) => (
          <li key={chip.href}>
            <a class="chip" href={chip.href} aria-current={chip.current ? 'true' : undefined}>
              {chip.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function LinkLine({ row, view }: { row: LinkRow; view: LinksView }) {
  const text = textOf(view.language);
  const { day, time } = deadline(row.expiresAt, row.expiresAt);
  return (
    <tr>
      <th scope="row">
        {row.unit}
        {row.commune && <span class="hint link-commune">{row.commune}</span>}
      </th>
      <td>
        <span class={`link-state ${row.state}`}>{text.states[row.state]}</span>
        {row.pin && <span class="hint">, {text.withPin}</span>}
        {row.lockedUntil && (
          <span class="hint">, {text.locked(formatTime(row.lockedUntil), formatDay(row.lockedUntil))}</span>
        )}
      </td>
      <td class="figure">
        {row.lastUsedAt ? text.at(formatTime(row.lastUsedAt), formatDay(row.lastUsedAt)) : text.neverUsed}
      </td>
      <td class="figure">{time ? text.at(time, day) : day}</td>
      <td class="figure">{formatDay(row.createdAt)}</td>
      {view.canChange && <td>{row.state !== 'revoked' && <Actions row={row} view={view} />}</td>}
    </tr>
  );
}

/** Two presses for what cuts somebody off: the buttons are folded away until they are asked for. */
function Actions({ row, view }: { row: LinkRow; view: LinksView }) {
  const text = textOf(view.language);
  const path = `${pathOf(view)}/${row.id}`;
  return (
    <details>
      <summary>
        {text.change}
        <span class="visually-hidden"> {text.changeOf(row.unit)}</span>
      </summary>
      <p class="hint">{text.changeHint}</p>
      <form class="form-buttons" method="post" action={`${path}/cap-lai`}>
        <button type="submit" class="secondary">
          {text.reissue}
        </button>
        <button type="submit" class="secondary" formaction={`${path}/thu-hoi`}>
          {text.revoke}
        </button>
      </form>
    </details>
  );
}
