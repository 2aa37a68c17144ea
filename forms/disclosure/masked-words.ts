import type { Mark } from './marks.ts';

/** How a number that is not shown is spoken of. */
export interface MaskedWords {
  /** In place of a number: `<5`, or that it is not given. */
  mark(mark: Mark): string;
  /** A part and its whole, of which one or none is given. */
  share(part: string, whole: string): string;
  noFigures: string;
}

export const maskedVietnamese: MaskedWords = {
  mark: (mark) => (mark === '<5' ? '<5' : 'không nêu'),
  share: (part, whole) => `${part} trên tổng số ${whole}`,
  noFigures: 'không nêu số liệu',
};

export const maskedEnglish: MaskedWords = {
  mark: (mark) => (mark === '<5' ? '<5' : 'not given'),
  share: (part, whole) => `${part}, out of ${whole}`,
  noFigures: 'figures not given',
};
