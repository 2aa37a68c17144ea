import { type FormDefinition, placeholder, sensitiveQuestions } from '../../forms/index.ts';
import type { Finding, Findings } from '../submissions/findings.ts';

/** What a finding says where its numbers could identify somebody. */
const withoutNumbers = {
  changed: {
    vi: 'Có số thay đổi trên 50% so với kỳ trước.',
    en: 'Some figures changed by more than 50% since the previous round.',
  },
  other: { vi: 'Cần kiểm tra lại câu này.', en: 'This answer needs checking.' },
};

/** Findings as everybody may read them: a form's own message without the counts that it quotes. */
export function maskFindings(definition: FormDefinition, { errors, confirmations }: Findings): Findings {
  const sensitive = sensitiveQuestions(definition);
  const messages = new Map(definition.checks.map((check) => [check.id, check]));
  const masked = (finding: Finding): Finding => ({ ...finding, message: messageOf(finding) });
  return { errors: errors.map(masked), confirmations: confirmations.map(masked) };

  function messageOf({ key, question, message }: Finding): Finding['message'] {
    const [, rule = ''] = key.split(':');
    if (rule === 'changed') return withoutNumbers.changed;
    if (rule === 'blank') return message;
    const check = messages.get(rule);
    if (!check) return question !== null && sensitive.has(question) ? withoutNumbers.other : message;
    const named = [check.test, ...Object.values(check.message)].join(' ').matchAll(placeholder);
    if (![...named].some(([, name]) => sensitive.has(name!))) return message;
    const { vi = '', en = vi } = check.message;
    return { vi: withoutCounts(vi), en: withoutCounts(en) };
  }
}

/** "Số người nghiện có hồ sơ (…) lớn hơn số người nghiện (…)." */
const withoutCounts = (text: string): string => text.replace(placeholder, '…');
