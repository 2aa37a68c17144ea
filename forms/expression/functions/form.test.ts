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
  ["boolean-from-string('TRUE')", true],
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
  ["format-date(now(), '%H:%M:%S.%3 %h %% %q')", '08:30:05.250 8 % %q'],
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

it('yields blank text where the scope has no clock, labels or randomness', () => {
  const bare: FormScope = { value: () => 'a' };
  for (const source of ['today()', 'now()', 'random()', "jr:choice-name(${q}, '${q}')", "once('')"]) {
    expect(run(source, bare)).toBe('');
  }
});
