import * as v from 'valibot';
import { type Issue, personalDataIssue, REACHED_BY } from '../../forms/index.ts';

/** The code of what holds something like a person's data, as the engine's issue has it. */
export const PERSONAL_DATA = 'personal_data';

/**
 * For text that people write about an area's people and that is stored: refused where it holds something like an identity or
 * telephone number, a date of birth and the like (docs/domain.md §7). It stands last in its pipe.
 */
export const withoutPersonalData = v.check((text: string) => personalDataIssue('', text) === null, PERSONAL_DATA);

const IDENTITY = 'identity_of_a_person';

/** Whether a text about a place, a paper or a system holds no more of a person than by what an office or a supplier is reached. */
export const identifiesNobody = (text: string): boolean => personalDataIssue('', text, REACHED_BY) === null;

/** For such a text: an office's telephone may stand in it, the number of an identity paper or a date of birth may not. */
export const withoutIdentity = v.check(identifiesNobody, IDENTITY);

/** What is wrong with a part of a request that one of these refused; null for what was refused for another reason. */
export function personalDataIn(issue: v.BaseIssue<unknown>): Issue | null {
  if (issue.message !== PERSONAL_DATA && issue.message !== IDENTITY) return null;
  const allowed = issue.message === IDENTITY ? REACHED_BY : [];
  return personalDataIssue(v.getDotPath(issue) ?? '', String(issue.input), allowed);
}
