import { describe, expect, test } from 'vitest';
import tokens from './tokens.css?inline';

/** The custom properties of one block, by name. */
function colours(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{3,6})/g)].map(([, name, hex]) => [name, hex]),
  );
}

const [light = '', dark = ''] = tokens.split('prefers-color-scheme: dark');

/** WCAG 2 relative luminance. */
function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const written: [ink: string, paper: string][] = [
  ...['ink', 'ink-soft', 'accent', 'met', 'not-met', 'undetermined', 'nothing'].flatMap((ink): [string, string][] => [
    [ink, 'ground'],
    [ink, 'paper'],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['accent-strong', 'accent-wash'],
  ['ink', 'accent-wash'],
  ['met', 'met-wash'],
  ['not-met', 'not-met-wash'],
  ['undetermined', 'undetermined-wash'],
  ['nothing', 'nothing-wash'],
];

describe.each([
  ['light', colours(light)],
  ['dark', colours(dark.split('@media print')[0] ?? '')],
])('in the %s scheme', (_, scheme) => {
  test.each(written)('%s is legible on %s (WCAG AA, 4.5 : 1)', (ink, paper) => {
    expect(contrast(scheme[ink]!, scheme[paper]!)).toBeGreaterThanOrEqual(4.5);
  });

  test('the edge of a field stands out (3 : 1)', () => {
    expect(contrast(scheme['line-field']!, scheme.paper!)).toBeGreaterThanOrEqual(3);
    expect(contrast(scheme['line-field']!, scheme.ground!)).toBeGreaterThanOrEqual(3);
  });
});
