import type { Change, Words } from './change.ts';

/** One sentence about all changes with the codes given, `count` being how many there are. */
interface Consequence {
  when(change: Change): boolean;
  say(count: number): Words;
}

const has =
  (...codes: string[]) =>
  ({ code }: Change) =>
    codes.includes(code);

const becomes =
  (kind: string) =>
  ({ code, after }: Change) =>
    code === 'criterion_kind_changed' && after === kind;

/** In the order in which they concern somebody who has answers to an earlier version. */
const consequences: Consequence[] = [
  {
    when: has('question_removed'),
    say: (n) => ({
      vi: `Không còn hỏi ${n} câu hỏi; các câu trả lời đã có được giữ riêng, không tính nữa.`,
      en: `Answers to ${questions(n)} are no longer asked; those already given are kept aside and do not count.`,
    }),
  },
  {
    when: has('question_added'),
    say: (n) => ({
      vi: `Có ${n} câu hỏi mới, chưa có câu trả lời trong các bản nháp.`,
      en: `${questions(n)} ${n === 1 ? 'is' : 'are'} new and blank in drafts.`,
    }),
  },
  {
    when: has('question_renamed'),
    say: (n) => ({
      vi: `Câu trả lời của ${n} câu hỏi đổi tên được chuyển sang tên mới.`,
      en: `The answers to ${n === 1 ? '1 renamed question follow' : `${n} renamed questions follow`} to the new ${n === 1 ? 'name' : 'names'}.`,
    }),
  },
  {
    when: has('question_type_changed'),
    say: (n) => ({
      vi: `Kiểu của ${n} câu hỏi thay đổi: câu trả lời chuyển đổi được chính xác thì chuyển sang kiểu mới, còn lại được giữ riêng.`,
      en: `Answers to ${questions(n)} are converted to another type where that is exact, and kept aside where it is not.`,
    }),
  },
  {
    when: has('choice_removed', 'question_choices_changed'),
    say: () => ({
      vi: 'Một số lựa chọn không còn trong danh sách; câu trả lời đã chọn các lựa chọn này được giữ riêng và cần chọn lại.',
      en: 'Some choices can no longer be picked; answers that picked them are kept aside and have to be given again.',
    }),
  },
  {
    when: ({ code, severity }) =>
      code === 'section_level_changed' || (code === 'question_moved' && severity === 'meaning'),
    say: (n) => ({
      vi: `Có ${n} phần hoặc câu hỏi chuyển sang cấp khác hoặc điều kiện khác.`,
      en: `${n} ${n === 1 ? 'section or question has' : 'sections or questions have'} moved to another level or under another condition.`,
    }),
  },
  {
    when: has('question_relevant_changed', 'section_relevant_changed'),
    say: (n) => ({
      vi: `Điều kiện hỏi thay đổi ở ${n} chỗ: có câu trả lời có thể không còn được tính, hoặc nay mới được hỏi.`,
      en: `${places(n)} asked under another condition: some answers may no longer count, others may now be wanted.`,
    }),
  },
  {
    when: has(
      'question_required_changed',
      'question_constraint_changed',
      'question_parameters_changed',
      'question_choice_filter_changed',
      'check_added',
      'check_removed',
      'check_rule_changed',
    ),
    say: (n) => ({
      vi: `Có ${n} quy tắc kiểm tra thay đổi: câu trả lời trước đây hợp lệ có thể bị báo lỗi, và ngược lại.`,
      en: `${rules(n)} on answers changed: what was accepted may now be refused, and the other way round.`,
    }),
  },
  {
    when: has('question_calculation_changed', 'calculation_rule_changed', 'question_unit_changed'),
    say: (n) => ({
      vi: `Có ${n} công thức hoặc đơn vị tính thay đổi: cùng câu trả lời có thể cho kết quả khác.`,
      en: `${n} ${n === 1 ? 'formula or unit has' : 'formulas or units have'} changed: the same answers may come to other results.`,
    }),
  },
  {
    when: has('question_default_changed'),
    say: (n) => ({
      vi: `Giá trị mặc định của ${n} câu hỏi thay đổi, chỉ áp dụng cho phiếu mở sau này.`,
      en: `${questions(n)} ${n === 1 ? 'starts' : 'start'} from another value, in responses opened from now on.`,
    }),
  },
  {
    when: has('criterion_rule_changed'),
    say: (n) => ({
      vi: `Có ${n} tiêu chí được đánh giá theo quy tắc khác: cùng câu trả lời có thể cho kết quả khác.`,
      en: `${criteria(n)} judged by another rule: scores of the same answers may differ.`,
    }),
  },
  {
    when: has('criterion_added'),
    say: (n) => ({ vi: `Thêm ${n} tiêu chí.`, en: `${criteria(n)} new.` }),
  },
  {
    when: has('criterion_removed'),
    say: (n) => ({ vi: `Không còn đánh giá ${n} tiêu chí.`, en: `${criteria(n)} no longer judged.` }),
  },
  {
    when: becomes('requirement'),
    say: (n) => ({
      vi: `Có ${n} tiêu chí trở thành điều kiện bắt buộc để được công nhận.`,
      en: `${criteria(n)} now required for recognition.`,
    }),
  },
  {
    when: becomes('objective'),
    say: (n) => ({
      vi: `Có ${n} tiêu chí chỉ còn là mục tiêu theo dõi, không còn bắt buộc để được công nhận.`,
      en: `${criteria(n)} now tracked only and no longer required for recognition.`,
    }),
  },
  {
    when: has('criterion_weight_changed'),
    say: (n) => ({
      vi: `Trọng số của ${n} tiêu chí thay đổi: chỉ số có thể khác.`,
      en: `${criteria(n)} weighed otherwise: the index may differ.`,
    }),
  },
  {
    when: has('classification_added', 'classification_removed', 'classification_rule_changed'),
    say: () => ({
      vi: 'Việc phân loại áp dụng quy tắc khác: cùng câu trả lời có thể xếp loại khác.',
      en: 'Communes are classified by other rules: the same answers may give another class.',
    }),
  },
  {
    when: has('target_added', 'target_removed', 'target_goal_changed'),
    say: (n) => ({
      vi: `Có ${n} chỉ tiêu thay đổi: tiến độ có thể được tính khác.`,
      en: `${n} ${n === 1 ? 'target has' : 'targets have'} changed: progress may be counted otherwise.`,
    }),
  },
];

