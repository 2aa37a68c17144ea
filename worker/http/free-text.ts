import * as v from 'valibot';
import { type Issue, personalDataIssue } from '../../forms/index.ts';

/** The code of what holds something like a person's data, as the engine's issue has it. */
export const PERSONAL_DATA = 'personal_data';

/**
 * For text that people write about an area's people and that is stored: refused where it holds something like an identity or
 * telephone number, a date of birth and the like (docs/domain.md §7). It stands last in its pipe.
 */
export const withoutPersonalData = v.check((text: string) => personalDataIssue('', text) === null, PERSONAL_DATA);

/** What is wrong with a part of a request that `withoutPersonalData` refused; null for what was refused for another reason. */
export const personalDataIn = (issue: v.BaseIssue<unknown>): Issue | null =>
  issue.message === PERSONAL_DATA ? personalDataIssue(v.getDotPath(issue) ?? '', String(issue.input)) : null;
