import { formatDay } from '../ui/format.ts';
import { textOf } from './text.ts';
import type { AccountView, PasskeyRow } from './view.ts';

/** A person's passkeys, with a way to remove each and, where the browser knows them, to add one. */
export function PasskeysSection({ view: { language, passkeys } }: { view: AccountView }) {
  const { passkeys: text } = textOf(language);
  if (!passkeys) return null;
  const row = ({ id, name, madeAt, isBackedUp }: PasskeyRow) => (
    <tr key={id}>
      <th scope="row">
        {name}
        <span class="line hint">{isBackedUp ? text.backedUp : text.onlyHere}</span>
      </th>
      <td class="figure">{madeAt ? formatDay(madeAt) : '–'}</td>
      <td>
        <form method="post" action={`/tai-khoan/khoa-dang-nhap/${id}/xoa`}>
          <button type="submit" class="secondary" aria-label={text.removeOf(name)}>
            {text.remove}
          </button>
        </form>
      </td>
    </tr>
  );
  return (
    <section>
      <h2>{text.title}</h2>
      <p>{text.body}</p>
      {passkeys.items.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        // Scrolls by itself, so a keyboard must reach it.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <section class="table-scroll" aria-label={text.title} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {[text.name, text.made].map((heading) => (
                  <th scope="col" key={heading}>
                    {heading}
                  </th>
                ))}
                <th scope="col">
                  <span class="visually-hidden">{text.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>{passkeys.items.map(row)}</tbody>
          </table>
        </section>
      )}
      <p class="hint" data-without-passkeys>
        {text.noScript}
      </p>
      <form
        class="account-form"
        method="post"
        action="/tai-khoan/khoa-dang-nhap"
        hidden
        data-passkey="make"
        data-options="/tai-khoan/khoa-dang-nhap/options"
        data-failed={text.failed}
      >
        <input type="hidden" name="credential" />
        <label for="passkey-name">{text.nameField}</label>
        <input type="text" id="passkey-name" name="name" maxlength={60} autocomplete="off" />
        <button type="submit">{text.add}</button>
        <p role="status" class="passkey-status" />
      </form>
    </section>
  );
}
