import { ConsolePage } from '../console/console-page.tsx';
import { renderPage } from '../ui/render.ts';
import { textOf } from './text.ts';
import type { RecoveryCodesView } from './view.ts';

/** Recovery codes, shown this once, to be printed. */
export function recoveryCodesPage(view: RecoveryCodesView): string {
  const { language, codes, isNew, user } = view;
  const all = textOf(language);
  const text = all.codes;
  return renderPage(
    <ConsolePage view={view} title={text.title} trail={[{ href: '/tai-khoan', label: all.title }]}>
      <h1>{text.title}</h1>
      <p class="notice not-printed" role="status">
        {isNew ? text.enabled : text.renewed}
      </p>
      <p>{text.body}</p>
      <h2 class="codes-of">{text.of(user?.name ?? '')}</h2>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li key={code} class="code">
            {code}
          </li>
        ))}
      </ul>
      <p class="back">
        <a href="/tai-khoan">{text.done}</a>
      </p>
    </ConsolePage>,
  );
}
