import { describe, expect, test } from 'vitest';
import { pageProblems } from '../ui/page-problems.ts';
import { link, overview, readyScorecard, receipt, unit } from './fixture.ts';
import { overviewPage } from './overview.tsx';

const html = overviewPage(overview);

test('shows whose form it is, the round and the days left in Viet Nam', () => {
  expect(html).toContain('Phiếu của xã Bản Bo');
  expect(html).toContain('Kỳ khảo sát năm 2024');
  expect(html).toContain('hết ngày 11/12/2024');
  expect(html).toContain('còn 5 ngày');
});

test('names the day by which the file is wanted, and until when it is taken late once that is over', () => {
  const closesAt = '2024-12-31T17:00:00.000Z';
  const ahead = overviewPage({
    ...overview,
    round: { ...overview.round, dueAt: '2024-12-09T17:00:00.000Z', closesAt },
  });
  expect(ahead).toContain('hết ngày 09/12/2024');
  expect(ahead).toContain('còn 3 ngày');
  expect(ahead).not.toContain('31/12/2024');
  const over = overviewPage({ ...overview, round: { ...overview.round, dueAt: '2024-12-01T17:00:00.000Z', closesAt } });
  expect(over).toContain('hết ngày 01/12/2024');
  expect(over).toContain('đã quá hạn, vẫn nhận đến hết ngày 31/12/2024 nhưng ghi là nộp muộn');
});

test('is wired right in every state and language', () => {
  expect(pageProblems(html)).toEqual([]);
  expect(pageProblems(overviewPage({ ...overview, language: 'en' }))).toEqual([]);
  expect(pageProblems(overviewPage({ ...overview, editable: false, submission: receipt.submission }))).toEqual([]);
});

describe('the list of villages', () => {
  test('says how far each has come', () => {
    expect(html).toContain('đã xong');
    expect(html).toContain('7/32 câu');
    expect(html).toContain('1/4 đơn vị đã xong');
  });

  test('leads to where there is something left to do', () => {
    expect(html).toContain('href="/s/12-abc/v2/drug_users"');
    expect(html).toContain('href="/s/12-abc/v3/residents"');
  });

  test('leads to what must be corrected before what is merely unfinished', () => {
    const wrong = unit('village', { id: 'v9', answered: 2 });
    wrong.sections[4] = { ...wrong.sections[4]!, errors: 1, warnings: 2 };
    const page = overviewPage({ ...overview, units: [wrong] });
    expect(page).toContain('href="/s/12-abc/v9/pledges"');
    expect(page).toContain('có 1 lỗi cần sửa');
    expect(page).toContain('có 2 cảnh báo');
  });

  test('escapes what a province wrote as a name', () => {
    const page = overviewPage({ ...overview, units: [unit('village', { name: '<script>alert(1)</script>' })] });
    expect(page).not.toContain('<script>');
    expect(page).toContain('Bản &lt;script>alert(1)&lt;/script>');
  });
});

describe('the way on', () => {
  const goOn = (page: string) => /<a class="button" href="([^"]*)">(Việc tiếp theo[^<]*)<\/a>/.exec(page)?.slice(1);

  test('leads to what was begun before what was not, and begins where nothing was', () => {
    expect(goOn(html)).toEqual([
      '/s/12-abc/v2/drug_users',
      'Việc tiếp theo: Bản Phiêng Hoi, Người nghiện, người sử dụng, người sau cai',
    ]);
    const fresh = overviewPage({ ...overview, units: [unit('commune'), unit('village')] });
    expect(goOn(fresh)?.[1]).toMatch(/^Việc tiếp theo: Xã Bản Bo, /);
  });

  test('is not there when all is done or nothing can be changed', () => {
    expect(
      goOn(overviewPage({ ...overview, units: [unit('commune', { answered: 5, state: 'complete' })] })),
    ).toBeUndefined();
    expect(goOn(overviewPage({ ...overview, editable: false }))).toBeUndefined();
  });
});

