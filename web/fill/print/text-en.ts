import type { PrintText } from './text-vi.ts';

export const en: PrintText = {
  toolbar: {
    filled: 'The filled form, to print',
    blank: 'The empty form, to print',
    toFilled: 'See the filled form',
    toBlank: 'See the empty form',
    how: 'To print: on a computer press Ctrl + P; on a phone open the browser’s menu and choose Share, then Print. Choose A4 paper.',
  },

  country: 'Socialist Republic of Viet Nam',
  motto: 'Independence - Freedom - Happiness',
  committee: 'People’s Committee',
  dated: (place, day, month, year) => `${place}, ${day}/${month}/${year}`,
  kind: 'Survey form',
  by: (source) => `(Under: ${source})`,
  submitted: (time, day, reference) => `Submitted on ${day} at ${time}. Reference number: ${reference}.`,
  notSubmitted: (time, day) => `Figures saved by ${day}, ${time}; not submitted yet.`,
  dueBy: (day) => `Due by the end of ${day}.`,

  commonPart: (unit) => `Common part of ${unit}`,
  number: (number) => `Question ${number}.`,
  named: (number, label) => `question ${number} (${label})`,
  onlyIf: (condition) => `Answer only if ${condition}.`,
  sectionOnlyIf: (condition) => `Answer this part only if ${condition}.`,
  ticked: 'chosen',
  severalChoices: 'More than one may be chosen.',
  computed: 'Worked out by the system.',
  unreadable: (typed) => `“${typed}” (could not be read)`,

  preparedBy: 'Prepared by',
  signed: '(Signature, full name)',
  onBehalf: 'On behalf of the People’s Committee',
  chairman: 'Chairperson',
  sealed: '(Signature, seal)',
  confirmedBy: (commune) => `Confirmed by the People’s Committee of ${commune}`,
};
