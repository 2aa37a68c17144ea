import { expect, test } from 'vitest';
import { readXlsform, templates, writeXlsform } from '../index.ts';

test.each(Object.entries(templates))(
  '%s comes back from a workbook as it was, with nothing to report',
  async (_, form) => {
    const { definition, issues } = await readXlsform(await writeXlsform(form));
    expect(issues).toEqual([]);
    expect(definition).toEqual(form);
  },
);

test.each(Object.entries(templates))('%s is always written as the same bytes', async (_, form) => {
  expect(await writeXlsform(form)).toEqual(await writeXlsform(structuredClone(form)));
});
