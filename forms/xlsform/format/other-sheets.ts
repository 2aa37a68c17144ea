import { levels } from '../../definition/schema.ts';
import type { Field, SheetFormat } from './field.ts';

export const choiceFields: readonly Field[] = [
  { column: 'list_name', kind: 'name', always: true, width: 20 },
  { column: 'name', kind: 'name', always: true, width: 20 },
  { column: 'label', kind: 'labels', needed: true, always: true, width: 44 },
];

export const settingsFields: readonly Field[] = [
  { column: 'form_title', kind: 'text', always: true, width: 60 },
  // Ours: the title in further languages, apart because pyxform fails on a form_title with a language.
  { column: 'translated_title', kind: 'labels', width: 60 },
  { column: 'form_id', kind: 'name', always: true, width: 24 },
  { column: 'default_language', kind: 'name', always: true, width: 20 },
  // Ours: every language of the form in order, also those that nothing has been translated to yet.
  { column: 'languages', kind: 'text', always: true, width: 14 },
  { column: 'source', kind: 'labels', width: 60 },
];

const checksFormat: SheetFormat = {
  sheet: 'checks',
  fields: [
    { column: 'id', kind: 'name', always: true, width: 26 },
    { column: 'level', kind: 'word', options: levels, always: true, width: 12 },
    { column: 'test', kind: 'expression', always: true, width: 50 },
    { column: 'severity', kind: 'word', options: ['error', 'warning'], always: true, width: 12 },
    { column: 'message', kind: 'labels', needed: true, always: true, width: 60 },
  ],
};

const attributesFormat: SheetFormat = {
  sheet: 'attributes',
  fields: [
    { column: 'name', kind: 'name', always: true, width: 26 },
    { column: 'type', kind: 'word', options: ['yes_no', 'number', 'text'], always: true, width: 12 },
    { column: 'label', kind: 'labels', needed: true, always: true, width: 44 },
  ],
};

const calculationsFormat: SheetFormat = {
  sheet: 'calculations',
  fields: [
    { column: 'name', kind: 'name', always: true, width: 26 },
    { column: 'expression', kind: 'expression', always: true, width: 60 },
    { column: 'label', kind: 'labels', width: 44 },
  ],
};

/** A measure's columns; a criterion of several measures has one row for each, the further ones with nothing but these and its id. */
export const measureFields: readonly Field[] = [
  { column: 'numerator', kind: 'expression', at: ['measure', 'numerator'], always: true, width: 50 },
  { column: 'denominator', kind: 'expression', at: ['measure', 'denominator'], always: true, width: 36 },
  {
    column: 'comparison',
    kind: 'word',
    at: ['measure', 'comparison'],
    options: ['=', '<', '<=', '>', '>='],
    always: true,
    width: 12,
  },
  { column: 'target', kind: 'number', at: ['measure', 'target'], always: true, width: 10 },
  { column: 'empty', kind: 'word', at: ['measure', 'empty'], options: ['met', 'invalid'], width: 10 },
  { column: 'counts', kind: 'labels', at: ['measure', 'counts'], width: 44 },
  { column: 'unit', kind: 'labels', at: ['measure', 'unit'], width: 12 },
];

const idField: Field = { column: 'id', kind: 'name', always: true, width: 10 };

export const criteriaFormat: SheetFormat = {
  sheet: 'criteria',
  fields: [
    idField,
    { column: 'clause', kind: 'text', always: true, width: 10 },
    { column: 'requirement', kind: 'flag', always: true, width: 12 },
    { column: 'title', kind: 'labels', needed: true, always: true, width: 44 },
    { column: 'quote', kind: 'labels', width: 60 },
    { column: 'reading', kind: 'labels', width: 44 },
    { column: 'applicable', kind: 'expression', width: 36 },
    { column: 'test', kind: 'expression', width: 50 },
    ...measureFields,
    { column: 'weight', kind: 'number', width: 10 },
  ],
};

export const targetsFormat: SheetFormat = {
  sheet: 'targets',
  fields: [
    idField,
    { column: 'clause', kind: 'text', always: true, width: 10 },
    { column: 'title', kind: 'labels', needed: true, always: true, width: 60 },
    { column: 'by', kind: 'date', always: true, width: 14 },
    { column: 'level', kind: 'word', options: levels, width: 12 },
    { column: 'state_question', kind: 'name', at: ['state', 'question'], width: 20 },
    { column: 'state_is', kind: 'text', at: ['state', 'is'], width: 14 },
    { column: 'class_from', kind: 'text', at: ['state', 'classFrom'], width: 12 },
    { column: 'class_to', kind: 'text', at: ['state', 'classTo'], width: 12 },
    { column: 'share', kind: 'number', always: true, width: 10 },
    { column: 'count', kind: 'number', width: 10 },
    { column: 'units', kind: 'names', width: 36 },
  ],
};

export const calendarFormat: SheetFormat = {
  sheet: 'calendar',
  fields: [
    idField,
    { column: 'kind', kind: 'word', options: ['due', 'every'], always: true, width: 10 },
    { column: 'clause', kind: 'text', always: true, width: 10 },
    { column: 'title', kind: 'labels', needed: true, always: true, width: 60 },
    { column: 'due', kind: 'date', always: true, width: 14 },
    { column: 'period', kind: 'word', options: ['week', 'month', 'quarter', 'year'], always: true, width: 12 },
    { column: 'inclusive', kind: 'flag', always: true, width: 12 },
    { column: 'audience', kind: 'word', options: ['village', 'commune', 'district', 'province'], width: 14 },
  ],
};

/** The sheets of ours whose rows are the entries of a list, by the definition's key. */
export const listFormats = {
  attributes: attributesFormat,
  checks: checksFormat,
  calculations: calculationsFormat,
} satisfies Record<string, SheetFormat>;

/** What a row of the `classification` sheet states. */
export const classificationKinds = ['class', 'rule', 'flag'] as const;

/**
 * A `class` row for each class, from the least to the most severe; a `rule` row for each rule, in the order of judging, with the
 * class that it gives; a `flag` row for each flag.
 */
export const classificationFormat: SheetFormat = {
  sheet: 'classification',
  fields: [
    { column: 'kind', kind: 'word', options: classificationKinds, always: true, width: 10 },
    { column: 'name', kind: 'name', always: true, width: 26 },
    { column: 'when', kind: 'expression', always: true, width: 60 },
    { column: 'label', kind: 'labels', width: 44 },
  ],
};
