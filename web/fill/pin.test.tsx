import { describe, expect, test } from 'vitest';
import { pageProblems, tagOf } from '../ui/page-problems.ts';
import { pinPage } from './pin.tsx';
import type { PinView } from './view.ts';

const view: PinView = {
  language: 'vi',
  nonce: 'bm9uY2U',
  base: '/s/12-abc',
  unit: { name: 'Bản Bo', kindLabel: 'xã' },
  round: { name: 'Năm 2024' },
  next: '/s/12-abc/village/drug_users',
  lockedUntil: null,
  code: 'pin_required',
  error: null,
  triesLeft: null,
  kept: [],
};
const locked = { ...view, lockedUntil: '2024-12-06T07:40:00.000Z' };
const kept = { ...view, kept: [{ label: 'Dân số', value: '1.234' }] };
const wrong = { ...view, code: 'pin_wrong', error: 'Mã PIN không đúng.', triesLeft: 2 };

test('is wired right in every state and language', () => {
  for (const state of [view, locked, kept, wrong, { ...view, error: 'format' }]) {
    expect(pageProblems(pinPage(state))).toEqual([]);
    expect(pageProblems(pinPage({ ...state, language: 'en' }))).toEqual([]);
  }
});

test('asks with a keyboard of digits, and leads on to where one wanted to go', () => {
  const html = pinPage(view);
  expect(html).toContain('<form class="pin-form" method="post" action="/s/12-abc/pin"');
  expect(html).toContain('name="next" value="/s/12-abc/village/drug_users"');
  expect(tagOf(html, 'pin')).toContain('inputmode="numeric"');
});

describe('a wrong PIN', () => {
  test('is said beside the field with the tries that are left, and not shown again', () => {
    const html = pinPage(wrong);
    expect(html).toMatch(/role="alert">Mã PIN không đúng\. Còn 2 lần thử\./);
    expect(tagOf(html, 'pin')).toContain('aria-describedby="pin-hint pin-error"');
    expect(tagOf(html, 'pin')).not.toContain('value=');
    expect(html).toContain('<title>Chưa mở được: ');
  });

  test('of another form than a PIN has is said to be so', () => {
    expect(pinPage({ ...view, error: 'format' })).toContain('đúng 6 chữ số');
  });
});

test('a locked link has no field, and says until when in the time of Viet Nam', () => {
  const html = pinPage(locked);
  expect(html).not.toContain('<form');
  expect(html).toContain('Đã nhập sai mã PIN quá nhiều lần.');
  expect(html).toContain('14:40 ngày 06/12/2024');
});

test('what was typed elsewhere stays on the page while the PIN is given in another tab', () => {
  const html = pinPage(kept);
  expect(html).toContain('<dt>Dân số</dt><dd>1.234</dd>');
  expect(html).toContain('target="_blank"');
  expect(html).toContain('name="next" value="/s/12-abc"');
  expect(pinPage(view)).not.toContain('target=');
});
