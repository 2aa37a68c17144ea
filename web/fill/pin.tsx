import { formatDay, formatTime } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { renderPage } from '../ui/render.ts';
import { unitTitle } from '../ui/unit-title.ts';
import { spokenTo } from './language.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { stylesheet } from './stylesheet.ts';
import type { PinView } from './view.ts';
import { workerTextOf } from './worker-text.ts';

/** Asks for a link's PIN before anything of its file is shown; says until when it takes none after too many wrong ones. */
export function pinPage(view: PinView): string {
  const words = workerTextOf(view.language);
  const { pin } = words;
  return renderPage(
    <Page
      language={spokenTo(view.language)}
      title={`${view.error ? pin.errorTitle : ''}${pin.title} – ${unitTitle(view.unit)}`}
      nonce={view.nonce}
      stylesheet={stylesheet}
      skipLabel={words.skip}
      masthead={
        <div class="masthead-inner">
          <span class="wordmark">Địa Bàn</span>
          <span class="masthead-unit">{unitTitle(view.unit)}</span>
          {view.languages && <LanguageSwitch language={view.language} languages={view.languages} />}
        </div>
      }
    >
      <h1>
        <span class="caption">{view.round.name}</span> {pin.title}
      </h1>
      {view.lockedUntil ? <Locked view={view} until={view.lockedUntil} /> : <PinForm view={view} />}
      <p class="hint">{pin.lost}</p>
      <Kept view={view} />
      <p class="problem-code hint">
        {words.message.code}: <code>{view.code}</code>
      </p>
    </Page>,
  );
}

function Locked({ view, until }: { view: PinView; until: string }) {
  const { pin } = workerTextOf(view.language);
  return (
    <div class="summary error" role="alert">
      <p>
        {view.code === 'pin_wrong' && `${view.error} `}
        {pin.tooMany}
      </p>
      <p>{pin.locked(formatTime(until), formatDay(until))}</p>
    </div>
  );
}

function PinForm({ view }: { view: PinView }) {
  const { pin } = workerTextOf(view.language);
  const { error, triesLeft } = view;
  const described = error ? 'pin-hint pin-error' : 'pin-hint';
  // What was typed elsewhere stays on this page until its owner comes back to it.
  const target = view.kept.length > 0 ? '_blank' : undefined;
  return (
    <form class="pin-form" method="post" action={`${view.base}/pin`} target={target} novalidate>
      <input type="hidden" name="next" value={view.kept.length > 0 ? view.base : view.next} />
      <div class={error ? 'question in-error' : 'question'}>
        <label for="pin" class="question-label">
          {pin.label}
        </label>
        <p class="hint" id="pin-hint">
          {pin.hint}
        </p>
        {error && (
          <p class="issue error" id="pin-error" role="alert">
            {error === 'format' ? pin.format : error}
            {triesLeft !== null && ` ${pin.triesLeft(triesLeft)}`}
          </p>
        )}
        <input
          type="text"
          id="pin"
          name="pin"
          class="number"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={12}
          aria-describedby={described}
          aria-invalid={error ? 'true' : undefined}
        />
      </div>
      <p class="after-save">
        <button type="submit">{pin.submit}</button>
      </p>
    </form>
  );
}

function Kept({ view }: { view: PinView }) {
  if (view.kept.length === 0) return null;
  const { pin } = workerTextOf(view.language);
  return (
    <section class="kept">
      <h2>{pin.keptHeading}</h2>
      <p>{pin.keptBody}</p>
      <dl class="facts">
        {view.kept.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
