import type { Issue } from '../../issue.ts';

/**
 * Why a file is not read at all. Thrown while the bytes are unpacked, because that runs in callbacks of the inflater and the
 * XML parser which nothing else can stop; `readWorkbook` turns it into an issue.
 */
export class Refusal extends Error {
  readonly issue: Issue;

  constructor(code: string, vi: string, en: string) {
    super(en);
    this.issue = { code, severity: 'error', path: '', message: { vi, en } };
  }
}

/** The bytes contradict themselves: cut off, changed on the way, or never a workbook. */
export function damaged(): Refusal {
  return new Refusal(
    'damaged_workbook',
    'Tệp bị hỏng, không đọc được. Hãy mở tệp bằng Excel hoặc LibreOffice rồi lưu lại dưới dạng .xlsx.',
    'The file is damaged and cannot be read. Open it in Excel or LibreOffice and save it again as .xlsx.',
  );
}
