import { ConsolePage } from '../console/console-page.tsx';
import { renderPage } from '../ui/render.ts';
import { KeyTable } from './key-table.tsx';
import { NewKeyForm } from './new-key-form.tsx';
import { textOf } from './text.ts';
import type { KeysView } from './view.ts';

/** The province's API keys: the list, the form that makes one, and once the text of one that was just made. */
export function keysPage(view: KeysView): string {
  const { language, province, shown, form, refusal, notice } = view;
  const text = textOf(language);
  const errors = form?.errors.map((field) => text.errors[field]) ?? [];
  const wrong = [refusal, ...errors].filter(Boolean).join(' ');
  return renderPage(
    <ConsolePage
      view={view}
      title={`${wrong ? (form && form.errors.length > 0 ? text.make.errorTitle : text.change.errorTitle) : ''}${text.title} – ${province.name}`}
      trail={[{ href: `/console/${province.code}`, label: province.name }]}
    >
      <h1>
        <span class="caption">{province.name}</span> {text.title}
      </h1>
      {wrong && (
        <p class="notice error" role="alert" id="error">
          {wrong}
        </p>
      )}
      {notice && (
        <p class="notice" role="status">
          {text.notices[notice]}
        </p>
      )}
      <p class="reading">{text.intro}</p>
      {shown && (
        <section class="new-key">
          <h2>{text.shown.heading(shown.name)}</h2>
          <p>
            <code>{shown.key}</code>
          </p>
          <p class="reading">{text.shown.body}</p>
        </section>
      )}
      <KeyTable view={view} />
      <NewKeyForm view={view} />
    </ConsolePage>,
  );
}
