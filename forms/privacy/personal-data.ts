import { readable, withoutOrdinary } from './readable-text.ts';

export type PersonalDataKind =
  | 'identity_number'
  | 'health_insurance'
  | 'phone'
  | 'birth_date'
  | 'email'
  | 'account_number';

/** Characters that look like a person's data; `start` and `end` are places in the text's composed form (NFC). */
export interface PersonalData {
  kind: PersonalDataKind;
  start: number;
  end: number;
  text: string;
}

interface Pattern {
  kind: PersonalDataKind;
  pattern: RegExp;
  /** Whether what matched is meant; all of it unless stated. `after` is what stands behind it. */
  meant?(found: string, after: string): boolean;
}

/** Between the digits of one number: what people put there, within a line. */
const GAP = '[^\\S\\r\\n]?[.()·_–—-]?[^\\S\\r\\n]?';
const more = (count: number) => `(?:${GAP}\\d){${count}}`;
const END = '(?!\\d)';
const WORD_START = '(?<![\\p{L}\\p{N}])';
const DATE =
  '\\d{1,2}\\s*[./-]\\s*\\d{1,2}\\s*[./-]\\s*\\d{2,4}|\\d{1,2}\\s+tháng\\s+\\d{1,2}(?:\\s+năm|\\s*,)?\\s+\\d{4}';
const YEAR = '(?:19|20)\\d\\d(?!\\d)';

/** Words before "sinh" with which it has nothing to do with a birth: học sinh, phát sinh, vệ sinh năm 2024. */
const NOT_BORN =
  'học|vệ|phát|nảy|nẩy|môi|tái|dân|hy|hi|sản|mưu|an|khai|sơ|thí|giáo|tuyển|sát|hộ|hậu|quần|hồi|phục|tự|thư';

/** Behind a number, what says that it is an amount and nobody's number. */
const AMOUNT = /^\s*(?:đồng|vnđ|vnd|triệu|nghìn|ngàn|tỷ|tỉ|người|hộ|lượt|cây|tờ|bản|(?:đ|m2|m²|ha|km|kg|g)(?!\p{L}))/iu;

/** Days, hours or villages one after another: 03 05 07 08 12. */
const isListOfSmallNumbers = (found: string) => {
  const groups = found.match(/\d+/g) ?? [];
  return groups.length > 1 && groups.every((group) => group.length === 2 && Number(group) <= 31);
};

/** Twelve digits that begin with a province, 001 to 096, and with a century and sex that can be. */
const isCitizen = (found: string) => /^0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}$/.test(found.replace(/\D/g, ''));

/** Those that dates take part in are looked for first, the others in what is left without dates and amounts. */
const first: Pattern[] = [
  {
    kind: 'email',
    pattern: /[\p{L}\p{N}._%+-]{1,64}\s?(?:@|\[at\]|\(at\))\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/giu,
  },
  {
    kind: 'birth_date',
    pattern: new RegExp(
      `(?:(?<!(?:${NOT_BORN})\\s+)${WORD_START}sinh|${WORD_START}(?:sn|s/n|s\\.n|n/s|dob))` +
        `(?:\\s+(?:ngày|năm|vào|là|tháng))*(?:\\s*[:.,])?\\s*(?:${DATE}|${YEAR})`,
      'giu',
    ),
  },
];

const numbers: Pattern[] = [
  { kind: 'identity_number', pattern: /(?:hộ chiếu|passport)[^\n\d]{0,12}[A-Z]\d{7}(?!\d)/giu },
  {
    kind: 'identity_number',
    pattern: new RegExp(
      `(?:cccd|cmnd|cmt|căn cước|chứng minh|định danh)[^\\n\\d]{0,25}\\d(?:${more(11)}|${more(8)})${END}`,
      'giu',
    ),
  },
  // GD 4 01 2312345678: whom it covers, how much of it, the province, the number in the register of social insurance.
  { kind: 'health_insurance', pattern: new RegExp(`${WORD_START}[A-Z]{2}${more(13)}${END}`, 'giu') },
  {
    kind: 'health_insurance',
    pattern: new RegExp(`(?:bhyt|bhxh|bảo hiểm y tế|bảo hiểm xã hội)[^\\n\\d]{0,15}\\d${more(9)}${END}`, 'giu'),
  },
  { kind: 'account_number', pattern: /(?<!\d)(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4})(?!\d)/gu },
  // Since 2016: province, century and sex, year of birth, six digits (Decree 137/2015/NĐ-CP, article 13).
  {
    kind: 'identity_number',
    pattern:
      /(?<!\d)0(?:\d{11}|\d\d([ .-])(?:\d{3}\1\d{3}\1\d{3}|\d\1\d\d\1\d{6})|\d{3}([ .-])\d{4}\2\d{4}|\d{5}[ .-]\d{6})(?!\d)/gu,
    meant: isCitizen,
  },
  // Mobiles of today and of before 2018, and landlines.
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<![\\d+])(?:\\(?\\+${GAP}8${GAP}4\\)?${GAP}0?|\\(?0084|84|\\(?0)` +
        `(?:${GAP}[35789]${more(8)}|${GAP}1${GAP}[2689]${more(8)}|${GAP}2${more(9)})${END}`,
      'gu',
    ),
    meant: (found, after) => !isListOfSmallNumbers(found) && (!/^8/.test(found) || !AMOUNT.test(after)),
  },
  // The identity card of before: its first digits name a province, 01 to 38.
  { kind: 'identity_number', pattern: /(?<!\d)0\d\d([ .-])\d{3}\1\d{3}(?!\d)/gu },
  {
    kind: 'identity_number',
    pattern: /(?<![\d/.,])[0-3]\d{8}(?!\d)/gu,
    meant: (found, after) => !found.endsWith('000') && !AMOUNT.test(after),
  },
];

/**
 * Everything in a text that looks like the data of a person: numbers of identity papers and of health insurance, telephone
 * numbers, dates of birth, e-mail addresses, long numbers of cards and accounts. Names cannot be found this way and are not looked
 * for. Dates of meetings, amounts with their dots, decisions and years are left alone; what could be either is judged by the words
 * beside it.
 */
export function findPersonalData(text: string): PersonalData[] {
  const found: PersonalData[] = [];
  let left = readable(text);
  const search = ({ kind, pattern, meant }: Pattern) => {
    const places = [...left.text.matchAll(pattern)]
      .map((match) => [match.index, match.index + match[0].length] as const)
      .filter(([from, to]) => !meant || meant(left.text.slice(from, to), left.text.slice(to, to + 12)));
    found.push(...places.map(([from, to]) => ({ kind, ...left.place(from, to) })));
    left = left.without(places);
  };
  for (const pattern of first) search(pattern);
  left = withoutOrdinary(left);
  for (const pattern of numbers) search(pattern);
  return found.sort((a, b) => a.start - b.start);
}
