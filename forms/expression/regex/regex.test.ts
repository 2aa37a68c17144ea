import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRegex } from './regex.ts';

function search(pattern: string, text: string) {
  const { regex, fault } = compileRegex(pattern);
  if (!regex) throw new Error(`${pattern}: ${fault.reason}`);
  return regex.search(text);
}

describe('a pattern', () => {
  it.each<[pattern: string, found: string[], notFound: string[]]>([
    ['abc', ['abc', 'xabcx'], ['ab', 'acb', '']],
    ['^abc$', ['abc'], ['xabc', 'abcx', 'abc\n']],
    ['a.c', ['abc', 'a😀c', 'aếc'], ['ac', 'a\nc', 'abbc']],
    ['^[0-9]{9,10}$', ['012345678', '0123456789'], ['01234567', '01234567890']],
    ['^a{2}$', ['aa'], ['a', 'aaa']],
    ['^a{2,}$', ['aa', 'aaaa'], ['a']],
    ['^a{0}b{0,1}$', ['', 'b'], ['a', 'bb']],
    ['^(ab|cd)*$', ['', 'abcd', 'cdab'], ['abc', 'ac']],
    ['^(?:x|)y$', ['xy', 'y'], ['xxy']],
    ['^(?<year>\\d{4})-\\d\\d$', ['2025-06'], ['25-06']],
    ['^a+?b*?c??$', ['a', 'aabbc'], ['b']],
    ['^[^\\d\\s]+$', ['abc', 'xã'], ['a1', 'a b', '']],
    ['^[\\w.-]+@[\\w-]+(\\.[\\w-]+)+$', ['a.b-c@lai-chau.gov.vn'], ['a@b', '@b.c', 'a b@c.d']],
    ['^\\p{Lu}\\p{L}*( \\p{L}+)*$', ['Tam Đường', 'Ế'], ['tam', 'Tam 1']],
    ['^[\\p{L}\\P{L}]$', ['a', '1', '😀'], ['', 'ab']],
    ['^\\D\\W\\S$', ['x ấ'], ['1 x', 'xax']],
    ['\\bthon\\b', ['thon', 'mot thon nho'], ['thonx', 'xthon']],
    ['\\Bon', ['thon'], ['on']],
    ['^\\x41\\u0042\\u{1F600}\\t\\.$', ['AB😀\t.'], ['AB.']],
    ['^[]a]$', [], ['a', ']']],
    ['^[^]$', ['a', '\n'], ['']],
    ['^[a-c-]+$', ['a-c'], ['d']],
    ['^[\\w-.]+$', ['a-.'], ['/']],
    ['^[\\]\\\\^\\b]+$', [']\\^\b'], ['b']],
    ['^{a}]$', ['{a}]'], ['a']],
    ['^x{,3}$', ['x{,3}'], ['xx']],
    ['', ['', 'a'], []],
    ['a|', ['', 'b'], []],
    ['^($|a)', ['', 'ab'], ['b']],
  ])('%s is found where it stands', (pattern, found, notFound) => {
    for (const text of found) expect(search(pattern, text).found).toBe(true);
    for (const text of notFound) expect(search(pattern, text).found).toBe(false);
  });

  it.each<[pattern: string, reason: string, part: string]>([
    ['(a)\\1', 'unsupported', '\\1'],
    ['\\k<a>', 'unsupported', '\\k'],
    ['a(?=b)', 'unsupported', '(?='],
    ['a(?!b)', 'unsupported', '(?!'],
    ['(?<=a)b', 'unsupported', '(?<'],
    ['(?i)a', 'unsupported', '(?i'],
    ['\\Aabc\\z', 'unsupported', '\\A'],
    ['\\p{Klingon}', 'unsupported', '\\p{Klingon}'],
    ['\\p{L}|\\p{.*}', 'unsupported', '\\p{.*}'],
    ['(a', 'invalid', '(a'],
    ['a)b', 'invalid', ')'],
    ['x[a-', 'invalid', '[a-'],
    ['[z-a]', 'invalid', 'z-a'],
    ['*a', 'invalid', '*'],
    ['a**', 'invalid', '*'],
    ['a{2}{3}', 'invalid', '{3}'],
    ['a{3,2}', 'invalid', 'a{3,2}'],
    ['^*', 'invalid', '^*'],
    ['\\', 'invalid', '\\'],
    ['\\u{110000}', 'invalid', '\\u{110000}'],
    ['a{1001}', 'too_large', 'a{1001}'],
    ['(a{1000}){1000}', 'too_large', '(a{1000}){1000}'],
    ['((){1000}){1000}', 'too_large', '((){1000}){1000}'],
  ])('%s is refused, and the part to blame is named', (pattern, reason, part) => {
    const { fault } = compileRegex(pattern);
    expect(fault?.reason).toBe(reason);
    expect(pattern.slice(fault?.start, fault?.end)).toBe(part);
  });

  it('is refused when it is longer or deeper than any rule needs', () => {
    expect(compileRegex('a'.repeat(4001)).fault?.reason).toBe('too_large');
    expect(compileRegex('('.repeat(51) + ')'.repeat(51)).fault?.reason).toBe('too_large');
    expect(compileRegex('('.repeat(50) + ')'.repeat(50)).fault).toBeNull();
  });
});

