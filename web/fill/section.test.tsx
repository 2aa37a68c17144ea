import { describe, expect, test } from 'vitest';
import type { Issue } from '../../forms/index.ts';
import { pageProblems, tagOf } from '../ui/page-problems.ts';
import { sectionView } from './fixture.ts';
import { sectionPage } from './section.tsx';

const tooMany: Issue = {
  code: 'check',
  severity: 'error',
  path: 'addicts_with_file',
  related: ['addicts_total'],
  message: {
    vi: 'Người nghiện có hồ sơ (13) nhiều hơn tổng số (12).',
    en: 'More addicts with a file (13) than addicts (12).',
  },
};
const unreadable: Issue = {
  code: 'not_a_number',
  severity: 'error',
  path: 'addicts_new',
  message: { vi: 'Chưa đọc được số này.', en: 'This could not be read.' },
};
const jump: Issue = {
  ...tooMany,
  severity: 'warning',
  path: 'users_total',
  message: { vi: 'Tăng hơn 50 %.', en: 'Up by 50 %.' },
};
const blank: Issue = {
  ...unreadable,
  code: 'required',
  path: 'users_present',
  message: { vi: 'Cần trả lời câu này.', en: 'Answer this.' },
};

const answers = { addicts_total: 1192, addicts_with_file: 13 };

test('the form posts to its own address with the revision it was made from', () => {
  const html = sectionPage(sectionView('drug_users'));
  expect(html).toContain('<form method="post" action="/s/12-abc/village/drug_users"');
  expect(html).toContain('<input type="hidden" name=":revision" value="3"/>');
});

test('Enter in a field saves and stays: that button comes first, before the switch of language too', () => {
  const html = sectionPage(sectionView('drug_users'));
  const buttons = [...html.matchAll(/<button type="submit"[^>]*value="([a-z:]+)"/g)].map(([, value]) => value);
  expect(buttons).toEqual(['stay', 'lang:en', 'stay', 'next', 'overview']);
});

test('the same part of the villages before and after is one press away', () => {
  const html = sectionPage(sectionView('pledges'));
  expect(html).toContain(
    '<nav class="neighbours" aria-label="Đơn vị khác, cùng phần này"><a rel="next" href="/s/12-abc/v2/pledges">',
  );
  const only = sectionPage(sectionView('pledges', { others: { previous: null, next: null } }));
  expect(only).not.toContain('Đơn vị khác');
});

test('a form that is tried out says so on the page and claims nothing to be saved', () => {
  const html = sectionPage(sectionView('pledges', { preview: { start: '/xem-thu', leave: '/console/12' } }));
  expect(html).toMatch(/class="preview-banner".*href="\/xem-thu".*href="\/console\/12"/s);
  expect(html).toContain('<p class="save-state">Bản xem thử: không lưu số liệu.</p>');
  expect(pageProblems(html)).toEqual([]);
});

test('is wired right in every state and language', () => {
  const issues = [tooMany, unreadable, jump, blank];
  const conflict = { answers: {}, savedAt: '2024-12-06T07:21:00Z' };
  for (const language of ['vi', 'en'] as const) {
    for (const section of ['residents', 'drug_users', 'pledges', 'closing', 'commune']) {
      expect(pageProblems(sectionPage(sectionView(section, { language })))).toEqual([]);
    }
    const typed = sectionView('drug_users', {
      language,
      answers,
      raw: { addicts_new: 'ba' },
      issues,
      conflict,
      saved: true,
    });
    expect(pageProblems(sectionPage(typed))).toEqual([]);
    expect(pageProblems(sectionPage({ ...typed, editable: false }))).toEqual([]);
  }
});

describe('what must be corrected', () => {
  const html = sectionPage(
    sectionView('drug_users', {
      answers,
      raw: { addicts_new: 'khoảng 3' },
      issues: [tooMany, unreadable, jump, blank],
      saved: true,
    }),
  );

  test('stands at the top, announced, each line leading to its field', () => {
    const summary = html.slice(html.indexOf('role="alert"'), html.indexOf('<h1>'));
    expect(summary).toContain('Có 2 câu cần sửa');
    expect(summary).toContain(`<a href="#q-addicts_with_file">${tooMany.message.vi}</a>`);
    expect(summary).toContain('<a href="#q-addicts_new">');
    expect(html).toContain('<title>Cần sửa: ');
  });

  test('stands beside its field too, tied to it for screen readers', () => {
    const field = tagOf(html, 'q-addicts_with_file');
    expect(field).toContain('aria-invalid="true"');
    expect(field).toMatch(/aria-describedby="[^"]*e-addicts_with_file/);
    expect(html).toMatch(/id="e-addicts_with_file">.*?Người nghiện có hồ sơ \(13\)/);
  });

  test('what could not be read is shown exactly as it was typed', () => {
    expect(tagOf(html, 'q-addicts_new')).toContain('value="khoảng 3"');
  });

  test('a warning does not call the answer invalid', () => {
    expect(tagOf(html, 'q-users_total')).not.toContain('aria-invalid');
    expect(html).toContain('Có 1 điều cần xem lại');
  });

  test('an answer that is merely missing is said at its field and not counted as an error', () => {
    expect(tagOf(html, 'q-users_present')).not.toContain('aria-invalid');
    expect(html.match(/Cần trả lời câu này\./g)).toHaveLength(1);
  });

  test('a rule whose own question is on another page is shown at the one it was compared with', () => {
    const page = sectionPage(sectionView('drug_users', { issues: [{ ...tooMany, path: 'population' }] }));
    expect(page).toContain('<a href="#q-addicts_total">');
  });
});

