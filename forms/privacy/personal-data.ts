import { asRead, HOLE } from './as-read.ts';

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

/**
 * One way in which data are written, for all scripts and cases; null for what is nobody's, such as dates and amounts. `isMeant` says
 * whether what matched is meant, `after` being what stands behind it.
 */
type Pattern = [kind: PersonalDataKind | null, source: string, isMeant?: (found: string, after: string) => boolean];

/** Between the digits of one number: what people put there, within a line. */
const GAP = '[^\\S\\r\\n]?[.()·_–—-]?[^\\S\\r\\n]?';
const more = (count: number) => `(?:${GAP}\\d){${count}}`;
const START = '(?<!\\d)';
const END = '(?!\\d)';
const WORD_START = '(?<![\\p{L}\\p{N}])';
const DATE =
  '\\d{1,2}\\s*[./-]\\s*\\d{1,2}\\s*[./-]\\s*\\d{2,4}|\\d{1,2}\\s+tháng\\s+\\d{1,2}(?:\\s+năm|\\s*,)?\\s+\\d{4}';
const YEAR = `(?:19|20)\\d\\d${END}`;

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

/** In their order: each looks at what those before it have left. Those that dates take part in come before dates are set aside. */
const patterns: Pattern[] = [
  [
    'email',
    '[\\p{L}\\p{N}._%+-]{1,64}\\s?(?:@|\\[at\\]|\\(at\\))\\s?[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}',
  ],
  [
    'birth_date',
    `(?:(?<!(?:${NOT_BORN})\\s+)${WORD_START}sinh|${WORD_START}(?:sn|s/n|s\\.n|n/s|dob))` +
      `(?:\\s+(?:ngày|năm|vào|là|tháng))*(?:\\s*[:.,])?\\s*(?:${DATE}|${YEAR})`,
  ],
  // 15/11/2024, 15-11-2024, 15. 11. 2024
  [null, `${START}(?:0?[1-9]|[12]\\d|3[01])\\s?([./-])\\s?(?:0?[1-9]|1[0-2])\\s?\\1\\s?(?:19|20)\\d\\d${END}`],
  [null, `${START}(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])${END}`],
  // 07.30 - 11.30
  [null, `${START}[0-2]?\\d[.:][0-5]\\d\\s?[–-]\\s?[0-2]?\\d[.:][0-5]\\d${END}`],
  // 1.234.567 and 12.345,67; 1,234,567
  [null, '(?<![\\d.,+])[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d{1,4})?(?![.,]?\\d)'],
  [null, '(?<![\\d.,+])[1-9]\\d{0,2}(?:,\\d{3})+(?![.,]?\\d)'],
  ['identity_number', `(?:hộ chiếu|passport)[^\\n\\d]{0,12}[A-Z]\\d{7}${END}`],
  [
    'identity_number',
    `(?:cccd|cmnd|cmt|căn cước|chứng minh|định danh)[^\\n\\d]{0,25}\\d(?:${more(11)}|${more(8)})${END}`,
  ],
  // GD 4 01 2312345678: whom it covers, how much of it, the province, the number in the register of social insurance.
  ['health_insurance', `${WORD_START}[A-Z]{2}${more(13)}${END}`],
  ['health_insurance', `(?:bhyt|bhxh|bảo hiểm y tế|bảo hiểm xã hội)[^\\n\\d]{0,15}\\d${more(9)}${END}`],
  ['account_number', `${START}(?:\\d{13,19}|\\d{4}([ -])\\d{4}\\1\\d{4}\\1\\d{4})${END}`],
  // Since 2016: province, century and sex, year of birth, six digits (Decree 137/2015/NĐ-CP, article 13).
  [
    'identity_number',
    `${START}0(?:\\d{11}|\\d\\d([ .-])(?:\\d{3}\\1\\d{3}\\1\\d{3}|\\d\\1\\d\\d\\1\\d{6})|\\d{3}([ .-])\\d{4}\\2\\d{4}|\\d{5}[ .-]\\d{6})${END}`,
    isCitizen,
  ],
  // Mobiles of today and of before 2018, and landlines.
  [
    'phone',
    `(?<![\\d+])(?:\\(?\\+${GAP}8${GAP}4\\)?${GAP}0?|\\(?0084|84|\\(?0)` +
      `(?:${GAP}[35789]${more(8)}|${GAP}1${GAP}[2689]${more(8)}|${GAP}2${more(9)})${END}`,
    (found, after) => !isListOfSmallNumbers(found) && (!/^8/.test(found) || !AMOUNT.test(after)),
  ],
  // The identity card of before: its first digits name a province, 01 to 38.
  ['identity_number', `${START}0\\d\\d([ .-])\\d{3}\\1\\d{3}${END}`],
  [
    'identity_number',
    `(?<![\\d/.,])[0-3]\\d{8}${END}`,
    (found, after) => !found.endsWith('000') && !AMOUNT.test(after),
  ],
];

/** Made when first asked for, because a browser that does not know all of what they are made of must still run the page's script. */
let expressions: RegExp[] | undefined;

/**
 * Everything in a text that looks like the data of a person: numbers of identity papers and of health insurance, telephone
 * numbers, dates of birth, e-mail addresses, long numbers of cards and accounts. Names cannot be found this way and are not looked
 * for. Dates of meetings, amounts with their dots, decisions and years are left alone; what could be either is judged by the words
 * beside it.
 *
 * @throws in a browser without lookbehind (Safari before 16.4).
 */
export function findPersonalData(text: string): PersonalData[] {
  expressions ??= patterns.map(([, source]) => new RegExp(source, 'giu'));
  const characters = [...text.normalize('NFC')];
  const starts = [0];
  for (const { length } of characters) starts.push(starts.at(-1)! + length);
  const found: PersonalData[] = [];
  let left = asRead(characters);
  for (const [index, [kind, , isMeant]] of patterns.entries()) {
    left = left.replace(expressions[index]!, (match: string, ...rest: unknown[]) => {
      // Behind the groups stand the place and the whole.
      const from = rest.at(-2) as number;
      const to = from + match.length;
      if (isMeant && !isMeant(match, left.slice(to, to + 12))) return match;
      if (kind) {
        found.push({ kind, start: starts[from]!, end: starts[to]!, text: characters.slice(from, to).join('') });
      }
      return HOLE.repeat(match.length);
    });
  }
  return found.sort((a, b) => a.start - b.start);
}
