import { describe, expect, it } from 'vitest';
import { evaluateExpression } from '../evaluate.ts';
import { documentation } from '../functions/documentation.ts';
import { functions } from '../functions/registry.ts';
import { documentExpressions } from './document.ts';

const page = documentExpressions();
const functionRows = page.slice(page.indexOf('## Functions')).split('\n');

describe('the page about expressions', () => {
  it.each(functions.map(({ name }) => name))('explains %s, and how it differs from ODK', (name) => {
    const { doc, deviation } = documentation[name]!;
    const rows = functionRows.filter((line) => line.startsWith(`| \`${name}(`));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain(doc);
    if (deviation) expect(rows[0]).toContain(deviation);
  });

  it('lists the operators from the tightest to the loosest', () => {
    const order = [
      '| `*` `div` `mod` |',
      '| `+` `-` |',
      '| `<` `<=` `>` `>=` |',
      '| `=` `!=` |',
      '| `and` |',
      '| `or` |',
    ];
    const places = order.map((row) => page.indexOf(row));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('has whole tables: every row has as many cells as its head', () => {
    let cells = 0;
    for (const line of page.split('\n')) {
      if (!line.startsWith('|')) {
        cells = 0;
        continue;
      }
      const found = line.replaceAll('\\|', '').split('|').length;
      if (cells > 0) expect(found).toBe(cells);
      cells = found;
    }
  });

  it.each<[source: string, values: Record<string, (number | null)[]>, verdict: boolean | null]>([
    ['sum(${addicts_total}) = 0', { addicts_total: [1, 3, null] }, false],
    ['sum(${addicts_total}) >= 4', { addicts_total: [1, 3, null] }, true],
    ['sum(${addicts_total}) <= 10', { addicts_total: [1, 3, null] }, null],
  ])('tells the truth about %s', (source, values, verdict) => {
    expect(page).toContain(`\`${source}\``);
    const given = values as unknown as Record<string, string[]>;
    expect(evaluateExpression(source, { mode: 'score', values: given }).value).toBe(verdict);
  });
});
