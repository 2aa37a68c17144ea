import { type QuestionType, questionTypes } from '../../definition/schema.ts';

/** What the `type` cell of a survey row says. */
export type TypeCell =
  | { kind: 'question'; type: QuestionType; list?: string; orOther: boolean; rest: string }
  | { kind: 'begin'; control: 'group' | 'repeat' }
  | { kind: 'end'; control: 'group' | 'repeat' }
  /** The device records it by itself; there is nothing that a person is asked. */
  | { kind: 'metadata'; type: string }
  /** A type of XLSForm that a form here cannot ask. */
  | { kind: 'unsupported'; type: string }
  | { kind: 'unknown'; type: string };

const aliases = new Map<string, QuestionType>(
  Object.entries({
    int: 'integer',
    'add integer prompt': 'integer',
    'add decimal prompt': 'decimal',
    string: 'text',
    'add text prompt': 'text',
    'add note prompt': 'note',
    'add date prompt': 'date',
    trigger: 'acknowledge',
    'add acknowledge prompt': 'acknowledge',
    calculation: 'calculate',
  } as const),
);

/** The longest first, because some begin with another. */
const selects: [words: string, type: QuestionType][] = [
  ['add select one prompt using', 'select_one'],
  ['add select multiple prompt using', 'select_multiple'],
  ['select all that apply from', 'select_multiple'],
  ['select all that apply', 'select_multiple'],
  ['select multiple from', 'select_multiple'],
  ['select multiple', 'select_multiple'],
  ['select one from', 'select_one'],
  ['select one', 'select_one'],
  ['select1', 'select_one'],
];

const metadata = [
  'start',
  'end',
  'today',
  'deviceid',
  'device id',
  'imei',
  'phonenumber',
  'simserial',
  'subscriberid',
  'username',
  'email',
  'audit',
  'start-geopoint',
  'background-audio',
  'background-geopoint',
];

const unsupported = [
  'geopoint',
  'geotrace',
  'geoshape',
  'gps',
  'location',
  'image',
  'photo',
  'add image prompt',
  'add photo prompt',
  'audio',
  'add audio prompt',
  'video',
  'add video prompt',
  'file',
  'add file prompt',
  'barcode',
  'time',
  'datetime',
  'date time',
  'rank',
  'osm',
  'xml-external',
  'csv-external',
  'cascading select',
  'select one external',
  'select one from file',
  'select multiple from file',
];

const controls = new Map<string, 'group' | 'repeat' | null>(
  Object.entries({
    group: 'group',
    repeat: 'repeat',
    lgroup: 'repeat',
    'looped group': 'repeat',
    loop: null,
  } as const),
);

/** Reads a `type` cell with the spellings that pyxform accepts: `select one from yes_no`, `begin group`, `int`. */
export function readTypeCell(cell: string): TypeCell {
  const text = cell.trim().replace(/\s+/g, ' ');
  const words = text.toLowerCase().replaceAll('_', ' ');

  const control = /^(begin|end) ([a-z ]+?)( over .*)?$/.exec(words);
  const what = control ? controls.get(control[2]!) : undefined;
  if (control && what) return { kind: control[1] as 'begin' | 'end', control: what };
  if (what === null) return { kind: 'unsupported', type: text };

  const beginsWith = (known: string) => words === known || words.startsWith(`${known} `);
  const refused = unsupported.find(beginsWith);
  if (refused !== undefined) return { kind: 'unsupported', type: text.slice(0, refused.length) };

  const select = selects.find(([known]) => beginsWith(known));
  if (select) {
    const [list, ...rest] = text.slice(select[0].length).trim().split(' ');
    const orOther = rest.length > 0 && /^or[ _](specify[ _])?other$/i.test(rest.join(' '));
    return {
      kind: 'question',
      type: select[1],
      ...(list && { list }),
      orOther,
      rest: orOther ? '' : rest.join(' '),
    };
  }
  const type = questionTypes.find((known) => known === text.toLowerCase()) ?? aliases.get(words);
  if (type !== undefined) return { kind: 'question', type, orOther: false, rest: '' };
  return { kind: metadata.includes(words) ? 'metadata' : 'unknown', type: text };
}

/** What people may have meant by a type that is not known. */
export const knownTypeWords: readonly string[] = [
  ...questionTypes,
  'begin_group',
  'end_group',
  'begin_repeat',
  'end_repeat',
];
