import { describe, expect, it } from 'vitest';
import { compileForm } from '../form/compile.ts';
import type { FormScope, FormValue } from '../form/scope.ts';
import { parseExpression } from '../parse.ts';

const scope: FormScope = {
  value: (name) => ({ multi: ['a', 'b'], text: 'a b', none: [], n: 5 })[name],
  self: '  Xã  Phượng Tiến ',
  today: () => '2025-06-11',
  now: () => '2025-06-11T08:30:05.250+07:00',
  choiceLabel: (question, choice) => `${question}:${choice}`,
  random: () => 0.25,
  uuid: () => '00000000-1111-4222-8333-444444444444',
  digest: (data, algorithm, encoding) => `${algorithm} ${encoding} of ${data}`,
  position: 3,
};

const run = (source: string, from: FormScope = scope) => compileForm(parseExpression(source).ast!)(from);

function table(family: string, rows: [source: string, value: FormValue][]) {
  describe(`${family} functions in form mode`, () => {
    it.each(rows)('%s is %j', (source, value) => {
      expect(run(source)).toEqual(value);
    });
  });
}

table('logic', [
  ["if('', 1, 2)", 2],
  ["if('no', 1, 2)", 1],
  ["coalesce('', ${blank}, 0 div 0, 0, 1)", 0],
  ["coalesce('', '')", ''],
  ["once('new')", '  Xã  Phượng Tiến '],
  ['true() and not(false())', true],
  ["not('')", true],
  ["boolean('false')", true],
  ['boolean(0)', false],
  ["boolean-from-string('false')", false],
  ["boolean-from-string('true')", true],
  ["boolean-from-string('TRUE')", false],
  ['boolean-from-string(1)', true],
  ["boolean-from-string('yes')", false],
]);

table('select', [
  ["selected(${multi}, 'b')", true],
  ["selected(${text}, ' b ')", true],
  ["selected(${multi}, 'a b')", false],
  ["selected(${blank}, 'a')", false],
  ["selected(${blank}, '')", false],
  ['selected(${n}, 5)', true],
  ['selected-at(${multi}, 1)', 'b'],
  ['selected-at(${multi}, 1.9)', 'b'],
  ['selected-at(${multi}, 2)', ''],
  ['selected-at(${multi}, -1)', ''],
  ['count-selected(${text})', 2],
  ['count-selected(${none})', 0],
  ["jr:choice-name(${text}, '${text}')", 'text:a, text:b'],
  ["jr:choice-name('a', 'q')", 'q:a'],
  ["jr:choice-name(${blank}, '${q}')", ''],
]);

table('checklist', [
  ["checklist(2, 3, true(), false(), 'yes')", true],
  ['checklist(2, 3, true(), false())', false],
  ['checklist(0, 1, 1, 1)', false],
  ['checklist(-1, 1, 1)', true],
  ['checklist(1, -1, 1, 1, 1)', true],
  ['checklist(0, 0)', true],
  ['weighted-checklist(3, 5, true(), 2, true(), 1.5)', true],
  ['weighted-checklist(3, 5, true(), 2, false(), 1.5)', false],
  ['weighted-checklist(-1, 3, true(), 2, true(), 2)', false],
  ['weighted-checklist(1, -1, true(), 9)', true],
]);

table('text', [
  ['string(1 div 2)', '0.5'],
  ["concat('a', 1, true(), ${multi})", 'a1truea b'],
  ['concat()', ''],
  ["join(', ', 1, 'x', ${multi})", '1, x, a, b'],
  ["join('-')", ''],
  ["string-length('xã')", 2],
  ['string-length()', 18],
  ["string-length('a😀')", 2],
  ["substr('a😀b', 1, 2)", '😀'],
  ['string()', '  Xã  Phượng Tiến '],
  ["normalize-space('a\u00a0 b')", 'a\u00a0 b'],
  ['normalize-space()', 'Xã Phượng Tiến'],
  ["normalize-space(' a  b ')", 'a b'],
  ["substr('hello', 1)", 'ello'],
  ["substr('hello', 1, 3)", 'el'],
  ["substr('hello', -3, -1)", 'll'],
  ["substr('hello', 3, 1)", ''],
  ["substr('hello', 0, 99)", 'hello'],
  ["substring-before('a-b-c', '-')", 'a'],
  ["substring-before('abc', '-')", ''],
  ["substring-after('a-b-c', '-')", 'b-c'],
  ["substring-after('abc', '-')", ''],
  ["contains('abc', 'bc')", true],
  ["contains('abc', '')", true],
  ["starts-with('abc', 'ab')", true],
  ["ends-with('abc', 'bc')", true],
  ["ends-with('abc', 'ab')", false],
  ["translate('bar', 'abc', 'AB')", 'BAr'],
  ["translate('--aaa--', 'a-', 'A')", 'AAA'],
  ["upper-case('phường')", 'PHƯỜNG'],
  ["lower-case('XÃ')", 'xã'],
]);

table('regular expression', [
  ["regex('0912345678', '^0[0-9]{9}$')", true],
  ["regex('091234567', '^0[0-9]{9}$')", false],
  ["regex('xã 12', '[0-9]+')", true],
  ["regex(${multi}, '^a b$')", true],
  ["regex(12, '^1.$')", true],
  ["regex(${blank}, '^$')", true],
  ["regex(${blank}, '.')", false],
  ["regex('aa', '(a)\\1')", false],
  ["regex('(', concat('(', ''))", false],
]);

