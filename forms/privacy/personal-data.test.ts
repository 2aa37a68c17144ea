import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber } from '../format-number.ts';
import { findPersonalData } from './personal-data.ts';

const kinds = (text: string) => findPersonalData(text).map(({ kind }) => kind);

test.each([
  // Numbers of identity papers, with and without what they are called.
  ['001099012345', 'identity_number', '001099012345'],
  ['Ông A, CCCD 012 345 678 901, bản Nà Khuy', 'identity_number', 'CCCD 012 345 678 901'],
  ['034.195.001.234', 'identity_number', '034.195.001.234'],
  ['0341 9500 1234', 'identity_number', '0341 9500 1234'],
  ['034-1-95-001234', 'identity_number', '034-1-95-001234'],
  ['số định danh là 999888777666', 'identity_number', 'định danh là 999888777666'],
  ['CMND: 123456789', 'identity_number', 'CMND: 123456789'],
  ['đối tượng 045123456 đã cai', 'identity_number', '045123456'],
  ['012 345 678', 'identity_number', '012 345 678'],
  ['Hộ chiếu B1234567', 'identity_number', 'Hộ chiếu B1234567'],
  // Telephones.
  ['gọi 0912345678', 'phone', '0912345678'],
  ['0912.345.678', 'phone', '0912.345.678'],
  ['0912 345 678', 'phone', '0912 345 678'],
  ['091-234-5678', 'phone', '091-234-5678'],
  ['09 12 34 56 78', 'phone', '09 12 34 56 78'],
  ['+84 912 345 678', 'phone', '+84 912 345 678'],
  ['(+84) 912345678', 'phone', '(+84) 912345678'],
  ['84912345678', 'phone', '84912345678'],
  ['+84.912.345.678', 'phone', '+84.912.345.678'],
  ['01662345678', 'phone', '01662345678'],
  ['Trực ban 0213 3876 543', 'phone', '0213 3876 543'],
  ['(024) 3822 1234', 'phone', '(024) 3822 1234'],
  ['O9l2345678', 'phone', 'O9l2345678'],
  ['09O2 345 67O', 'phone', '09O2 345 67O'],
  ['０９１２３４５６７８', 'phone', '０９１２３４５６７８'],
  ['0912\u200B345\u200B678', 'phone', '0912\u200B345\u200B678'],
  ['๐๙๑๒๓๔๕๖๗๘', 'phone', '๐๙๑๒๓๔๕๖๗๘'],
  // Health insurance.
  ['Thẻ GD4012312345678', 'health_insurance', 'GD4012312345678'],
  ['DN 4 01 2312345678', 'health_insurance', 'DN 4 01 2312345678'],
  ['mã BHXH 2312345678', 'health_insurance', 'BHXH 2312345678'],
  // Births.
  ['Lò Văn A, sinh năm 1990', 'birth_date', 'sinh năm 1990'],
  ['sinh ngày 15/3/1990', 'birth_date', 'sinh ngày 15/3/1990'],
  ['sinh 5 tháng 3 năm 1990', 'birth_date', 'sinh 5 tháng 3 năm 1990'],
  ['Vàng A B (SN 1985)', 'birth_date', 'SN 1985'],
  ['s/n: 1985', 'birth_date', 's/n: 1985'],
  ['ngày sinh: 15-03-90', 'birth_date', 'sinh: 15-03-90'],
  // Addresses and accounts.
  ['gửi a.nguyen+x@gmail.com nhé', 'email', 'a.nguyen+x@gmail.com'],
  ['a [at] gmail.com', 'email', 'a [at] gmail.com'],
  ['thẻ 4123 4567 8901 2345', 'account_number', '4123 4567 8901 2345'],
  ['STK 19031234567890', 'account_number', '19031234567890'],
])('%s holds %s', (text, kind, characters) => {
  const found = findPersonalData(text).map((each) => [each.kind, each.text]);
  expect(found).toEqual([[kind, characters]]);
});

