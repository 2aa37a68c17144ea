import { expect, test } from 'vitest';
import { criterion, scored, village } from './tam-duong.fixture.ts';

const named = (name: string, answers: Parameters<typeof village>[1] = {}) => village(name, answers, name);

test('a shortfall names the villages that it lies in, the largest part first', () => {
  const card = scored([
    named('Nà Tăm', { households_total: 500, households_committed: 495 }),
    named('Bản Hon', { households_total: 400, households_committed: 393 }),
    named('Sin Câu', { households_total: 292, households_committed: 292 }),
  ]);
  expect(criterion(card, 'TD6a').explanation).toEqual({
    vi: 'Đã ký cam kết 1.180/1.192 hộ; thiếu 12 hộ: Bản Hon 7, Nà Tăm 5.',
    en: 'Signed the pledge: 1,180 of 1,192 households; 12 short: Bản Hon 7, Nà Tăm 5.',
  });
});

test('what should not be there is counted by village', () => {
  const card = scored([named('Nà Tăm', { hotspots: 1 }), named('Bản Hon', { points: 1, retailers: 1 })]);
  expect(criterion(card, 'TD1').explanation).toEqual({
    vi: 'Tụ điểm, điểm phức tạp, điểm sử dụng, đối tượng bán lẻ: 3; yêu cầu bằng 0: Bản Hon 2, Nà Tăm 1.',
    en: 'Hotspots, trouble points, places of use, retailers: 3; has to be 0: Bản Hon 2, Nà Tăm 1.',
  });
});

test('villages without something are named without numbers', () => {
  const card = scored([named('Bản Hon'), named('Nà Tăm', { hotline_board: 'no' })]);
  expect(criterion(card, 'TD6b').explanation).toEqual({
    vi: 'Có bảng đường dây nóng 1/2 thôn, bản; thiếu 1 thôn, bản: Nà Tăm.',
    en: 'Hotline board: 1 of 2 villages; 1 short: Nà Tăm.',
  });
});

test('a number that is too small says what it has to be', () => {
  expect(criterion(scored([named('Bản Hon')], { models_effective: 0 }), 'TD7').explanation).toEqual({
    vi: 'Mô hình duy trì hiệu quả: 0; yêu cầu từ 1 trở lên, thiếu 1.',
    en: 'Models kept up effectively: 0; has to be at least 1, 1 short.',
  });
});

test('what is met says with which numbers, and what never arose says so', () => {
  const card = scored([named('Bản Hon')]);
  expect(criterion(card, 'TD6a').explanation.vi).toBe('Đã ký cam kết 120/120 hộ; đạt.');
  expect(criterion(card, 'TD3a').explanation).toEqual({
    vi: 'Người nghiện có hồ sơ quản lý: không phát sinh; đạt.',
    en: 'Addicts with a management file: none arose; met.',
  });
});

test('what cannot be decided names the villages that have not answered and those with blanks', () => {
  const card = scored([named('Bản Hon'), named('Nà Tăm', { households_total: null }), named('Sin Câu', null)]);
  expect(criterion(card, 'TD1').explanation).toEqual({
    vi: 'Chưa kết luận được: còn 1/3 bản chưa có số liệu (Sin Câu).',
    en: 'Cannot be decided yet: 1 of 3 villages has not answered (Sin Câu).',
  });
  expect(criterion(card, 'TD6a').explanation.vi).toBe(
    'Chưa kết luận được: còn 1/3 bản chưa có số liệu (Sin Câu); còn số liệu để trống ở Nà Tăm.',
  );
});

test('a verdict that stands although a village is missing says so', () => {
  const card = scored([named('Bản Hon', { hotspots: 2, hotline_board: 'no' }), named('Sin Câu', null)]);
  expect(criterion(card, 'TD1').explanation.vi).toBe(
    'Tụ điểm, điểm phức tạp, điểm sử dụng, đối tượng bán lẻ: ít nhất 2; yêu cầu bằng 0: Bản Hon 2; ' +
      'chưa đạt, dù còn 1/2 bản chưa có số liệu (Sin Câu).',
  );
  expect(criterion(card, 'TD6b').explanation.en).toBe(
    'Hotline board: 0 to 1 of 2 villages; short in Bản Hon; not met, although 1 of 2 villages has not answered (Sin Câu).',
  );
});

test('no more than five villages are named', () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
  const card = scored(names.map((name) => named(name, { hotspots: 1 })));
  expect(criterion(card, 'TD1').explanation.vi).toContain(': A 1, B 1, C 1, D 1, E 1 và 2 nơi khác.');
});

test('villages without names are counted, not listed', () => {
  const { name: _, kind: __, ...nameless } = village('v1', { hotspots: 1 });
  const missing = { id: 'v2', answers: null };
  const card = scored([nameless, missing]);
  expect(criterion(card, 'TD2').explanation.vi).toBe('Chưa kết luận được: còn 1/2 thôn, bản chưa có số liệu.');
  expect(criterion(card, 'TD1').explanation.vi).toContain('yêu cầu bằng 0; chưa đạt');
});

test('an input error says what to check', () => {
  const card = scored([village('a', { households_total: 0, households_committed: 0 })]);
  expect(criterion(card, 'TD6a').explanation.vi).toBe('Chưa kết luận được: tổng số bằng 0, cần kiểm tra lại số liệu.');
});
