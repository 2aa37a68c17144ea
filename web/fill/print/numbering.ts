import type { FormDefinition, Level, Question, Section } from '../../../forms/index.ts';

/** What stands on paper: nothing that is only computed. */
export const isPrinted = ({ type }: Question): boolean => type !== 'calculate' && type !== 'hidden';

/** What has a number: everything that is answered. */
const isNumbered = (question: Question): boolean => isPrinted(question) && question.type !== 'note';

export const sectionsOf = ({ sections }: FormDefinition, level: Level): Section[] =>
  sections.filter((section) => section.level === level);

/**
 * The number of each question of a level, through all its sections. It is that of the form and not of the page: a question keeps
 * its number where others are left out, so that a filled form can be laid beside an empty one.
 */
export function questionNumbers(definition: FormDefinition, level: Level): Map<string, number> {
  const numbered = sectionsOf(definition, level).flatMap(({ questions }) => questions.filter(isNumbered));
  return new Map(numbered.map(({ name }, index) => [name, index + 1]));
}

const ROMAN: [number, string][] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 4 → `IV`, as official documents number their parts. */
export function roman(number: number): string {
  let left = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    text += sign.repeat(Math.floor(left / value));
    left %= value;
  }
  return text;
}
