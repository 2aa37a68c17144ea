import { expect, test } from 'vitest';
import { formContext } from './form-context.ts';

test('a day begins at midnight in Viet Nam', () => {
  expect(formContext('2024-06-11T16:59:59.999Z').today!()).toBe('2024-06-11');
  expect(formContext('2024-06-11T17:00:00.000Z').today!()).toBe('2024-06-12');
  expect(formContext('2024-06-11T17:00:00.000Z').now!()).toBe('2024-06-12T00:00:00.000+07:00');
});

test.each([
  ['MD5', 'hex', '900150983cd24fb0d6963f7d28e17f72'],
  ['SHA-256', 'base64', 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='],
] as const)('%s of a text is what everybody else computes', (algorithm, encoding, hash) => {
  expect(formContext('2024-01-01T00:00:00.000Z').digest!('abc', algorithm, encoding)).toBe(hash);
});
