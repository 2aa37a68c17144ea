import { expect, test } from 'vitest';
import { heldIn, parseHeld } from './session-roles.ts';

test('in a province the roles held there and everywhere count, and for the whole service only the latter', () => {
  const held = parseHeld('{"12":["designer","reader"],"33":["verifier"],"*":["operator"]}');
  expect(heldIn(held, '12')).toEqual(['designer', 'reader', 'operator']);
  expect(heldIn(held, '44')).toEqual(['operator']);
  expect(heldIn(held, null)).toEqual(['operator']);
});

test.each([
  ['{}', 'a session from before roles were kept'],
  ['', 'nothing'],
  ['[]', 'a list'],
  ['null', 'null'],
  ['{"12":', 'half a text'],
  ['{"12":"designer"}', 'a word where a list should be'],
  ['{"12":["king"]}', 'a role that there is not'],
  ['{"12":["operator"]}', 'a role for the whole service in one province'],
  ['{"*":["designer"]}', "a province's role everywhere"],
])('%s gives no role: %s', (json) => {
  expect(heldIn(parseHeld(json), '12')).toEqual([]);
});

test('the names of built-in properties are no provinces', () => {
  expect(heldIn(parseHeld('{}'), 'constructor')).toEqual([]);
});
