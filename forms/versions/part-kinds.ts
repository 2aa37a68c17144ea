import type {
  Attribute,
  Calculation,
  CalendarEntry,
  Check,
  Choice,
  Classification,
  Criterion,
  FormDefinition,
  Question,
  Section,
  Target,
} from '../definition/schema.ts';
import type { Field, PartKind } from './compare-part.ts';

const meaning = (code: string, vi: string, en: string): Field => ({ code, severity: 'meaning', what: { vi, en } });
const wording = (vi: string, en: string): Field => ({ code: 'wording', severity: 'wording', what: { vi, en } });

const label = wording('nhãn', 'label');
const title = wording('tên', 'title');
const clause = wording('điều khoản', 'clause');

export const questionKind: PartKind<Question> = {
  code: 'question',
  words: { vi: 'câu hỏi', en: 'question', many: 'questions' },
  name: ({ name }) => name,
  label: ({ label }) => label,
  view: ({ name: _, ...question }) => ({
    ...question,
    required: question.required ?? false,
    readonly: question.readonly ?? false,
  }),
  fields: {
    type: meaning('type', 'kiểu câu trả lời', 'type'),
    choices: meaning('choices', 'danh sách lựa chọn', 'list of choices'),
    required: meaning('required', 'điều kiện bắt buộc trả lời', 'condition for being required'),
    relevant: meaning('relevant', 'điều kiện hỏi', 'condition for being asked'),
    constraint: meaning('constraint', 'ràng buộc', 'constraint'),
    calculation: meaning('calculation', 'công thức', 'formula'),
    default: meaning('default', 'giá trị mặc định', 'default'),
    readonly: meaning('readonly', 'điều kiện chỉ đọc', 'condition for being read-only'),
    choice_filter: meaning('choice_filter', 'bộ lọc lựa chọn', 'choice filter'),
    parameters: meaning('parameters', 'tham số', 'set of parameters'),
    unit: meaning('unit', 'đơn vị tính', 'unit of measure'),
    label,
    hint: wording('hướng dẫn', 'hint'),
    guidance_hint: wording('hướng dẫn chi tiết', 'guidance hint'),
    constraint_message: wording('thông báo ràng buộc', 'constraint message'),
    required_message: wording('thông báo bắt buộc trả lời', 'required message'),
    appearance: wording('cách hiển thị', 'appearance'),
  },
};

export const sectionKind: PartKind<Section> = {
  code: 'section',
  words: { vi: 'phần', en: 'section', many: 'sections' },
  name: ({ name }) => name,
  label: ({ label }) => label,
  view: ({ name: _, questions: __, ...section }) => section,
  fields: {
    level: meaning('level', 'cấp trả lời', 'level'),
    relevant: meaning('relevant', 'điều kiện hỏi', 'condition for being asked'),
    label,
  },
};

export const choiceKind: PartKind<Choice> = {
  code: 'choice',
  words: { vi: 'lựa chọn', en: 'choice', many: 'choices' },
  name: ({ name }) => name,
  label: ({ label }) => label,
  view: ({ name: _, label: text, ...columns }) => ({ label: text, columns }),
  fields: { label, columns: meaning('columns', 'cột lọc', 'row of filter columns') },
};

export const attributeKind: PartKind<Attribute> = {
  code: 'attribute',
  words: { vi: 'thuộc tính', en: 'attribute', many: 'attributes' },
  name: ({ name }) => name,
  label: ({ label }) => label,
  view: ({ name: _, ...attribute }) => attribute,
  fields: { type: meaning('type', 'kiểu', 'type'), label },
};

export const checkKind: PartKind<Check> = {
  code: 'check',
  words: { vi: 'quy tắc kiểm tra', en: 'check', many: 'checks' },
  name: ({ id }) => id,
  view: ({ id: _, message, ...rule }) => ({ rule, message }),
  fields: { rule: meaning('rule', 'nội dung', 'rule'), message: wording('thông báo', 'message') },
};

