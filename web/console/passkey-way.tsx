import { CarriedForm } from './kept-form.tsx';
import { textOf } from './text.ts';
import type { KeptForm, PageView } from './view.ts';

interface PasskeyWayProps {
  view: PageView;
  next: string;
  kept?: KeptForm | null | undefined;
}

/** Signing in by a passkey; hidden until the page's script finds that the browser knows them (web/client/passkey.ts). */
export function PasskeyWay({ view, next, kept }: PasskeyWayProps) {
  const { submit, hint, failed } = textOf(view.language).signIn.passkey;
  return (
    <form
      class="other-way"
      method="post"
      action="/sign-in/passkey"
      hidden
      data-passkey="use"
      data-options="/sign-in/passkey/options"
      data-failed={failed}
    >
      <input type="hidden" name="next" value={next} />
      <CarriedForm kept={kept} />
      <input type="hidden" name="credential" />
      <button type="submit" class="secondary" aria-describedby="passkey-hint">
        {submit}
      </button>
      <p class="hint" id="passkey-hint">
        {hint}
      </p>
      <p role="status" class="passkey-status" />
    </form>
  );
}
