import type { Issue } from '../issue.ts';
import { findPersonalData, type PersonalDataKind } from './personal-data.ts';

const words: Record<PersonalDataKind, { vi: string; en: string }> = {
  identity_number: { vi: 'số giấy tờ tùy thân', en: 'the number of an identity paper' },
  health_insurance: { vi: 'số thẻ bảo hiểm', en: 'a health insurance number' },
  phone: { vi: 'số điện thoại', en: 'a telephone number' },
  birth_date: { vi: 'ngày sinh, năm sinh', en: 'a date of birth' },
  email: { vi: 'địa chỉ thư điện tử', en: 'an e-mail address' },
  account_number: { vi: 'số thẻ, số tài khoản', en: 'the number of a card or account' },
};

/** What an office, a supplier or a clerk at work is reached by, where a text is about them and not about the people counted. */
export const REACHED_BY: readonly PersonalDataKind[] = ['phone', 'email'];

/**
 * What is wrong with a text that holds something like a person's data, `personal_data` with the first place as its range; null
 * where nothing does. The message names the characters, so that what was meant otherwise can be written otherwise.
 *
 * @param allowed what may stand in this text
 */
export function personalDataIssue(path: string, text: string, allowed: readonly PersonalDataKind[] = []): Issue | null {
  const found = findPersonalData(text).filter(({ kind }) => !allowed.includes(kind));
  const first = found[0];
  if (!first) return null;
  const quoted = [...new Set(found.map((each) => `“${each.text}”`))].slice(0, 3).join(', ');
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  const list = (language: 'vi' | 'en', or: string) => kinds.map((kind) => words[kind][language]).join(or);
  return {
    code: 'personal_data',
    severity: 'error',
    path,
    message: {
      vi: `${quoted} giống ${list('vi', ' hoặc ')} nên không được lưu. Hãy bỏ đi hoặc viết cách khác.`,
      en: `${quoted} looks like ${list('en', ' or ')} and is not stored. Leave it out or write it differently.`,
    },
    range: { start: first.start, end: first.end },
  };
}