describe('a search', () => {
  it.each([
    '(a+)+$',
    '^(a+)+$',
    '(a|a)*b',
    '(a|aa)+$',
    '(a*)*b',
    '(.*)*x',
    '(a?){50}a{50}b',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
  ])('of %s takes a bounded number of steps for each character', (pattern) => {
    const stepsFor = (length: number) => search(pattern, `${'a'.repeat(length)}!`).work;
    const perCharacter = (stepsFor(2000) - stepsFor(1000)) / 1000;
    expect(perCharacter).toBeLessThanOrEqual(2 * pattern.length + 300);
    expect(stepsFor(50_000)).toBeLessThanOrEqual(50_001 * (perCharacter + 1) + 1000);
  });

  it('is given up as not found once it has cost more than any answer is worth', () => {
    const { found, work } = search(`(.{0,500}){4}x`, 'a'.repeat(50_000));
    expect(found).toBe(false);
    expect(work).toBeLessThan(10_100_000);
  });

  it('agrees with JavaScript’s own engine wherever both know the pattern', () => {
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.constantFrom(
          'a',
          'b',
          '.',
          '\\d',
          '\\w',
          '\\b',
          '[ab]',
          '[^a]',
          '[a-c1]',
          '1',
          ' ',
          '^',
          '$',
          '',
          '\\p{L}',
          'ế',
        ),
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => a + b),
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(${a}|${b})`),
        fc
          .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '*?', '+?', '{2}', '{0,2}', '{1,}'))
          .map(([a, times]) => `(?:${a})${times}`),
      ),
    }));
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '1', ' ', 'ế', '😀', '\n'), { maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (source, characters) => {
        const words = characters.join('');
        expect(search(source, words).found).toBe(new RegExp(source, 'u').test(words));
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, whatever the pattern and the text', () => {
    const scraps = fc.constantFrom(
      'a',
      '(',
      ')',
      '[',
      ']',
      '^',
      '-',
      '\\',
      '{',
      '}',
      '1',
      ',',
      '*',
      '?',
      '|',
      '$',
      'p',
      '<',
      ':',
      '😀',
    );
    const pattern = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(scraps, { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(pattern, fc.string({ unit: 'binary' }), (source, words) => {
        const { regex, fault } = compileRegex(source);
        if (regex) return typeof regex.search(words).found === 'boolean';
        return fault.start >= 0 && fault.start <= fault.end && fault.end <= source.length;
      }),
      { numRuns: 1000 },
    );
  });
});
