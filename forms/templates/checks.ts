import type { Check, Level, Question } from '../definition/schema.ts';

/** A question and the words for it inside a sentence, starting small: "số hộ đã ký cam kết". */
export interface Named {
  name: string;
  vi: string;
  en: string;
}

/**
 * Part never exceeds total (K1, K2; as a warning K8). The message gives both numbers.
 *
 * @param rule the domain rule's number; the check's id is that and the part's name.
 */
export function partOfTotal(rule: string, part: Named, total: Named, severity: Check['severity'] = 'error'): Check {
  const shown = (named: Named, language: 'vi' | 'en') => `${named[language]} (\${${named.name}})`;
  return {
    id: `${rule}.${part.name}`,
    level: 'village',
    test: `\${${part.name}} <= \${${total.name}}`,
    severity,
    message: {
      vi: `${capitalised(shown(part, 'vi'))} lớn hơn ${shown(total, 'vi')}. Kiểm tra lại hai số này.`,
      en: `${capitalised(shown(part, 'en'))} is more than ${shown(total, 'en')}. Check these two numbers.`,
    },
  };
}

/** The same of any two questions of one level, in the words that the form shows: K1, or K6 for what was dealt with. */
export function within(rule: 'K1' | 'K2' | 'K6', part: Question, total: Question, level: Level = 'village'): Check {
  const shown = ({ label, name }: Question, language: 'vi' | 'en') => `“${label?.[language] ?? name}” (\${${name}})`;
  return {
    id: `${rule}.${part.name}`,
    level,
    test: `\${${part.name}} <= \${${total.name}}`,
    severity: 'error',
    message: {
      vi: `${shown(part, 'vi')} lớn hơn ${shown(total, 'vi')}. Kiểm tra lại hai số này.`,
      en: `${shown(part, 'en')} is more than ${shown(total, 'en')}. Check these two numbers.`,
    },
  };
}

/** K5: what was found growing needs an incident that it was found in. */
export function needsIncident(found: Named): Check {
  return {
    id: `K5.${found.name}`,
    level: 'village',
    test: `\${${found.name}} = 0 or \${plant_incidents} > 0`,
    severity: 'error',
    message: {
      vi: `${capitalised(found.vi)} là \${${found.name}} nhưng số vụ trồng cây là \${plant_incidents}. Kiểm tra lại hai số này.`,
      en: `${capitalised(found.en)} is \${${found.name}} but there are \${plant_incidents} incidents. Check these two numbers.`,
    },
  };
}

/** K3: people counted under different heads are different people, so together they cannot outnumber the residents. */
export const peopleWithinPopulation: Check = {
  id: 'K3',
  level: 'village',
  test: '${addicts_total} + ${users_total} + ${post_rehab_total} <= ${population}',
  severity: 'warning',
  message: {
    vi:
      'Người nghiện (${addicts_total}), người sử dụng (${users_total}) và người sau cai (${post_rehab_total}) cộng lại ' +
      'nhiều hơn dân số (${population}). Kiểm tra lại các số này.',
    en:
      'Addicts (${addicts_total}), users (${users_total}) and post-rehabilitation people (${post_rehab_total}) together ' +
      'outnumber the population (${population}). Check these numbers.',
  },
};

/** K4: a village has households, and no more of them than people. */
export const householdsWithinPopulation: Check = {
  id: 'K4',
  level: 'village',
  test: '${households_total} >= 1 and ${households_total} <= ${population}',
  severity: 'error',
  message: {
    vi: 'Tổng số hộ (${households_total}) phải từ 1 trở lên và không quá dân số (${population}). Kiểm tra lại hai số này.',
    en: 'Households (${households_total}) have to be at least 1 and no more than the population (${population}). Check these two numbers.',
  },
};

/** K7: there are offences exactly where there are offenders. */
export const offencesHaveOffenders: Check = {
  id: 'K7',
  level: 'village',
  test: '(${resident_offences} > 0) = (${resident_offenders} > 0)',
  severity: 'warning',
  message: {
    vi: 'Số vụ do người cư trú gây ra là ${resident_offences} nhưng số người cư trú phạm tội là ${resident_offenders}. Kiểm tra lại hai số này.',
    en: 'There are ${resident_offences} offences by residents but ${resident_offenders} residents who offended. Check these two numbers.',
  },
};

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
