import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { CriterionResult } from '../../forms/index.ts';
import { StatusSign, signOf } from './status-sign.tsx';

const result = { status: 'met', reason: null } as CriterionResult;

test('a criterion met because nothing arose has a sign of its own', () => {
  expect(signOf(result)).toBe('met');
  expect(signOf({ ...result, reason: 'vacuous' })).toBe('nothing');
  expect(signOf({ ...result, status: 'undetermined', reason: 'missing_villages' })).toBe('undetermined');
});

test.each([
  ['met', '✓', 'Đạt'],
  ['not_met', '✕', 'Chưa đạt'],
  ['undetermined', '?', 'Chưa xác định'],
  ['nothing', '–', 'Không phát sinh'],
] as const)('%s is the sign %s and the words %s, the sign hidden from screen readers', (kind, glyph, word) => {
  const html = renderToString(<StatusSign kind={kind} language="vi" />);
  expect(html).toContain(`aria-hidden="true">${glyph}</span>`);
  expect(html).toContain(`>${word}</span>`);
});

test('a hidden word is still there for screen readers', () => {
  expect(renderToString(<StatusSign kind="met" language="en" wordHidden />)).toContain(
    '<span class="visually-hidden">Met</span>',
  );
});
