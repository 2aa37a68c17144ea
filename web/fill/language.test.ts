import { describe, expect, test } from 'vitest';
import { langOf, languageName, offeredLanguages, spokenTo } from './language.ts';

test('the pages speak Vietnamese to readers of a language that only the form has', () => {
  expect(['vi', 'en', 'tyz', 'en-GB'].map(spokenTo)).toEqual(['vi', 'en', 'vi', 'vi']);
});

test("a form is offered in the pages' languages first, then in its own further ones, each once", () => {
  expect(offeredLanguages({ languages: ['tyz', 'vi'] })).toEqual(['vi', 'en', 'tyz']);
});

test('a language without a name of ours is called by its code, a variety by its language', () => {
  expect([languageName('tyz'), languageName('km-KH'), languageName('xyz')]).toEqual([
    'Tiếng Tày',
    'Tiếng Khmer',
    'xyz',
  ]);
});

describe('the lang of a label', () => {
  test('is not said where it is that of the page', () => {
    expect(langOf({ vi: 'Số hộ', en: 'Households' }, 'vi')).toBeUndefined();
    expect(langOf({ vi: 'Số hộ', en: 'Households' }, 'en')).toBeUndefined();
    expect(langOf(undefined, 'en')).toBeUndefined();
  });

  test('is said where the form has it in a language that the page does not speak', () => {
    expect(langOf({ vi: 'Số hộ', tyz: 'Rườn' }, 'tyz')).toBe('tyz');
  });

  test('is Vietnamese on an English page where it was not translated', () => {
    expect(langOf({ vi: 'Số hộ' }, 'en')).toBe('vi');
    expect(langOf({ tyz: 'Rườn' }, 'en')).toBe('tyz');
  });
});