export const calculationKind: PartKind<Calculation> = {
  code: 'calculation',
  words: { vi: 'phép tính', en: 'calculation', many: 'calculations' },
  name: ({ name }) => name,
  label: ({ label }) => label,
  view: ({ name: _, ...calculation }) => calculation,
  fields: { expression: meaning('rule', 'công thức', 'formula'), label },
};

/** The words that an explanation puts around a measure's numbers. */
const measureWords = new Set(['counts', 'unit']);

export const criterionKind: PartKind<Criterion> = {
  code: 'criterion',
  words: { vi: 'tiêu chí', en: 'criterion', many: 'criteria' },
  name: ({ id }) => id,
  label: ({ title }) => title,
  view: ({ id: _, title, clause, quote, reading, requirement, weight, ...rule }) => ({
    ...{ title, clause, quote, reading, weight },
    kind: requirement ? 'requirement' : 'objective',
    rule: only(rule, (key) => !measureWords.has(key)),
    words: only(rule, (key) => measureWords.has(key)),
  }),
  fields: {
    rule: meaning('rule', 'quy tắc', 'rule'),
    kind: meaning('kind', 'loại (điều kiện bắt buộc hoặc mục tiêu)', 'kind, requirement or objective,'),
    weight: meaning('weight', 'trọng số', 'weight'),
    title,
    clause,
    quote: wording('trích dẫn', 'quote'),
    reading: wording('cách hiểu', 'reading'),
    words: wording('lời diễn giải', 'wording of the explanation'),
  },
};

export const classificationKind: PartKind<Classification> = {
  code: 'classification',
  words: { vi: 'việc phân loại', en: 'classification', many: 'classifications' },
  name: () => '',
  view: ({ labels, flags, ...rule }) => ({
    rule: { ...rule, flags: flags.map(({ label: _, ...flag }) => flag) },
    labels: [labels, flags.map((flag) => flag.label)],
  }),
  fields: { rule: meaning('rule', 'quy tắc', 'rule'), labels: wording('nhãn', 'labelling') },
};

export const targetKind: PartKind<Target> = {
  code: 'target',
  words: { vi: 'chỉ tiêu', en: 'target', many: 'targets' },
  name: ({ id }) => id,
  label: ({ title }) => title,
  view: ({ id: _, title, clause, ...goal }) => ({ title, clause, goal }),
  fields: { title, clause, goal: meaning('goal', 'nội dung', 'goal') },
};

export const calendarKind: PartKind<CalendarEntry> = {
  code: 'calendar',
  words: { vi: 'mốc thời gian', en: 'calendar entry', many: 'calendar entries' },
  name: ({ id }) => id,
  label: ({ title }) => title,
  view: ({ id: _, title, clause, ...date }) => ({ title, clause, date }),
  fields: { title, clause, date: meaning('date', 'thời hạn', 'date') },
};

/** What the form says of itself. */
export const formKind: PartKind<FormDefinition> = {
  code: 'form',
  words: { vi: 'biểu mẫu', en: 'form', many: 'forms' },
  name: ({ id }) => id,
  label: ({ title }) => title,
  view: ({
    sections: _sections,
    choices: _choices,
    attributes: _attributes,
    checks: _checks,
    calculations: _calculations,
    criteria: _criteria,
    classification: _classification,
    targets: _targets,
    calendar: _calendar,
    ...own
  }) => own,
  fields: {
    title,
    source: wording('căn cứ', 'source'),
    languages: wording('các ngôn ngữ', 'list of languages'),
  },
};

/** A tree cut down to the leaves whose key is wanted; branches without any are left out, lists keep their length. */
function only(value: unknown, wanted: (key: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => only(item, wanted));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([key, member]) => {
    const holdsWords = measureWords.has(key);
    if (holdsWords || typeof member !== 'object') return wanted(key) ? [[key, member]] : [];
    const rest = only(member, wanted);
    return Object.keys(rest as object).length > 0 ? [[key, rest]] : [];
  });
  return Object.fromEntries(kept);
}
