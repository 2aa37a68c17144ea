import { textOf } from './text.ts';
import type { SectionProgress, UnitView } from './view.ts';

type Progress = Pick<SectionProgress, 'answered' | 'asked' | 'errors' | 'warnings'>;

/** A unit's sections added up. */
export function totalOf(unit: UnitView): Progress {
  const total = { answered: 0, asked: 0, errors: 0, warnings: 0 };
  for (const section of unit.sections) {
    total.answered += section.answered;
    total.asked += section.asked;
    total.errors += section.errors;
    total.warnings += section.warnings;
  }
  return total;
}

export function isFinished({ answered, asked, errors }: Progress): boolean {
  return answered >= asked && errors === 0;
}

/** Where to go on in a unit: what is wrong first, then what is not finished, else its beginning. */
export function sectionToOpen(unit: UnitView): SectionProgress | undefined {
  return (
    unit.sections.find((section) => section.errors > 0) ??
    unit.sections.find((section) => !isFinished(section)) ??
    unit.sections[0]
  );
}

/** "7/19 câu", "đã xong", and what is to be corrected or looked at. */
export function ProgressWords({
  progress,
  complete,
  language,
}: {
  progress: Progress;
  complete: boolean;
  language: string;
}) {
  const text = textOf(language).units;
  const { answered, asked, errors, warnings } = progress;
  return (
    <span class="progress">
      {complete ? (
        <span class="done">
          <span aria-hidden="true">✓ </span>
          {text.complete}
        </span>
      ) : (
        <span>{text.progress(answered, asked)}</span>
      )}
      {errors > 0 && <span class="has-errors">{text.errors(errors)}</span>}
      {warnings > 0 && <span class="has-warnings">{text.warnings(warnings)}</span>}
    </span>
  );
}
