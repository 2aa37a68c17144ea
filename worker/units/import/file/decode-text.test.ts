import { describe, expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';
import { windows1258 } from './windows-1258.fixture.ts';

const LINE = 'Cấp;Tên;Mã\nxã;Phượng Tiến;05563\nthôn;Đồng Đằng, Nà Ẳng;\n';

const utf16 = (text: string, littleEndian: boolean, mark: boolean) => {
  const units = (mark ? `\uFEFF${text}` : text).split('').map((unit) => unit.charCodeAt(0));
  const bytes = new DataView(new ArrayBuffer(units.length * 2));
  for (const [at, unit] of units.entries()) bytes.setUint16(at * 2, unit, littleEndian);
  return new Uint8Array(bytes.buffer);
};

describe('a list in Vietnamese', () => {
  const utf8 = new TextEncoder().encode(LINE);
  test.each([
    ['UTF-8', utf8],
    ['UTF-8 with a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8])],
    ['UTF-8 with letters and tones apart', new TextEncoder().encode(LINE.normalize('NFD'))],
    ['UTF-16 LE with a mark', utf16(LINE, true, true)],
    ['UTF-16 BE with a mark', utf16(LINE, false, true)],
    ['UTF-16 LE without one', utf16(LINE, true, false)],
    ['UTF-16 BE without one', utf16(LINE, false, false)],
    ['Windows-1258', windows1258(LINE)],
  ])('is read from %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(LINE);
  });

  test('is not guessed at where UTF-8 is damaged', () => {
    const damaged = new Uint8Array([...utf8, 0xc3, 0x28]);
    expect(decodeText(damaged)).toBeNull();
  });
});

test.each([
  ['half a character of UTF-16', new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0x42])],
  ['bytes of a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00])],
  ['zero bytes', new Uint8Array(64)],
  ['letters of TCVN3', Uint8Array.from([0x78, 0xb7, 0x20, 0x44, 0xad, 0xac, 0x6e, 0x67])],
  ['tones without vowels', new Uint8Array([0x58, 0xcc, 0xd2, 0x0a])],
])('%s are no text', (_, bytes) => {
  expect(decodeText(bytes)).toBeNull();
});

test('plain ASCII and nothing at all are text', () => {
  expect(decodeText(new TextEncoder().encode('id,name\n'))).toBe('id,name\n');
  expect(decodeText(new Uint8Array())).toBe('');
});
