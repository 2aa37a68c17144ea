import { describe, expect, test } from 'vitest';
import { pageProblems } from '../../ui/page-problems.ts';
import { receipt } from '../fixture.ts';
import { blankPaper, paper, village } from './fixture.ts';
import { printPage } from './print-page.tsx';

/** What is read on the sheet, in order. */
const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

const filled = textOf(printPage(paper));
const blank = textOf(printPage(blankPaper));

test.each(['vi', 'en'])('is wired right in %s', (language) => {
  expect(pageProblems(printPage({ ...paper, language }))).toEqual([]);
  expect(pageProblems(printPage({ ...blankPaper, language }))).toEqual([]);
});

describe('the head', () => {
  test('names the agency, the country, the form, the plan it serves and the round', () => {
    const inOrder = [
      ...['Ủy ban nhân dân', 'xã Bản Bo', 'Cộng hòa xã hội chủ nghĩa Việt Nam', 'Độc lập - Tự do - Hạnh phúc'],
      ...['Phiếu khảo sát', 'Phiếu rà soát', 'Kỳ khảo sát năm 2024', '(Theo Kế hoạch số 1)'],
    ];
    const places = inOrder.map((words) => blank.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('leaves the day to whoever signs, until the form was handed in', () => {
    expect(blank).toContain('Bản Bo, ngày …… tháng …… năm 20……');
    const submitted = textOf(printPage({ ...paper, submission: receipt.submission }));
    expect(submitted).toContain('Bản Bo, ngày 06 tháng 12 năm 2024');
    expect(submitted).toContain('Mã biên nhận: 7KQD-M3TX.');
  });

  test('writes months the official way: a zero before 1 and 2 only', () => {
    const handedIn = (submittedAt: string) =>
      textOf(printPage({ ...paper, submission: { ...receipt.submission, submittedAt } }));
    expect(handedIn('2025-02-05T03:00:00Z')).toContain('ngày 05 tháng 02 năm 2025');
    expect(handedIn('2025-06-05T03:00:00Z')).toContain('ngày 05 tháng 6 năm 2025');
  });

  test('calls a commune named by a number by its kind too', () => {
    const commune = { ...paper.commune, name: '1', kindLabel: 'phường' };
    expect(textOf(printPage({ ...paper, commune }))).toContain('Phường 1, ngày');
  });

  test('says when figures that were not handed in are from', () => {
    expect(filled).toContain('Số liệu đã lưu đến lúc 14:32 ngày 06/12/2024, phiếu chưa nộp.');
  });
});

describe('the empty form', () => {
  test('has every question with its number, hints and choices', () => {
    for (const words of ['Câu 1. Người nghiện', 'Câu 4. Lý do chưa có', 'Câu 5. Các bước', 'Câu 9. Số lẻ']) {
      expect(blank).toContain(words);
    }
    for (const words of ['Hỏi trưởng thôn.', 'Có kết luận của y tế.', 'Lấy theo sổ quản lý.', 'Thiếu kinh phí']) {
      expect(blank).toContain(words);
    }
    expect(blank).not.toContain('Tính');
    expect(blank).not.toContain('1.200');
  });

  test('says in words when a question or a part is to be answered, and nothing where there are no words', () => {
    expect(blank).toContain('Câu 2. Có hồ sơ Chỉ trả lời nếu câu 1 (Người nghiện) lớn hơn 0.');
    expect(blank).toContain('Chỉ trả lời nếu câu 3 (Có bảng số điện thoại) chọn “Không”.');
    expect(blank).toContain(
      'Kế hoạch Chỉ trả lời phần này nếu câu 3 (Có bảng số điện thoại) chọn “Không” hoặc câu 1 (Người nghiện) lớn hơn 0.',
    );
    expect(blank).toMatch(/Câu 9\. Số lẻ\s+(Người lập phiếu|$)/);
  });

  test('has a line to write each number, text and date on, and a box for each choice', () => {
    const html = printPage(blankPaper);
    expect(html.match(/class="box"/g)).toHaveLength(5);
    expect(html.match(/<p class="line">/g)).toHaveLength(4);
    expect(blank).toContain('……… / ……… / …………');
    expect(html).not.toContain('×');
  });
});

describe('the filled form', () => {
  test('shows what was asked only, each question keeping its number', () => {
    expect(filled).not.toContain('Lý do chưa có');
    expect(filled).not.toContain('Chỉ trả lời');
    expect(filled).toContain('Câu 5. Các bước');
  });

  test('writes answers as they are read, ticks what was chosen, and says what is missing or could not be read', () => {
    expect(filled).toContain('1.200 mô hình');
    expect(filled).toContain('31/12/2024');
    expect(filled).toContain('Câu 2. Có hồ sơ Chưa trả lời');
    expect(filled).toContain('“nhiều” (chưa đọc được)');
    expect(filled).toContain('× Có (đã chọn) Không');
  });

  test('leaves out a part of which nothing is asked', () => {
    const relevant = new Set(['addicts', 'board']);
    const page = textOf(printPage({ ...paper, units: [{ ...village, relevant }] }));
    expect(page).toContain('1. Con người');
    expect(page).not.toContain('Kế hoạch Câu');
  });
});

describe('who signs', () => {
  test("of a commune's form its People's Committee", () => {
    expect(filled).toMatch(/Người lập phiếu \(Ký, ghi rõ họ tên\) TM\. Ủy ban nhân dân Chủ tịch \(Ký tên, đóng dấu\)/);
  });

  test("of a village's alone the committee confirms it, and the village heads it", () => {
    const page = textOf(printPage({ ...paper, canSubmit: false, units: [village] }));
    expect(page).toContain('Ủy ban nhân dân xã Bản Bo bản Nà Can');
    expect(page).toContain('Xác nhận của Ủy ban nhân dân xã Bản Bo');
    expect(page).not.toContain('Phần chung');
  });
});

test('leads back, and from each of the two to the other', () => {
  expect(printPage(paper)).toContain('href="/s/12-abc/phieu-trong"');
  expect(printPage(blankPaper)).toContain('href="/s/12-abc/in"');
  expect(printPage(paper)).toContain('href="/s/12-abc"');
});