test.each([
  'Quyết định số 123/QĐ-UBND ngày 15/11/2024 của UBND xã',
  'Số 1234/2024/QĐ-UBND, Kế hoạch 45/KH-CAT-PC04',
  'Nghị định 105/2021/NĐ-CP, Thông tư 90/2025/TT-BCA',
  'Biên bản họp bản ngày 08-10-2024 15 người dự',
  'Họp ngày 09.12.2024, 03.12.2024 và 2024-12-05',
  'Kinh phí 1.234.567 đồng, 84.912.345.678 đồng, 150.000.000đ',
  'Kinh phí 150000000 đồng; hỗ trợ 123456789 đ',
  'Tổng 250000000',
  'Diện tích 12.345,67 m², dân số 1.192 người, 1,234,567',
  'Từ 07.30 - 11.30 các ngày 03, 05, 07, 08, 12',
  'Các tổ 03 05 07 08 12 đã ký',
  'Học sinh năm 2024, vệ sinh ngày 15/11/2024, phát sinh năm 2023, khai sinh năm 2024',
  'Sinh hoạt chi bộ ngày 15/11/2024, giáo viên và sinh viên năm 2024',
  'Năm 2023 có 12 vụ, năm 2024 có 9 vụ',
  'Tọa độ 21.028511, 105.804817',
  'Điện 113, đường dây nóng 1900 1234',
  'Quốc lộ 4D, km 12+345; đường tỉnh 129',
  '2 tổ x 12 hộ = 24 hộ; 100%',
  'Mã đơn vị 03424, biểu 01/TK, trang 12-15',
  '',
])('“%s” holds nothing of a person', (text) => {
  expect(findPersonalData(text)).toEqual([]);
});

test('places are those of the composed text, whatever stands before', () => {
  const text = 'e\u0302 𝟘 đt 0912345678';
  const [found] = findPersonalData(text);
  expect(text.normalize('NFC').slice(found!.start, found!.end)).toBe('0912345678');
});

test('of several everything is found, each once and in order', () => {
  expect(kinds('0912345678; a@b.vn; SN 1990; 001099012345')).toEqual([
    'phone',
    'email',
    'birth_date',
    'identity_number',
  ]);
});

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const gap = fc.constantFrom('', ' ', '.', '-', ' - ', '\u00A0');
const around = fc.constantFrom('', 'đt ', 'của ông A: ', '(', 'số ');

test('every mobile number is found, however it is parted into groups', () => {
  fc.assert(
    fc.property(around, fc.constantFrom('3', '5', '7', '8', '9'), digits(8), gap, (before, network, rest, between) => {
      const number = `0${network}${rest.slice(0, 2)}${between}${rest.slice(2, 5)}${between}${rest.slice(5)}`;
      const found = findPersonalData(`${before}${number}.`);
      expect(found).toMatchObject([{ kind: 'phone', text: expect.stringContaining(number) }]);
    }),
  );
});

test('every number of a citizen is found', () => {
  const province = fc.integer({ min: 1, max: 96 }).map((code) => String(code).padStart(3, '0'));
  fc.assert(
    fc.property(around, province, fc.integer({ min: 0, max: 3 }), digits(8), (before, code, century, rest) => {
      expect(kinds(`${before}${code}${century}${rest}`)).toEqual(['identity_number']);
    }),
  );
});

test('no amount as Vietnamese or English write it and no date is taken for anything else', () => {
  const amount = fc
    .tuple(fc.integer({ min: 0, max: 2 ** 45 }), fc.constantFrom('vi', 'en'))
    .map(([number, language]) => formatNumber(number, language));
  const day = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10).split('-').reverse())
    .chain((parts) => fc.constantFrom('/', '-', '.').map((between) => parts.join(between)));
  fc.assert(
    fc.property(
      fc.array(fc.oneof(amount, day), { maxLength: 5 }),
      fc.constantFrom('; ', ' và ', ', '),
      (words, between) => {
        expect(findPersonalData(words.join(between))).toEqual([]);
      },
    ),
    { numRuns: 500 },
  );
});

test('any text is read, and what is found stands where it is said to stand', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const { start, end, text: found } of findPersonalData(text)) {
        expect(text.normalize('NFC').slice(start, end)).toBe(found);
      }
    }),
  );
});

test('a long text costs no more than its length', () => {
  for (const part of ['a', '0', ' ', 'sinh ', '09 ', '1.234', '@', 'học  ', '0912345678 ']) {
    expect(findPersonalData(part.repeat(20_000)).length).toBeLessThanOrEqual(20_000);
  }
  for (const begun of ['sinh', 'sinh năm', 'sinh 1', 'cccd', '+84', 'a@b']) {
    expect(findPersonalData(`${begun}${' '.repeat(200_000)}.`)).toEqual([]);
  }
});
