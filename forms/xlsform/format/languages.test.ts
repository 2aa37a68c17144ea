import { expect, test } from 'vitest';
import { languageCode, languageHeading } from './languages.ts';

test.each<[string, string | null]>([
  ['Tiếng Việt (vi)', 'vi'],
  ['TIẾNG VIỆT', 'vi'],
  ['Tiếng Việt', 'vi'],
  ['English', 'en'],
  ['vi', 'vi'],
  ['Hmong (White) (HMN)', 'hmn'],
  ['zh-Hant', 'zh-Hant'],
  ['default', ''],
  ['', ''],
  ['Klingon', null],
  ['English (1)', null],
  ['constructor', null],
])('“%s” is the language %s', (written, code) => {
  expect(languageCode(written)).toBe(code);
});

test.each(['vi', 'en', 'hmn', 'zh-Hant', 'xx'])('the heading of %s names it again', (code) => {
  expect(languageCode(languageHeading(code))).toBe(code);
});
