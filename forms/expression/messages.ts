import type { Issue, Range } from '../issue.ts';

/** What is wrong, before it is known where the expression stands. */
export type Fault = Pick<Issue, 'code' | 'severity' | 'message'>;

function error(code: string, vi: string, en: string): Fault {
  return { code, severity: 'error', message: { vi, en } };
}

function warning(code: string, vi: string, en: string): Fault {
  return { code, severity: 'warning', message: { vi, en } };
}

/** The fault as an issue of the expression at `path`. */
export function issueAt(fault: Fault, range: Range, path: string): Issue {
  return { ...fault, path, range: { start: range.start, end: range.end } };
}

const modeNames = {
  form: { vi: 'biểu thức của phiếu', en: 'a form expression' },
  score: { vi: 'biểu thức chấm điểm', en: 'a scoring expression' },
};

const kindNames = {
  number: { vi: 'số', en: 'a number' },
  string: { vi: 'văn bản', en: 'text' },
  boolean: { vi: 'giá trị đúng/sai', en: 'true or false' },
  date: { vi: 'ngày tháng', en: 'a date' },
  list: { vi: 'danh sách lựa chọn', en: 'a list of choices' },
  any: { vi: 'giá trị bất kỳ', en: 'any value' },
};

/** Every fault of an expression, in one place: codes are stable, sentences are for people. */
export const faults = {
  wantedLowerCase: (word: string) =>
    error('syntax_error', `Hãy viết “${word}” bằng chữ thường.`, `Write “${word}” in lower case.`),

  empty: () => error('syntax_error', 'Biểu thức đang để trống.', 'The expression is empty.'),

  unexpected: (text: string) =>
    error('syntax_error', `“${text}” không đặt được ở đây.`, `“${text}” cannot stand here.`),

  writeInstead: (sign: string, instead: string) =>
    error('syntax_error', `Hãy viết ${instead} thay cho “${sign}”.`, `Write ${instead} instead of “${sign}”.`),

  curlyQuote: () =>
    error(
      'syntax_error',
      "Văn bản phải đặt trong dấu nháy thẳng, như 'có'; trình soạn thảo đã đổi thành dấu nháy cong.",
      "Text goes in straight quotes, as in 'yes'; a word processor has made these curly.",
    ),

  unfinished: () => error('syntax_error', 'Biểu thức chưa viết xong.', 'The expression ends before it is complete.'),

  wantedOperator: (text: string) =>
    error(
      'syntax_error',
      `Thiếu phép toán (như and, or, =, +) trước “${text}”.`,
      `An operator (such as and, or, =, +) is missing before “${text}”.`,
    ),

  unclosedParenthesis: () =>
    error('syntax_error', 'Dấu ngoặc đơn này chưa được đóng.', 'This parenthesis is never closed.'),

  unclosedText: () =>
    error('syntax_error', 'Đoạn văn bản này thiếu dấu nháy kết thúc.', 'This text has no closing quote.'),

  badReference: () =>
    error(
      'syntax_error',
      'Tên câu hỏi viết trong ${ } chỉ gồm chữ cái không dấu, chữ số và các dấu _ . -, không bắt đầu bằng chữ số.',
      'A question’s name inside ${ } has unaccented letters, digits and _ . - only, and does not start with a digit.',
    ),

  unclosedReference: () =>
    error('syntax_error', 'Thiếu dấu } sau tên câu hỏi.', 'The } after a question’s name is missing.'),

  tooLong: (limit: number) =>
    error(
      'too_long',
      `Biểu thức dài quá ${limit} ký tự; hãy tách bớt thành một phép tính riêng.`,
      `The expression is longer than ${limit} characters; move a part of it into a calculation.`,
    ),

  nestedTooDeep: (limit: number) =>
    error(
      'nested_too_deep',
      `Biểu thức lồng nhau quá ${limit} lớp; hãy tách bớt thành một phép tính riêng.`,
      `The expression is nested more than ${limit} levels deep; move a part of it into a calculation.`,
    ),

  chainTooLong: (limit: number) =>
    error(
      'nested_too_deep',
      `Biểu thức nối tiếp quá ${limit} phép toán; hãy tách bớt thành một phép tính riêng.`,
      `The expression chains more than ${limit} operations; move a part of it into a calculation.`,
    ),

  unknownName(name: string, suggestion: string | null) {
    const meant = suggestion === null ? null : `\${${suggestion}}`;
    return error(
      'unknown_name',
      `Không có \${${name}}${meant === null ? '.' : `; có phải ý bạn là ${meant}?`}`,
      `\${${name}} does not exist${meant === null ? '.' : `; did you mean ${meant}?`}`,
    );
  },

  bareName: (name: string) =>
    error(
      'unknown_name',
      `“${name}” không phải là cột của danh sách lựa chọn; tên câu hỏi phải viết là \${${name}}, văn bản phải đặt trong dấu nháy.`,
      `“${name}” is not a column of the choice list; write a question as \${${name}} and text in quotes.`,
    ),

  unknownFunction(name: string, suggestion: string | null) {
    return error(
      'unknown_function',
      `Không có hàm ${name}()${suggestion === null ? '.' : `; có phải ý bạn là ${suggestion}()?`}`,
      `The function ${name}() does not exist${suggestion === null ? '.' : `; did you mean ${suggestion}()?`}`,
    );
  },

  functionNotInMode: (name: string, mode: keyof typeof modeNames) =>
    error(
      'function_not_allowed',
      `Không dùng được hàm “${name}” trong ${modeNames[mode].vi}.`,
      `The function “${name}” cannot be used in ${modeNames[mode].en}.`,
    ),

  wrongArity: (name: string, wanted: { vi: string; en: string }, given: number, signature: string) =>
    error(
      'wrong_arity',
      `Hàm “${name}” cần ${wanted.vi}, đang có ${given}. Cách viết: ${signature}.`,
      `The function “${name}” takes ${wanted.en}, and is given ${given}. Write ${signature}.`,
    ),

  wrongType: (given: keyof typeof kindNames, wanted: keyof typeof kindNames, severity: Issue['severity']) =>
    (severity === 'error' ? error : warning)(
      'wrong_type',
      `Ở đây cần ${kindNames[wanted].vi} nhưng lại là ${kindNames[given].vi}.`,
      `Here ${kindNames[wanted].en} is needed, but this is ${kindNames[given].en}.`,
    ),

  selfNotAllowed: () =>
    error(
      'self_not_allowed',
      'Dấu “.” chỉ dùng trong biểu thức của một câu hỏi, để chỉ chính câu hỏi đó.',
      '“.” stands for the question that an expression belongs to, and this one belongs to none.',
    ),

  parentNotAllowed: () =>
    error(
      'parent_not_allowed',
      'Dấu “..” chỉ dùng trong position(..), để lấy số thứ tự của thôn.',
      '“..” is used in position(..) only, which gives the place of the village.',
    ),

  positionArgument: () =>
    error(
      'position_argument',
      'Hàm position() chỉ nhận đối số “..”, hoặc không có đối số.',
      'position() takes “..” as its argument, or none.',
    ),

  digestUnsupported: (given: string, known: readonly string[]) =>
    error(
      'digest_unsupported',
      `Hàm digest() không hỗ trợ “${given}”; hãy chọn một trong: ${known.join(', ')}.`,
      `digest() knows no “${given}”; choose one of ${known.join(', ')}.`,
    ),

  regexInvalid: (part: string) =>
    error(
      'regex_invalid',
      `Biểu thức chính quy viết chưa đúng ở “${part}”.`,
      `The regular expression is not well formed at “${part}”.`,
    ),

  regexUnsupported: (part: string) =>
    error(
      'regex_unsupported',
      `Hàm regex() không hỗ trợ “${part}”; hãy viết theo cách khác, không dùng tham chiếu ngược, nhìn trước, nhìn sau hay cờ.`,
      `regex() does not support “${part}”; write it without backreferences, lookaround and flags.`,
    ),

  regexTooLarge: (part: string) =>
    error(
      'regex_too_large',
      `Biểu thức chính quy quá lớn ở “${part}”; hãy giảm số lần lặp hoặc tách thành nhiều điều kiện.`,
      `The regular expression is too large at “${part}”; repeat less often or split it into several conditions.`,
    ),

  villageQuestionBare: (name: string) =>
    error(
      'village_question_bare',
      `“${name}” là câu hỏi cấp thôn; hãy đặt nó trong sum(), min(), max(), count(), all(), any() hoặc count-if().`,
      `“${name}” is asked of every village; put it inside sum(), min(), max(), count(), all(), any() or count-if().`,
    ),

  nestedAggregate: (name: string) =>
    error(
      'nested_aggregate',
      `Hàm “${name}” tính gộp các thôn nên không đặt được bên trong một hàm tính gộp khác.`,
      `The function “${name}” goes over the villages and cannot stand inside another that does.`,
    ),

  noVillageQuestion: (name: string) =>
    warning(
      'no_village_question',
      `Hàm “${name}” tính gộp các thôn nhưng bên trong không có câu hỏi cấp thôn nào.`,
      `The function “${name}” goes over the villages, but names no question that villages are asked.`,
    ),
};
