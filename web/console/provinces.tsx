import { renderPage } from '../ui/render.ts';
import { ConsolePage, Empty } from './console-page.tsx';
import { textOf } from './text.ts';
import type { ProvinceChoiceView } from './view.ts';

/** Which province to work in, for those who have several. */
export function provincesPage(view: ProvinceChoiceView): string {
  const text = textOf(view.language).provinceChoice;
  return renderPage(
    <ConsolePage view={view} title={text.title}>
      <h1>{text.title}</h1>
      {view.provinces.length === 0 ? (
        <Empty title={text.none} next={text.noneNext} />
      ) : (
        <ul class="choice-list">
          {view.provinces.map((province) => (
            <li key={province.code}>
              <a href={`/console/${province.code}`}>{province.name}</a>
              <span class="hint">{province.roles.map(text.role).join(', ')}</span>
            </li>
          ))}
        </ul>
      )}
    </ConsolePage>,
  );
}
