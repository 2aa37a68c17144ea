import { describe, expect, test } from 'vitest';
import { pageProblems } from '../ui/page-problems.ts';
import { communePage } from './commune.tsx';
import { commune, notReady, ready } from './fixture.ts';

const html = communePage(commune);

test('is wired right in both languages', () => {
  expect(pageProblems(html)).toEqual([]);
  expect(pageProblems(communePage({ ...commune, language: 'en' }))).toEqual([]);
});

test('says on what the report rests', () => {
  for (const fact of ['Lai Châu', '03424', '7KQD-M3TX', '14:40 ngày 06/12/2024', '2/3', 'ab12cd34']) {
    expect(html).toContain(`<dd>${fact}</dd>`);
  }
  expect(html).toContain('<a href="/console/12/rounds/r1">Năm 2024</a>');
});

describe('the verdict', () => {
  test('counts the requirements not met', () => {
    expect(html).toMatch(/Chưa sẵn sàng:<\/span><\/span> 1\/11 yêu cầu chưa đạt\./);
  });

  test('stays open while only villages are missing', () => {
    const scorecard = { ...ready.scorecard, ready: null, coverage: { expected: 4, answered: 1 } };
    expect(communePage({ ...commune, row: { ...ready, scorecard } })).toContain('3 thôn, bản chưa có số liệu');
  });
});

describe('a criterion', () => {
  test('gives its clause with the plan’s words and the reading chosen', () => {
    expect(html).toMatch(/Mục II\.2: “Không để đối tượng/);
    expect(html).toContain('Chỉ tính người cư trú');
  });

  test('gives figures with their share where they are known', () => {
    expect(communePage({ ...commune, row: ready })).toContain('98 / 98 hộ (100 %)');
  });

  test('says what stands in place of a number that is masked, and nothing of how far it is', () => {
    const criteria = ready.scorecard.criteria.map((criterion) => ({
      ...criterion,
      ...{ numerator: null, denominator: null, shortfall: null, bounds: { numerator: null, denominator: null } },
      masked: { numerator: 'withheld' as const, denominator: '<5' as const, shortfall: 'withheld' as const },
    }));
    const masked = communePage({ ...commune, row: { ...ready, scorecard: { ...ready.scorecard, criteria } } });
    expect(masked).toContain('<dd>không nêu / &lt;5 người</dd>');
    expect(masked).not.toContain('Còn cách mức đạt');
  });

  test('says what is known of figures while a village is missing', () => {
    expect(html).toContain('<dd>ít nhất 1</dd>');
    expect(html).toContain('chưa rõ / chưa rõ');
  });

  test('says how far it is from being met', () => {
    const criteria = notReady.scorecard.criteria.map((result) =>
      result.id === 'TD6a' ? { ...result, status: 'not_met' as const, shortfall: 1012 } : result,
    );
    const row = { ...notReady, scorecard: { ...notReady.scorecard, criteria } };
    expect(communePage({ ...commune, row })).toMatch(/<dt>Còn cách mức đạt<\/dt><dd>1\.012 hộ<\/dd>/);
  });
});

test('flags stand beside the class in the form’s own words', () => {
  const label = { vi: 'Nâng một loại vì nằm trên tuyến trọng điểm', en: 'One class higher' };
  expect(communePage({ ...commune, flagLabels: [label] })).toContain(label.vi);
});

describe('recognition', () => {
  const decision = { decisionNumber: '03/QĐ-UBND', decisionDate: '2026-01-15', basisHolds: true };
  const withState = (state: NonNullable<typeof commune.recognition>['state'], basisHolds = true) =>
    communePage({ ...commune, recognition: { ...decision, state, basisHolds } });

  test('names the paper by which it stands where it does', () => {
    expect(html).toContain('<dd>Chưa có hồ sơ đề nghị</dd>');
    expect(withState('recognised')).toContain('<dd>Đã được công nhận (văn bản số 03/QĐ-UBND ngày 15/01/2026)</dd>');
  });

  test('a change of what it rests on is not overlooked, but where nothing rests on it any more', () => {
    expect(withState('maintained', false)).toContain('Kết quả làm căn cứ đã thay đổi');
    expect(withState('revoked', false)).not.toContain('Kết quả làm căn cứ đã thay đổi');
  });

  test('a merged commune is told how many of those before it were recognised, and that it inherits nothing', () => {
    expect(html).not.toContain('Trước khi sắp xếp');
    const merged = communePage({ ...commune, predecessors: { total: 3, recognised: 1 } });
    expect(merged).toContain('1/3 đơn vị cũ đã được công nhận. Việc công nhận không được kế thừa');
  });
});

describe('counts that could identify somebody', () => {
  const shown = (figures: typeof commune.figures) => communePage({ ...commune, figures });

  test('are masked, and who may see them is shown the way and told that it is recorded', () => {
    expect(shown({ shown: 'masked', mayBeExact: false })).not.toContain('figures=exact');
    const page = shown({ shown: 'masked', mayBeExact: true });
    expect(page).toContain('<a href="?figures=exact">Xem số liệu cụ thể</a>');
    expect(page).toContain('Việc xem được ghi vào nhật ký.');
  });

  test('are said to be as they are where they are, with the way back', () => {
    expect(shown({ shown: 'exact', mayBeExact: true })).toContain('<a href="?">Che lại các số nhỏ</a>');
  });
});
