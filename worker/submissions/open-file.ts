import { Problem } from '../http/problem.ts';
import { linkState } from '../links/wire.ts';
import { isOpenFor } from '../rounds/state.ts';
import type { CommuneFile, RoundFile } from './file.ts';
import { submissionState } from './state.ts';
import { type FileAct, refuseStep } from './steps.ts';

/** Whether a link opens its file now: the file, or why not. A closed round still opens, to be read. */
export function openFile(file: CommuneFile | null, now: string): CommuneFile | Problem {
  if (!file) return new Problem('link_unknown');
  const state = linkState(file.link, now);
  if (state === 'revoked') return new Problem('link_revoked');
  if (state === 'expired') return new Problem('link_expired');
  return file;
}

/** Why a file that opens does not allow an act by its link, or null: its state comes first, then the round's. */
export function refuseByLink(
  { round, submission }: Pick<RoundFile, 'round' | 'submission'>,
  act: FileAct,
  now: string,
): Problem | null {
  const refusal = refuseStep(submissionState(submission), act);
  if (refusal) return new Problem(refusal);
  return isOpenFor(round, submission, now) ? null : new Problem('round_closed');
}

/** Why a file that opens cannot be written to, or null when it can. */
export const refuseWriting = (file: RoundFile, now: string): Problem | null => refuseByLink(file, 'save', now);

/** The units that a link shows: a commune's link all of them, a village's link that village. */
export function unitsOf({ link, units }: CommuneFile): CommuneFile['units'] {
  return link.unitId === link.communeId ? units : units.filter(({ unitId }) => unitId === link.unitId);
}
