import { classificationFormat } from '../format/other-sheets.ts';
import type { Sheet } from '../workbook/cell.ts';
import { readList } from './read-list.ts';
import type { Draft } from './read-row.ts';
import type { Reader } from './reader.ts';

/** The classes in their order, the rules that give them and the flags beside them; undefined without the sheet. */
export function readClassification(sheet: Sheet | undefined, reader: Reader): Draft | undefined {
  if (!sheet || sheet.rows.length === 0) return undefined;
  const rows = readList(sheet, 'classification.rows', classificationFormat, reader);
  const order: unknown[] = [];
  const labels: [string, unknown][] = [];
  const rules: Draft[] = [];
  const flags: Draft[] = [];
  rows.forEach(({ kind, name, when, label }, r) => {
    const from = `classification.rows.${r}`;
    const row = reader.sources.find(from)!;
    if (kind === undefined || name === undefined) {
      const missing = kind === undefined ? 'kind' : 'name';
      reader.error('missing', row, `dòng này chưa có “${missing}”.`, `this row has no “${missing}”.`);
      return;
    }
    if (kind === 'class' && when !== undefined) {
      reader.error(
        'invalid_value',
        row,
        'dòng “class” không có điều kiện “when”; điều kiện ghi ở dòng “rule”.',
        'a “class” row has no “when”; conditions stand in “rule” rows.',
      );
    }
    if (kind === 'rule' && label !== undefined) {
      reader.warning(
        'unused_value',
        row,
        'nhãn ở dòng “rule” không được dùng; nhãn của loại ghi ở dòng “class”.',
        'a label in a “rule” row is not used; classes have theirs in “class” rows.',
      );
    }
    const condition = when !== undefined && { when };
    if (kind === 'class') {
      if (label !== undefined) labels.push([String(name), label]);
      reader.sources.copy(from, `classification.order.${order.push(name) - 1}`);
      reader.sources.copy(from, `classification.labels.${name}`);
    } else if (kind === 'rule') {
      reader.sources.copy(from, `classification.rules.${rules.push({ class: name, ...condition }) - 1}`);
    } else {
      const at = flags.push({ flag: name, ...condition, ...(label !== undefined && { label }) }) - 1;
      reader.sources.copy(from, `classification.flags.${at}`);
    }
  });
  return { order, ...(labels.length > 0 && { labels: Object.fromEntries(labels) }), rules, flags };
}
