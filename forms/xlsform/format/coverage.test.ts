import { expect, test } from 'vitest';
import * as schema from '../../definition/schema.ts';
import { type Field, keysOf } from './field.ts';
import { calendarFormat, criteriaFormat, listFormats, measureFields, targetsFormat } from './other-sheets.ts';
import { questionFields, sectionFields } from './survey-fields.ts';

const keysIn = (fields: readonly Field[]) => [...new Set(fields.map((field) => keysOf(field)[0]))].sort();
const without = (keys: string[], ...others: string[]) => keys.filter((key) => !others.includes(key)).sort();

test.each<[string, string[], readonly Field[]]>([
  // The type has a cell of its own reading, a section's questions are the rows below it.
  ['a question', without(Object.keys(schema.QuestionSchema.entries), 'type'), questionFields],
  ['a section', without(Object.keys(schema.SectionSchema.entries), 'questions'), sectionFields],
  ['a check', without(Object.keys(schema.CheckSchema.entries)), listFormats.checks.fields],
  ['an attribute', without(Object.keys(schema.AttributeSchema.entries)), listFormats.attributes.fields],
  ['a calculation', without(Object.keys(schema.CalculationSchema.entries)), listFormats.calculations.fields],
  // Several measures are several rows.
  ['a criterion', without(Object.keys(schema.CriterionSchema.entries), 'all'), criteriaFormat.fields],
  ['a target', without(Object.keys(schema.TargetSchema.entries)), targetsFormat.fields],
  [
    'a date',
    without(schema.CalendarEntrySchema.options.flatMap(({ entries }) => Object.keys(entries))),
    calendarFormat.fields,
  ],
])('every key of %s has a column, and no column is without a key', (_, keys, fields) => {
  expect(keysIn(fields)).toEqual([...new Set(keys)]);
});

test('every key of a measure has a column', () => {
  expect(measureFields.map((field) => keysOf(field)[1]).sort()).toEqual(
    Object.keys(schema.MeasureSchema.entries).sort(),
  );
});

test('every part of a form has a sheet', () => {
  const parts = without(Object.keys(schema.FormDefinitionSchema.entries), 'id', 'title', 'languages', 'source');
  expect(parts).toEqual(
    ['sections', 'choices', ...Object.keys(listFormats), 'criteria', 'classification', 'targets', 'calendar'].sort(),
  );
});
