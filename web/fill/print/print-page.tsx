import { Page } from '../../ui/page.tsx';
import stylesheet from '../../ui/print.css?inline';
import { renderPage } from '../../ui/render.ts';
import { spokenTo } from '../language.ts';
import { LanguageSwitch } from '../language-switch.tsx';
import { PreviewBanner } from '../preview-banner.tsx';
import { textOf } from '../text.ts';
import { workerTextOf } from '../worker-text.ts';
import { Letterhead } from './letterhead.tsx';
import { PrintUnitPart } from './print-unit.tsx';
import { Signatures } from './signatures.tsx';
import { printTextOf } from './text.ts';
import type { PrintView } from './view.ts';

/** The form as an official document on A4: filled in as saved, or empty to be written on. On a screen it is shown as its sheet. */
export function printPage(view: PrintView): string {
  const text = printTextOf(view.language);
  const units = view.units.filter(({ level }) => view.definition.sections.some((section) => section.level === level));
  return renderPage(
    <Page
      language={spokenTo(view.language)}
      title={`${view.form.title} – ${view.filled ? text.toolbar.filled : text.toolbar.blank}`}
      nonce={view.nonce}
      stylesheet={stylesheet}
      skipLabel={workerTextOf(view.language).skip}
      masthead={<Toolbar view={view} />}
    >
      <Letterhead view={view} />
      {units.map((unit, index) => (
        <PrintUnitPart key={unit.id} view={view} unit={unit} position={index + 1} />
      ))}
      <Signatures view={view} />
    </Page>,
  );
}

/** On the screen only: the way back, the other of the two, and how to print without a script. */
function Toolbar({ view }: { view: PrintView }) {
  const text = printTextOf(view.language).toolbar;
  return (
    <>
      <PreviewBanner view={view} />
      <nav class="toolbar">
        <a href={view.base}>
          <span aria-hidden="true">‹ </span>
          {textOf(view.language).backToList}
        </a>
        <a href={`${view.base}/${view.filled ? 'phieu-trong' : 'in'}`}>{view.filled ? text.toBlank : text.toFilled}</a>
        <LanguageSwitch language={view.language} languages={view.languages} />
      </nav>
      <p>{text.how}</p>
    </>
  );
}
