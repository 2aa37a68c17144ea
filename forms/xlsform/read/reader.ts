import type { Issue } from '../../issue.ts';
import { columnLetters } from '../workbook/cell.ts';
import { Sources } from './sources.ts';

/** Where something stands in a workbook; without a row, the sheet as a whole. */
export interface Place {
  sheet: string;
  row?: number;
  column?: number;
}

/** What the readers of the sheets share: the issues so far, where every part came from, and the languages met. */
export class Reader {
  readonly issues: Issue[] = [];
  readonly sources = new Sources();
  /** The languages that headings name, in the order in which they are met. */
  readonly languages = new Set<string>();
  /** Whether a text stands under a heading that names no language. */
  usesPlainLanguage = false;
  readonly from1904: boolean;
  /** The language of headings that name none. */
  readonly plainLanguage: string;

  constructor(plainLanguage: string, from1904: boolean) {
    this.plainLanguage = plainLanguage;
    this.from1904 = from1904;
  }

  error(code: string, place: Place | null, vi: string, en: string): void {
    this.issues.push(workbookIssue('error', code, place, vi, en));
  }

  warning(code: string, place: Place | null, vi: string, en: string): void {
    this.issues.push(workbookIssue('warning', code, place, vi, en));
  }
}

/**
 * An issue of a workbook. Its path is a cell (`survey!B12`), a row (`survey!12`), a sheet (`survey`) or, for the whole file, empty;
 * its sentence begins with the row and the sheet as ODK's tools do, so `vi` and `en` begin in lower case.
 */
export function workbookIssue(
  severity: Issue['severity'],
  code: string,
  place: Place | null,
  vi: string,
  en: string,
): Issue {
  if (!place) return { code, severity, path: '', message: { vi: capitalised(vi), en: capitalised(en) } };
  const { sheet, row, column } = place;
  const [line, dong] = row === undefined ? ['', ''] : [`[row : ${row}] `, `[dòng : ${row}] `];
  return {
    code,
    severity,
    path: row === undefined ? sheet : `${sheet}!${column === undefined ? '' : columnLetters(column)}${row}`,
    message: { vi: `${dong}Trên trang tính '${sheet}', ${vi}`, en: `${line}On the '${sheet}' sheet, ${en}` },
  };
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
