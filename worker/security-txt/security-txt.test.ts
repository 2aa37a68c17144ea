import { expect, test } from 'vitest';
import { securityTxt } from './security-txt.ts';

const NOW = '2026-11-27T08:15:00.000Z';
const about = (configured: string | undefined) => securityTxt(configured, 'https://diaban.example.vn', NOW);

test('names the contacts in their order, an end that is near, and where the file is', () => {
  expect(about('an-ninh@diaban.example.vn https://diaban.example.vn/bao-loi')).toBe(
    [
      'Contact: mailto:an-ninh@diaban.example.vn',
      'Contact: https://diaban.example.vn/bao-loi',
      'Expires: 2027-02-25T00:00:00.000Z',
      'Preferred-Languages: vi, en',
      'Canonical: https://diaban.example.vn/.well-known/security.txt',
      '',
    ].join('\n'),
  );
});

test.each(['mailto:a@b.vn', 'tel:+84-24-1234-5678', 'https://b.vn/x'])('%s stays as it is', (contact) => {
  expect(about(contact)).toContain(`Contact: ${contact}\n`);
});

test.each([undefined, '', ' , ', 'phòng an ninh', 'http://b.vn/', 'javascript:alert(1)'])(
  '%j is no contact',
  (text) => {
    expect(about(text)).toBe(null);
  },
);

test('what is no contact does not take one away, and no line can be put in', () => {
  expect(about('gọi: a@b.vn\nExpires: 2099-01-01T00:00:00Z')?.split('\n').slice(0, 2)).toEqual([
    'Contact: mailto:a@b.vn',
    'Expires: 2027-02-25T00:00:00.000Z',
  ]);
});
