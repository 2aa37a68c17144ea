import { formatDay } from '../ui/format.ts';
import { type PlatformText, textOf } from './text.ts';
import type { ProvinceAct, ProvinceView } from './view.ts';

/** What can be done with a province now, each with what follows from it. All forms lead to the page's own address. */
export function ProvinceActs({ view }: { view: ProvinceView }) {
  const text = textOf(view.language);
  if (view.acts.length === 0) return null;
  return (
    <section>
      <h2>{text.actsHeading}</h2>
      {view.acts.map((act) => (
        <Act key={act} act={act} view={view} text={text} />
      ))}
    </section>
  );
}

function Act({ act, view, text }: { act: ProvinceAct; view: ProvinceView; text: PlatformText }) {
  const { title, submit } = text.acts[act];
  return (
    <section class="province-act">
      <h3>{title}</h3>
      <p class="reading">{consequence(act, view, text)}</p>
      <form class="settings" method="post" action={`/console/he-thong/tinh/${view.province.code}`}>
        {act === 'delete' && <Confirmation view={view} text={text} />}
        {act === 'token' && <Token view={view} text={text} />}
        <p class="form-buttons">
          <button type="submit" name="act" value={act} class={act === 'continue' ? undefined : 'secondary'}>
            {submit}
          </button>
        </p>
      </form>
    </section>
  );
}

function consequence(act: ProvinceAct, { province, wouldGoAt }: ProvinceView, text: PlatformText): string {
  if (act !== 'delete') return text.acts[act].body;
  const day = formatDay(wouldGoAt);
  return province.databaseHost === null ? text.deleteByHand(day) : text.deleteBody(day);
}

const Confirmation = ({ view: { province, typedCode, errors }, text }: { view: ProvinceView; text: PlatformText }) => (
  <>
    <label class="field-label" for="code">
      {text.confirm(province.code)}
    </label>
    <input
      type="text"
      id="code"
      name="code"
      inputmode="numeric"
      autocomplete="off"
      required
      value={typedCode}
      aria-invalid={errors.includes('code') || undefined}
      aria-describedby={errors.includes('code') ? 'error' : undefined}
    />
  </>
);

const Token = ({ view: { errors }, text }: { view: ProvinceView; text: PlatformText }) => (
  <>
    <label class="field-label" for="token">
      {text.newToken}
    </label>
    <input
      type="password"
      id="token"
      name="token"
      autocomplete="off"
      required
      aria-invalid={errors.includes('token') || undefined}
      aria-describedby={errors.includes('token') ? 'error' : undefined}
    />
  </>
);
