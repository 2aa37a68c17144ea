import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { templates } from '../../templates/templates.ts';
import { writeXlsform } from './write-xlsform.ts';

const form = templates['tam-duong-2024']!;
const parts = Object.fromEntries(
  Object.entries(unzipSync(writeXlsform(form))).map(([name, bytes]) => [name, strFromU8(bytes)]),
);
const found = (name: string, pattern: RegExp) => [...parts[name]!.matchAll(pattern)].map(([, text]) => text);

test('every part is declared, related and there', () => {
  const worksheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'));
  const declared = found('[Content_Types].xml', /PartName="\/([^"]+)"/g);
  expect(declared.sort()).toEqual(['xl/styles.xml', 'xl/workbook.xml', ...worksheets].sort());
  const related = found('xl/_rels/workbook.xml.rels', /Target="([^"]+)"/g).map((target) => `xl/${target}`);
  expect(related.sort()).toEqual(['xl/styles.xml', ...worksheets].sort());
  expect(found('xl/workbook.xml', /r:id="([^"]+)"/g)).toEqual(worksheets.map((_, at) => `rId${at + 1}`));
});

test('sheets stand in the order in which a form is written, and only those it needs', () => {
  expect(found('xl/workbook.xml', /<sheet name="([^"]+)"/g)).toEqual([
    'survey',
    'choices',
    'settings',
    'checks',
    'criteria',
    'targets',
    'calendar',
  ]);
});

test('headings are bold and stay in sight, columns are wide enough to read', () => {
  const survey = parts['xl/worksheets/sheet1.xml']!;
  expect(survey).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(survey).toMatch(/<col min="1" max="1" width="24" customWidth="1"\/>/);
  expect(survey).toMatch(/<c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve">type<\/t>/);
  const bold = parts['xl/styles.xml']!.match(
    /<cellXfs count="4">(?:<xf [^>]*\/>){1}<xf numFmtId="49" fontId="(\d)"/,
  )?.[1];
  expect(parts['xl/styles.xml']!.match(/<font>.*?<\/font>/g)?.[Number(bold)]).toContain('<b/>');
});

test('sections are groups with a level, and a select names its list as XLSForm does', () => {
  const survey = parts['xl/worksheets/sheet1.xml']!;
  expect(survey).toMatch(/begin_group<.*?residents<.*?village</);
  expect(survey).toContain('>select_one yes_no<');
});
