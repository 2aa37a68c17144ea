import { ConsolePage } from '../console/console-page.tsx';
import { renderPage } from '../ui/render.ts';
import { LinkTable } from './link-table.tsx';
import { NewLinksForm } from './new-links-form.tsx';
import { textOf } from './text.ts';
import type { LinksView } from './view.ts';

/** The links of a round: how many units have one, the form that makes more, and what became of each. */
export function linksPage(view: LinksView): string {
  const { language, province, round, coverage, notice, form } = view;
  const text = textOf(language);
  const home = `/console/${province.code}`;
  return renderPage(
    <ConsolePage
      view={view}
      title={`${form?.error ? text.make.errorTitle : ''}${text.title} – ${round.name}`}
      trail={[
        { href: home, label: province.name },
        { href: `${home}/rounds/${round.id}`, label: round.name },
      ]}
    >
      <h1>
        <span class="caption">{round.name}</span> {text.title}
      </h1>
      {notice && (
        <p class="notice" role="status">
          {text.notices[notice]}
        </p>
      )}
      <p class="reading">{text.intro}</p>
      <ul class="coverage">
        {coverage.map(({ level, units, linked }) => (
          <li key={level}>{text.coverage[level](linked, units)}</li>
        ))}
      </ul>
      <NewLinksForm view={view} />
      <LinkTable view={view} />
    </ConsolePage>,
  );
}
