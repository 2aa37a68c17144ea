import { expect, test } from 'vitest';
import { newLinks } from '../links/new-link.ts';
import { linksCsv } from './links-csv.ts';

const unit = {
  unitId: 'u1',
  communeId: 'c1',
  level: 'village' as const,
  kindLabel: '',
  name: '=HYPERLINK("x")',
  communeName: 'Bản Bo, cũ',
  communeKind: 'xã',
};
const wanted = { roundId: 'r1', unitId: 'u1', communeId: 'c1', withPin: true };
const maker = { provinceCode: '12', secret: 'a'.repeat(64), createdBy: 's1' };

test.each([
  ['2026-12-11T17:00:00.000Z', '2026-12-11'],
  ['2026-12-11T17:00:00.001Z', '2026-12-12'],
  ['2026-12-11T10:00:00.000Z', '2026-12-11'],
])('a link that ends at %s can be used to %s; no cell runs as a formula', async (expiresAt, day) => {
  const [link] = await newLinks([{ ...wanted, expiresAt }], maker, '2026-11-20T01:00:00.000Z');
  const text = linksCsv([{ ...link!, unit }], 'https://diaban.example.vn');
  const url = `https://diaban.example.vn/s/${link!.token}`;
  const cells = [`"'=HYPERLINK(""x"")"`, '"Xã Bản Bo, cũ"', url, link!.pin, day];
  expect(text).toBe(`\u{FEFF}unit,commune,url,pin,expires_on\n${cells.join(',')}\n`);
});
