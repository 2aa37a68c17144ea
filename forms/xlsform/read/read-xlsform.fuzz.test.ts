import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { type FixtureCell, workbookBytes, workbookParts, zipParts } from '../workbook.fixture.ts';
import { readXlsform } from './read-xlsform.ts';

const sheets: Record<string, FixtureCell[][]> = {
  survey: [
    ['type', 'name', 'level', 'label::vi', 'relevant', 'parameters'],
    ['begin_repeat', 'villages', null, 'Thôn'],
    ['begin_group', 'crime', 'village', 'Tội phạm', "${ok} = 'yes'"],
    ['integer', 'hotspots', null, 'Tụ điểm', null, 'min=0 max=99'],
    ['end_group'],
    ['select_one yes_no', 'ok', null, 'Tốt?'],
    ['end_repeat'],
  ],
  choices: [
    ['list_name', 'name', 'label::vi'],
    ['yes_no', 'yes', 'Có'],
    ['yes_no', 'no', 'Không'],
  ],
  settings: [
    ['form_title', 'form_id', 'default_language'],
    ['Phiếu', 'phieu', 'vi'],
  ],
  criteria: [
    ['id', 'clause', 'requirement', 'title', 'numerator', 'comparison', 'target'],
    ['C1', 'I.1', 'yes', 'Không có', 'sum(${hotspots})', '=', 0],
  ],
};

/** Whatever the bytes are, there is a form or a reason why not, and every issue can be shown. */
function survives(bytes: Uint8Array) {
  const { definition, issues } = readXlsform(bytes);
  if (definition === null) expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
  else expect(issues.every(({ severity }) => severity === 'warning')).toBe(true);
  for (const { code, path, message } of issues) {
    expect(code).toMatch(/^[a-z_]+$/);
    expect(typeof path).toBe('string');
    expect(message.vi).not.toBe('');
    expect(message.en).not.toBe('');
  }
}

test('the workbook that the mutations start from is a form', () => {
  expect(readXlsform(workbookBytes(sheets))).toMatchObject({ definition: { id: 'phieu' }, issues: [] });
});

test('bytes that are nothing', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), survives), { numRuns: 200 });
  const zipLike = fc.uint8Array({ maxLength: 300 }).map((rest) => new Uint8Array([0x50, 0x4b, 3, 4, ...rest]));
  fc.assert(fc.property(zipLike, survives), { numRuns: 200 });
});

test('bytes flipped, cut out or repeated in the zip', () => {
  const original = workbookBytes(sheets);
  const place = fc.nat({ max: original.length - 1 });
  const mutation = fc.oneof(
    fc.array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 }).map((flips) => {
      const bytes = original.slice();
      for (const [at, bits] of flips) bytes[at]! ^= bits;
      return bytes;
    }),
    fc.tuple(place, fc.nat({ max: 64 })).map(([at, length]) => {
      return new Uint8Array([...original.subarray(0, at), ...original.subarray(at + length)]);
    }),
    fc.tuple(place, fc.nat({ max: 64 })).map(([at, length]) => {
      return new Uint8Array([...original.subarray(0, at + length), ...original.subarray(at)]);
    }),
  );
  fc.assert(fc.property(mutation, survives), { numRuns: 250 });
}, 60_000);

test('characters changed, cut out or put into the XML of a part', () => {
  const parts = workbookParts(sheets, 'google');
  const pieces = [
    '<',
    '>',
    '&',
    '"',
    '/',
    '</c>',
    '<row>',
    '<c>',
    '<!--',
    ']]>',
    '<![CDATA[',
    '&#0;',
    ' r="',
    't="s"',
    '\0',
    'x:',
  ];
  const mutation = fc
    .tuple(
      fc.constantFrom(...Object.keys(parts).filter((name) => name !== '[Content_Types].xml')),
      fc.array(
        fc.tuple(fc.nat(), fc.nat({ max: 12 }), fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 }))),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
    )
    .map(([name, changes]) => {
      let xml = parts[name]!;
      for (const [place, cut, put] of changes) {
        const at = place % (xml.length + 1);
        xml = xml.slice(0, at) + put + xml.slice(at + cut);
      }
      return zipParts({ ...parts, [name]: strToU8(xml) });
    });
  fc.assert(fc.property(mutation, survives), { numRuns: 250 });
}, 60_000);

test('cells changed for others that mean something elsewhere', () => {
  const words: FixtureCell[] = [
    ...Object.values(sheets).flat(2),
    ...[
      'end_group',
      'end_repeat',
      'select_one',
      'begin_group',
      '__proto__',
      'constructor',
      '${',
      '.',
      '=',
      'true()',
      'class',
    ],
    ...[-1, 1e300, 46022, true, { error: '#REF!' }],
  ];
  const change = fc.tuple(fc.constantFrom(...Object.keys(sheets)), fc.nat({ max: 7 }), fc.nat({ max: 6 }));
  const changes = fc.array(fc.tuple(change, fc.constantFrom(...words)), { minLength: 1, maxLength: 6 });
  const mutation = changes.map((all) => {
    const copy = structuredClone({ ...sheets, classification: [], targets: [] as FixtureCell[][] });
    for (const [[sheet, row, column], word] of all) {
      const rows = copy[sheet as keyof typeof copy] as FixtureCell[][];
      rows[row] = Array.from(
        { length: Math.max(rows[row]?.length ?? 0, column + 1) },
        (_, at) => rows[row]?.[at] ?? null,
      );
      rows[row][column] = word;
    }
    return workbookBytes(
      Object.fromEntries(Object.entries(copy).map(([name, rows]) => [name, Array.from(rows, (one) => one ?? [])])),
    );
  });
  fc.assert(fc.property(mutation, survives), { numRuns: 250 });
}, 60_000);