/**
 * What changes lead to, in plain sentences for whoever decides to publish: which answers are no longer asked, which scores may
 * differ. Where only words differ it says just that; without changes it says nothing.
 */
export function consequencesOf(changes: readonly Change[]): Words[] {
  if (changes.length === 0) return [];
  if (changes.every(({ severity }) => severity === 'wording')) return [onlyWords];
  const said = consequences.flatMap(({ when, say }) => {
    const count = changes.filter(when).length;
    return count > 0 ? [say(count)] : [];
  });
  const others = changes.filter(
    (change) => change.severity === 'meaning' && !consequences.some(({ when }) => when(change)),
  ).length;
  return others > 0 ? [...said, sayOthers(others)] : said;
}

const onlyWords: Words = {
  vi: 'Chỉ thay đổi câu chữ và cách sắp xếp: câu trả lời và kết quả đánh giá giữ nguyên.',
  en: 'Only words and their order have changed: answers and scores stay as they are.',
};

function sayOthers(n: number): Words {
  return {
    vi: `Có ${n} thay đổi khác về nội dung, cần xem từng mục.`,
    en: `${n === 1 ? '1 other change has' : `${n} other changes have`} meaning and should be read one by one.`,
  };
}

function questions(n: number): string {
  return `${n} ${n === 1 ? 'question' : 'questions'}`;
}

function criteria(n: number): string {
  return n === 1 ? '1 criterion is' : `${n} criteria are`;
}

function rules(n: number): string {
  return n === 1 ? '1 rule' : `${n} rules`;
}

function places(n: number): string {
  return n === 1 ? '1 question or section is' : `${n} questions or sections are`;
}