describe('many villages', () => {
  const villages = (count: number, changes: Parameters<typeof unit>[1] = {}) =>
    Array.from({ length: count }, (_, index) => unit('village', { id: `v${index}`, name: `${index}`, ...changes }));

  test('fold away what is done, but nothing that has a warning', () => {
    const done = villages(14, { answered: 32, state: 'complete' });
    done[3]!.sections[0]!.warnings = 1;
    const page = overviewPage({ ...overview, units: done });
    expect(page).toContain('<summary>Đã xong (13)</summary>');
    expect(page.indexOf('href="/s/12-abc/v3/')).toBeLessThan(page.indexOf('<summary>Đã xong'));
    expect(page.indexOf('href="/s/12-abc/v4/')).toBeGreaterThan(page.indexOf('<summary>Đã xong'));
  });

  test('have a way over the list to what stands below; a few need neither', () => {
    expect(overviewPage({ ...overview, units: villages(14) })).toContain('<a href="#submit">Nộp phiếu</a>');
    const few = overviewPage({ ...overview, units: villages(5, { answered: 32, state: 'complete' }) });
    expect(few).not.toContain('href="#submit"');
    expect(few).not.toContain('units-done');
  });
});

describe('the way to submitting', () => {
  test('names what is still missing', () => {
    expect(html).toContain('Chưa xong: bản Phiêng Hoi, bản Nà Khuy, bản Cốc Phung.');
    expect(html).toContain('href="/s/12-abc/nop"');
  });

  test('names the first five of many and counts the others', () => {
    const units = Array.from({ length: 8 }, (_, index) => unit('village', { id: `v${index}`, name: `${index + 1}` }));
    expect(overviewPage({ ...overview, units })).toContain('bản 4, bản 5 và 3 đơn vị khác.');
  });

  test('is closed once submitted, and the receipt is shown instead', () => {
    const page = overviewPage({ ...overview, editable: false, submission: receipt.submission });
    expect(page).not.toContain('href="/s/12-abc/nop"');
    expect(page).toContain('Phiếu đã nộp lúc 14:40 ngày 06/12/2024.');
    expect(page).toContain('href="/s/12-abc/bien-nhan"');
    expect(page).not.toContain('còn 5 ngày');
  });

  test('is not there for the link of one village, nor is the verdict over the others', () => {
    const page = overviewPage({ ...overview, canSubmit: false, scorecard: null, units: [unit('village')] });
    expect(page).toContain('Phiếu của bản Nà Can');
    expect(page).not.toContain('/nop');
    expect(page).not.toContain('sẵn sàng');
  });
});

describe('the verdict', () => {
  test('asks about the unit by its own kind', () => {
    const town = { ...link.commune, name: 'Tam Đường', kindLabel: 'thị trấn' };
    expect(overviewPage({ ...overview, commune: town })).toContain('Thị trấn đã sẵn sàng chưa?');
  });

  test('gives each requirement a sign and a sentence, objectives apart', () => {
    expect(html).toContain('1/11 yêu cầu chưa đạt');
    expect(html).toContain('Không có tụ điểm, điểm phức tạp, điểm sử dụng, đối tượng bán lẻ ma túy');
    expect(html).toMatch(/class="status not_met"/);
    expect(html).toMatch(/class="status undetermined"/);
    expect(html.search(/Mục tiêu theo dõi \(\d+\)/)).toBeGreaterThan(
      html.indexOf('Không trồng cây có chứa chất ma túy'),
    );
  });

  test('shows what did not arise as such and counts it as met', () => {
    const page = overviewPage({ ...overview, scorecard: readyScorecard });
    expect(page).toContain('Đã đạt cả 11 yêu cầu.');
    expect(page).toMatch(/class="status nothing"/);
  });

  test('is undetermined, not met, while every requirement is met and a village is missing', () => {
    const scorecard = { ...readyScorecard, ready: null, coverage: { expected: 3, answered: 1 } };
    expect(overviewPage({ ...overview, scorecard })).toContain('còn 2 đơn vị chưa có số liệu');
  });

  test('does not speak of readiness where the form has objectives only', () => {
    const criteria = readyScorecard.criteria.filter((criterion) => !criterion.requirement);
    const page = overviewPage({ ...overview, scorecard: { ...readyScorecard, criteria } });
    expect(page).not.toContain('sẵn sàng');
    expect(page).toContain('Kết quả từng mục tiêu');
  });

  test('names the classes still possible while the class is not determined', () => {
    const open = { code: 'IV', determined: false, possible: ['IV', 'III'], flags: [] };
    expect(overviewPage({ ...overview, scorecard: { ...readyScorecard, class: open } })).toContain(
      'Phân loại tạm tính: IV; còn thiếu số liệu nên có thể là III.',
    );
  });
});
