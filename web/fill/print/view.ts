import type { Answers, Choice, FormDefinition } from '../../../forms/index.ts';
import type { LinkView } from '../view.ts';

/** One unit's part of the printed form. */
export interface PrintUnit {
  id: string;
  name: string;
  kindLabel: string;
  level: 'commune' | 'village';
  answers: Answers;
  /** What was typed and could not be read, by question name. */
  raw: Record<string, string>;
  relevant: ReadonlySet<string>;
  /** What is left of filtered choices, by question name. */
  choices: Record<string, Choice[]>;
}

/** The whole form of a link on paper: filled in as it was saved, or empty to be written on. */
export interface PrintView extends LinkView {
  definition: FormDefinition;
  /** The commune first, then its villages in the round's order; of a village's link that village alone. */
  units: PrintUnit[];
  filled: boolean;
}
