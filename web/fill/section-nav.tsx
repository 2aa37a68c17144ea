import { isFinished, ProgressWords } from './progress.tsx';
import { textOf } from './text.ts';
import type { SectionView } from './view.ts';

/** Where this section stands among the unit's, and how far it has come; unfolds to all of them. */
export function SectionNav({ view }: { view: SectionView }) {
  const { unit, base, language, section: current } = view;
  const text = textOf(language).section;
  const position = unit.sections.findIndex((section) => section.name === current.name);
  const progress = unit.sections[position];
  if (!progress) return null;
  const words = <ProgressWords progress={progress} complete={isFinished(progress)} language={language} />;
  if (unit.sections.length === 1) return <p>{words}</p>;
  return (
    <details class="section-nav">
      <summary>
        {text.partOf(position + 1, unit.sections.length)} {words}
      </summary>
      <nav aria-label={text.parts}>
        <ol>
          {unit.sections.map((section) => (
            <li key={section.name}>
              <a
                href={`${base}/${unit.id}/${section.name}`}
                aria-current={section.name === current.name ? 'page' : undefined}
              >
                {section.label}
              </a>{' '}
              <ProgressWords progress={section} complete={isFinished(section)} language={language} />
            </li>
          ))}
        </ol>
      </nav>
    </details>
  );
}
