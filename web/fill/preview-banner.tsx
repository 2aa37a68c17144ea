import type { LinkView } from './view.ts';
import { workerTextOf } from './worker-text.ts';

/** Above every page of a form that is tried out, so that nobody takes it for the real one; nothing on a real one. */
export function PreviewBanner({ view }: { view: LinkView }) {
  if (!view.preview) return null;
  const text = workerTextOf(view.language).preview;
  return (
    <section class="preview-banner" aria-label={text.banner}>
      <p>
        <strong>{text.banner}</strong> {text.explained}
      </p>
      <p class="preview-ways">
        <a href={view.preview.start}>{text.restart}</a> <a href={view.preview.leave}>{text.leave}</a>
      </p>
    </section>
  );
}
