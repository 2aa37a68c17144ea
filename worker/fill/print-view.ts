import type { PrintView } from '../../web/fill/print/view.ts';
import { linkView, type Opened } from './views.ts';

/** The form on paper, of all that the link shows: as it was saved, or empty to be written on. */
export function printView(opened: Opened, paper: 'filled' | 'blank'): PrintView {
  const filled = paper === 'filled';
  return {
    ...linkView(opened),
    definition: opened.file.version.document,
    filled,
    units: opened.assessments.map(({ unit, answers, raw, relevant, choices }) => ({
      id: unit.unitId,
      name: unit.name,
      kindLabel: unit.kindLabel,
      level: unit.level,
      answers: filled ? answers : {},
      raw: filled ? raw : {},
      relevant,
      choices,
    })),
  };
}