table('identity', [
  ['uuid()', '00000000-1111-4222-8333-444444444444'],
  ['uuid(10)', '0000000011'],
  ['uuid(33)', '000000001111422283334444444444440'],
  ['uuid(0)', ''],
  ['uuid(1001)', ''],
  ["uuid('')", ''],
  ["digest('a', 'SHA-256')", 'SHA-256 base64 of a'],
  ["digest(1, 'MD5', 'hex')", 'MD5 hex of 1'],
  ["digest('a', 'ROT13')", ''],
  ["digest('a', 'MD5', 'octal')", ''],
  ['position(..)', 3],
  ['position() + 1', 4],
]);

table('number', [
  ["number('12.50')", 12.5],
  ["number('x')", Number.NaN],
  ['number(true())', 1],
  ['int(2.9)', 2],
  ['int(-2.9)', -2],
  ['floor(-2.1)', -3],
  ['ceiling(2.1)', 3],
  ['round(2.5)', 3],
  ['round(-2.5)', -2],
  ['round(1.005, 2)', 1.01],
  ['round(1250, -2)', 1300],
  ['round(1 div 0)', Infinity],
  ["round('')", Number.NaN],
  ['round(1, 31)', Number.NaN],
  ["round(1.25, '')", Number.NaN],
  ['abs(-3)', 3],
  ['pow(2, 10)', 1024],
  ['pow(1, 1 div 0)', 1],
  ["pow(1, '')", 1],
  ['pow(-1, 1 div 0)', 1],
  ['sqrt(9)', 3],
  ['exp(0)', 1],
  ['exp10(3)', 1000],
  ['log(1)', 0],
  ['log10(1000)', 3],
  ['random()', 0.25],
]);

table('trigonometry', [
  ['pi()', Math.PI],
  ['sin(0)', 0],
  ['cos(0)', 1],
  ['tan(0)', 0],
  ['asin(1) = pi() div 2', true],
  ['acos(1)', 0],
  ['atan(1) * 4 = pi()', true],
  ['atan2(1, -1) * 4 div 3 = pi()', true],
]);

table('date', [
  ['today()', '2025-06-11'],
  ["today() = '2025-06-11'", true],
  ["today() - '2025-06-01'", 10],
  ['date(today() + 30)', '2025-07-11'],
  ['today() <= now()', true],
  ['date(now())', '2025-06-11'],
  ["date('2025-02-30')", ''],
  ["date('')", ''],
  ["format-date('2025-03-04', '%d/%m/%Y')", '04/03/2025'],
  ["format-date(today(), '%e/%n/%y %a %b')", '11/6/25 Wed Jun'],
  ["format-date(now(), '%d %H %% %q')", '11 %H % %q'],
  ["format-date-time(now(), '%Y-%m-%d %H:%M:%S.%3 %h %% %q')", '2025-06-11 08:30:05.250 8 % %q'],
  ["format-date-time('2025-06-11', '%e %H:%M')", '11 00:00'],
  ["format-date-time(0.75, '%Y %H')", '1970 18'],
  ["format-date-time('noon', '%H')", ''],
  ["date-time('2025-06-11')", '2025-06-11T00:00:00.000'],
  ["date-time('2025-06-11T08:30+07:00')", '2025-06-11T08:30:00.000+07:00'],
  ['date-time(20250.5)', '2025-06-11T12:00:00.000Z'],
  ["date-time('noon')", ''],
  ["decimal-date-time('1970-01-02')", 1],
  ["decimal-date-time('1970-01-02T12:00:00Z')", 1.5],
  ["decimal-date-time('1970-01-02T06:00:00+06:00')", 1],
  ["decimal-date-time('1970-01-01T18:00:00-06:00')", 1],
  ["decimal-date-time('2.5')", 2.5],
  ["decimal-date-time('noon')", Number.NaN],
  ["date-time(decimal-date-time('2025-06-11T08:30:00+07:00'))", '2025-06-11T01:30:00.000Z'],
  ["decimal-time('12:00')", 0.5],
  ["decimal-time('18:00:00.000+07:00')", 0.75],
  ["decimal-time('2025-06-11T06:00')", 0.25],
  ["decimal-time('24:00')", Number.NaN],
  ["decimal-time('')", Number.NaN],
  ["format-date(0, '%Y')", '1970'],
  ["format-date('', '%Y')", ''],
]);

table('aggregate', [
  ["sum(1, '2', '', 'x')", 3],
  ['sum(${blank})', 0],
  ["min(3, '1', '')", 1],
  ["max(3, '10', '')", 10],
  ["max('', '')", Number.NaN],
  ['max(-3, -2)', -2],
  ['count(${blank}, 1)', 2],
  ["count-non-empty(${blank}, '', 0, ${none}, ${multi})", 2],
]);

it('yields blank text where the scope has no clock, labels, randomness, hashes or villages', () => {
  const bare: FormScope = { value: () => 'a' };
  const sources = ['today()', 'now()', 'random()', "jr:choice-name(${q}, '${q}')", "once('')"];
  for (const source of [...sources, 'uuid()', 'uuid(5)', "digest('a', 'MD5')", 'position()']) {
    expect(run(source, bare)).toBe('');
  }
});
