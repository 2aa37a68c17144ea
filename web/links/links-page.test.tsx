import { describe, expect, test } from 'vitest';
import { pageProblems, tagOf } from '../ui/page-problems.ts';
import { links, row } from './fixture.ts';
import { linksPage } from './links-page.tsx';

const html = linksPage(links);
const reader = { ...links, canChange: false, form: null };

test('is wired right in every state and language', () => {
  const failed = { ...links, form: { ...links.form!, error: 'day' } };
  for (const view of [links, reader, failed, { ...links, rows: [] }, { ...links, notice: 'revoked' as const }]) {
    expect(pageProblems(linksPage(view))).toEqual([]);
    expect(pageProblems(linksPage({ ...view, language: 'en' }))).toEqual([]);
  }
});

test('says how many units can be reached', () => {
  expect(html).toContain('12/13 xã có đường dẫn còn hiệu lực');
  expect(html).toContain('0/141 thôn, bản có đường dẫn còn hiệu lực');
});

describe('the list', () => {
  test('says of each link what became of it, in the time of Viet Nam', () => {
    expect(html).toContain('Bản Nà Khuy<span class="hint link-commune">Xã Bản Bo</span>');
    expect(html).toContain('14:40 06/12/2024');
    // What ends at midnight can be used until the day before is over.
    expect(html).toContain('<td class="figure">11/12/2024</td>');
    const locked = { ...row, lockedUntil: '2024-12-06T07:55:00.000Z', lastUsedAt: null };
    const page = linksPage({ ...links, rows: [locked] });
    expect(page).toContain('khóa mã PIN đến 14:55 ngày 06/12/2024');
    expect(page).toContain('Chưa lưu lần nào');
  });

  test('filters have addresses of their own, and the chosen one is marked', () => {
    const page = linksPage({ ...links, filter: { state: 'revoked', level: 'village' } });
    expect(page).toContain('href="/console/12/rounds/r1/duong-dan?state=active&amp;level=village"');
    expect(page).toContain('href="/console/12/rounds/r1/duong-dan?level=village"');
    expect(page).toMatch(/aria-current="true">Đã thu hồi/);
    expect(page).toMatch(/aria-current="true">Thôn, bản/);
  });

  test('a revoked link can neither be given anew nor revoked again', () => {
    expect(html).toContain('action="/console/12/rounds/r1/duong-dan/l1/cap-lai"');
    expect(html).toContain('formaction="/console/12/rounds/r1/duong-dan/l1/thu-hoi"');
    expect(linksPage({ ...links, rows: [{ ...row, state: 'revoked' }] })).not.toContain('cap-lai');
  });

  test('an empty list teaches the next step', () => {
    expect(linksPage({ ...links, rows: [] })).toContain('Tạo đường dẫn ở trên');
    expect(linksPage({ ...reader, rows: [] })).not.toContain('ở trên');
  });
});

describe('the form', () => {
  test('proposes what is safe to press twice', () => {
    expect(html).toMatch(/name="onlyWithout" value="1" checked/);
    expect(html).toMatch(/name="level" value="commune" checked/);
    expect(tagOf(html, 'lastDay')).toContain('max="2025-03-11"');
  });

  test('keeps what was chosen when it was refused, and says why', () => {
    const fields = { level: 'all' as const, onlyWithout: false, pin: true, lastDay: '2030-01-01' };
    const page = linksPage({ ...links, form: { ...links.form!, fields, error: 'day' } });
    expect(page).toContain('Ngày cuối cùng phải từ hôm nay đến 11/03/2025.');
    expect(page).toMatch(/name="level" value="all" checked/);
    expect(page).not.toMatch(/name="onlyWithout" value="1" checked/);
    expect(tagOf(page, 'lastDay')).toContain('value="2030-01-01"');
  });

  test('is not there for those who may only read', () => {
    const page = linksPage(reader);
    expect(page).toContain('Bản Nà Khuy');
    expect(page).not.toContain('Tạo đường dẫn');
    expect(page).not.toContain('cap-lai');
  });
});
