import { Problem } from '../http/problem.ts';
import { openLink } from '../links/open-link.ts';
import { isOpenFor } from '../rounds/state.ts';
import type { CommuneFile } from './store.ts';

/** Whether a link opens its file now: the file, or why not. A closed round still opens, to be read. */
export function openFile(file: CommuneFile | null, now: string): CommuneFile | Problem {
  const link = openLink(file?.link, now);
  return link instanceof Problem ? link : file!;
}

/** Why a file that opens cannot be written to, or null when it can. */
export function refuseWriting({ round, submission }: CommuneFile, now: string): Problem | null {
  if (submission.submittedAt !== null) return new Problem('already_submitted');
  return isOpenFor(round, submission, now) ? null : new Problem('round_closed');
}

/** The units that a link shows: a commune's link all of them, a village's link that village. */
export function unitsOf({ link, units }: CommuneFile): CommuneFile['units'] {
  return link.unitId === link.communeId ? units : units.filter(({ unitId }) => unitId === link.unitId);
}
