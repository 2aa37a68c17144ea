import { expect, test } from 'vitest';
import { isPinOf, newPin, pinHasher, readPin } from './pin.ts';

const secret = 'a'.repeat(64);
const link = async (pin: string) => ({ id: 'l1', pinHash: await (await pinHasher(secret))('l1', pin) });

test('a PIN has six digits, none of which a spreadsheet would drop', () => {
  const pins = Array.from({ length: 2000 }, newPin);
  expect(pins.filter((pin) => !/^[1-9]\d{5}$/.test(pin))).toEqual([]);
  // Of 900,000 possible ones, 2,000 hold about two twice.
  expect(new Set(pins).size).toBeGreaterThan(1980);
});

test.each([
  ['482913', '482913'],
  [' 482 913 ', '482913'],
  ['482-913', '482913'],
  ['48291', null],
  ['4829133', null],
  ['48291a', null],
  ['４８２９１３', null],
  ['', null],
])('%j is read as %j', (text, pin) => {
  expect(readPin(text)).toBe(pin);
});

test('a PIN opens the link that it was made for, and no other', async () => {
  const own = await link('482913');
  expect(own.pinHash).not.toContain('482913');
  expect(await isPinOf(own, '482913', secret)).toBe(true);
  expect(await isPinOf(own, '482914', secret)).toBe(false);
  expect(await isPinOf({ ...own, id: 'l2' }, '482913', secret)).toBe(false);
  expect(await isPinOf(own, '482913', 'b'.repeat(64))).toBe(false);
  expect(await isPinOf({ id: 'l1', pinHash: null }, '482913', secret)).toBe(false);
});
