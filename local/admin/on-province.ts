import { Problem } from '../../worker/http/problem.ts';
import { problems } from '../../worker/http/problems.ts';
import type { By } from '../../worker/provinces/acts.ts';
import type { Fleet } from '../../worker/provinces/fleet.ts';
import type { ProvinceRow } from '../../worker/provinces/job.ts';
import { BY } from '../administration.ts';
import { type Command, UsageError } from './command.ts';

/** A refusal of the service as a sentence for the terminal. */
export async function explained<T>(act: Promise<T>): Promise<T> {
  return act.catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
    const reason = typeof error.extension.reason === 'string' ? ` (${error.extension.reason})` : '';
    throw new UsageError(`${problems[error.code].en}${reason}`);
  });
}

/** A command that does one of the API's acts on one province, and says what came of it. */
export const onProvince = (
  summary: string,
  act: (fleet: Fleet, code: string, by: By) => Promise<ProvinceRow>,
  said: (province: ProvinceRow) => string,
): Command => ({
  words: 'CODE',
  summary,
  run: async (admin, code = '') => said(await explained(act(admin.fleet(), code, BY))),
});