describe('what is saved', () => {
  test('is said with the time of Viet Nam', () => {
    const page = sectionPage(sectionView('drug_users', { saved: true }));
    expect(page).toMatch(/role="status".*?Đã lưu lúc 14:30/);
  });

  test('is said quietly when the page is merely opened again', () => {
    const page = sectionPage(sectionView('drug_users'));
    expect(page).not.toContain('role="status"');
    expect(page).toContain('Lưu lúc 14:30 ngày 06/12/2024');
  });
});

describe('when somebody else saved first', () => {
  const conflict = { answers: { addicts_total: 1192, addicts_with_file: 12 }, savedAt: '2024-12-06T07:21:00Z' };
  const html = sectionPage(sectionView('drug_users', { answers, conflict }));

  test('both answers stand side by side, only for what differs', () => {
    expect(html).toContain('Người khác vừa lưu phần này lúc 14:21');
    expect(html.match(/<dl class="difference">/g)).toHaveLength(1);
    expect(html).toMatch(/Của người kia:<\/span> 12 người/);
    expect(html).toMatch(/Của bạn:<\/span> 13 người/);
  });

  test('the field keeps what this clerk typed', () => {
    expect(tagOf(html, 'q-addicts_with_file')).toContain('value="13"');
    expect(html).toContain('Chưa lưu những gì bạn vừa nhập');
  });

  test('text that could not be read is compared as it was typed', () => {
    const page = sectionPage(sectionView('drug_users', { answers, raw: { addicts_with_file: 'mười ba' }, conflict }));
    expect(page).toMatch(/Của bạn:<\/span> mười ba/);
  });
});

describe('questions that are not asked', () => {
  test('are not on the page', () => {
    const page = sectionPage(sectionView('plants', { relevant: new Set(['plant_incidents']) }));
    expect(page).toContain('id="q-plant_incidents"');
    expect(page).not.toContain('plants_count');
  });

  test('a page whose questions depend on each other says that more may appear after saving', () => {
    const view = sectionView('plants');
    const questions = view.section.questions.map((question) =>
      question.name === 'plants_count' ? { ...question, relevant: '${plant_incidents} > 0' } : question,
    );
    expect(sectionPage({ ...view, section: { ...view.section, questions } })).toContain('Có câu chỉ hiện ra sau khi');
    expect(sectionPage(view)).not.toContain('Có câu chỉ hiện ra sau khi');
  });

  test('a dependence on another page needs no such hint', () => {
    const view = sectionView('plants');
    const questions = view.section.questions.map((question) => ({ ...question, relevant: '${population} > 0' }));
    expect(sectionPage({ ...view, section: { ...view.section, questions } })).not.toContain(
      'Có câu chỉ hiện ra sau khi',
    );
  });
});

test('when nothing can be changed the answers are read, without a field or a button', () => {
  const page = sectionPage(sectionView('drug_users', { answers, editable: false, issues: [tooMany] }));
  expect(page).not.toMatch(/<(form|input|button|textarea|select)\b/);
  expect(page).toContain('1.192 người');
  expect(page).toContain('Kỳ khảo sát đã đóng.');
  expect(page).not.toContain('role="alert"');
});

test('last round’s answer stands under the field, its unit behind', () => {
  const lastRound = { name: 'Kỳ 2023', answers: { households_committed: 1175, hotline_board: 'no' } };
  const page = sectionPage(sectionView('pledges', { lastRound }));
  expect(page).toContain('Kỳ 2023: 1.175 hộ');
  expect(page).toContain('Kỳ 2023: Không');
  expect(tagOf(page, 'q-households_committed')).toMatch(/aria-describedby="[^"]*l-households_committed/);
});
