import { renderPage } from '../ui/render.ts';
import { ConsolePage } from './console-page.tsx';
import { SendAgain } from './kept-form.tsx';
import { textOf } from './text.ts';
import type { ContinueView } from './view.ts';

/** After the proof: what was typed before it is sent with one button, or is not. */
export function continuePage(view: ContinueView): string {
  const { title, body, submit, back } = textOf(view.language).signIn.kept;
  return renderPage(
    <ConsolePage view={view} title={title}>
      <div class="sign-in">
        <h1>{title}</h1>
        <p class="hint">{body}</p>
        <SendAgain kept={view.kept} submit={submit} />
        <p class="back">
          <a href={view.next}>{back}</a>
        </p>
      </div>
    </ConsolePage>,
  );
}
