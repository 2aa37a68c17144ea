import { renderToString } from 'preact-render-to-string';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { pageProblems } from '../ui/page-problems.ts';
import { sheet } from './fixture.ts';
import { QrCode } from './qr-code.tsx';
import { sheetPage } from './sheet.tsx';

const html = sheetPage(sheet);
const [card] = sheet.cards;

test('is wired right, with and without a PIN and a way back', () => {
  expect(pageProblems(html)).toEqual([]);
  expect(pageProblems(sheetPage({ ...sheet, cards: [{ ...card!, pin: null, commune: null }], back: null }))).toEqual(
    [],
  );
});

test('a card says whose it is, how to open it and how long it can be used', () => {
  expect(html).toContain('Bản Nà Khuy<span class="card-commune">Xã Bản Bo</span>');
  expect(html).toContain('Dùng được đến hết ngày 11/12/2024');
  expect(html.replace('<wbr/><span class="card-path">', '')).toContain(card!.url);
});

test('the PIN stands on its own strip with the name of its unit, and nowhere else', () => {
  const [link, strip] = html.split('class="card-pin"');
  expect(strip).toContain('482 913');
  expect(strip).toContain('Bản Nà Khuy, Xã Bản Bo');
  expect(link).not.toMatch(/482 ?913/);
  expect(strip).not.toContain('/s/12-');
});

test('without PINs nothing speaks of them', () => {
  expect(sheetPage({ ...sheet, cards: [{ ...card!, pin: null }] })).not.toMatch(/mã PIN/i);
});

test('says that it is shown once, and how many units are still to come', () => {
  expect(html).toContain('chỉ hiện một lần');
  expect(sheetPage({ ...sheet, left: 1600 })).toContain('Còn 1600 đơn vị chưa đến lượt');
});

test('the QR code draws exactly the dark squares of the address, with the quiet border that phones want', () => {
  const svg = renderToString(<QrCode text={card!.url} label="Mã QR" />);
  const { data } = encode(card!.url, { ecc: 'M', border: 4 });
  const drawn = data.map((row) => row.map(() => false));
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    drawn[Number(y)]!.fill(true, Number(x), Number(x) + Number(width));
  }
  expect(drawn).toEqual(data);
  expect(data.slice(0, 4).flat()).not.toContain(true);
});
