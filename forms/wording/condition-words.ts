import type { BinaryOperator } from '../expression/ast.ts';

/** The operators of a comparison. */
export type Comparison = Extract<BinaryOperator, '=' | '!=' | '<' | '<=' | '>' | '>='>;

/** How a condition is said in one language. */
export interface ConditionWords {
  and: string;
  or: string;
  sumOf: (parts: string[]) => string;
  /** After a number, before or around another. */
  number: Record<Comparison, (value: string) => string>;
  /** After a date, `dd/MM/yyyy`. */
  date: Record<Comparison, (day: string) => string>;
  chosen: (choice: string) => string;
  notChosen: (choice: string) => string;
  written: (text: string) => string;
  notWritten: (text: string) => string;
  answered: string;
  blank: string;
}

export const conditionWords: Record<'vi' | 'en', ConditionWords> = {
  vi: {
    and: 'và',
    or: 'hoặc',
    sumOf: (parts) => `tổng của ${parts.join(' và ')}`,
    number: {
      '=': (value) => `bằng ${value}`,
      '!=': (value) => `khác ${value}`,
      '<': (value) => `nhỏ hơn ${value}`,
      '<=': (value) => `không quá ${value}`,
      '>': (value) => `lớn hơn ${value}`,
      '>=': (value) => `từ ${value} trở lên`,
    },
    date: {
      '=': (day) => `là ngày ${day}`,
      '!=': (day) => `không phải ngày ${day}`,
      '<': (day) => `trước ngày ${day}`,
      '<=': (day) => `không muộn hơn ngày ${day}`,
      '>': (day) => `sau ngày ${day}`,
      '>=': (day) => `từ ngày ${day} trở đi`,
    },
    chosen: (choice) => `chọn “${choice}”`,
    notChosen: (choice) => `không chọn “${choice}”`,
    written: (text) => `ghi “${text}”`,
    notWritten: (text) => `không ghi “${text}”`,
    answered: 'có trả lời',
    blank: 'để trống',
  },
  en: {
    and: 'and',
    or: 'or',
    sumOf: (parts) => `the sum of ${parts.join(' and ')}`,
    number: {
      '=': (value) => `is ${value}`,
      '!=': (value) => `is not ${value}`,
      '<': (value) => `is less than ${value}`,
      '<=': (value) => `is at most ${value}`,
      '>': (value) => `is more than ${value}`,
      '>=': (value) => `is at least ${value}`,
    },
    date: {
      '=': (day) => `is ${day}`,
      '!=': (day) => `is not ${day}`,
      '<': (day) => `is before ${day}`,
      '<=': (day) => `is not after ${day}`,
      '>': (day) => `is after ${day}`,
      '>=': (day) => `is not before ${day}`,
    },
    chosen: (choice) => `is “${choice}”`,
    notChosen: (choice) => `is not “${choice}”`,
    written: (text) => `is “${text}”`,
    notWritten: (text) => `is not “${text}”`,
    answered: 'is answered',
    blank: 'is left blank',
  },
};
