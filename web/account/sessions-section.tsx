import { formatDay, formatTime } from '../ui/format.ts';
import { textOf } from './text.ts';
import type { AccountView, SessionRow } from './view.ts';

/** Where a person is signed in, with a way to end each but this one. */
export function SessionsSection({ view: { language, sessions } }: { view: AccountView }) {
  const { sessions: text } = textOf(language);
  const at = (instant: string) => text.at(formatTime(instant), formatDay(instant));
  const row = ({ id, browser, system, address, begunAt, seenAt, isThis }: SessionRow) => (
    <tr key={id}>
      <th scope="row">
        {text.deviceOf(browser, system)}
        {isThis && <span class="line hint">{text.isThis}</span>}
      </th>
      <td data-label={text.address}>{address ?? '–'}</td>
      <td class="figure" data-label={text.begun}>
        {at(begunAt)}
      </td>
      <td class="figure" data-label={text.seen}>
        {at(seenAt)}
      </td>
      <td>
        {!isThis && (
          <form method="post" action={`/tai-khoan/phien/${id}/ket-thuc`}>
            <button type="submit" class="secondary">
              {text.end}
            </button>
          </form>
        )}
      </td>
    </tr>
  );
  return (
    <section>
      <h2>{text.title}</h2>
      <p>{text.body}</p>
      {/* Scrolls by itself, so a keyboard must reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section class="table-scroll sessions" aria-label={text.title} tabIndex={0}>
        <table class="stacks">
          <thead>
            <tr>
              {[text.device, text.address, text.begun, text.seen].map((heading) => (
                <th scope="col" key={heading}>
                  {heading}
                </th>
              ))}
              <th scope="col">
                <span class="visually-hidden">{text.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>{sessions.map(row)}</tbody>
        </table>
      </section>
      {sessions.some(({ isThis }) => !isThis) && (
        <form class="form-buttons" method="post" action="/tai-khoan/phien/ket-thuc-cac-phien-khac">
          <button type="submit" class="secondary">
            {text.endOthers}
          </button>
        </form>
      )}
    </section>
  );
}
