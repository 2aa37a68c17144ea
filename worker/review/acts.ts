import type { Writing } from '../audit/event.ts';
import type { ProvinceDb } from '../db/open.ts';
import { accept, Problem } from '../http/problem.ts';
import { editing, refusing } from '../http/refusing.ts';
import { refusePurged } from '../retention/refuse-purged.ts';
import type { SubmissionRow } from '../submissions/file.ts';
import { rescore } from '../submissions/submit.ts';
import { assignFile, returnFile, verifyFile } from './act-store.ts';
import { type AssignCommand, decideAssign } from './decide-assign.ts';
import { decideReturn, type ReturnCommand } from './decide-return.ts';
import { decideVerify } from './decide-verify.ts';
import { type ReviewFile, reviewFile } from './store.ts';

interface Place {
  roundId: string;
  communeId: string;
}

async function fileAt(db: ProvinceDb, { roundId, communeId }: Place): Promise<ReviewFile> {
  const file = await reviewFile(db, roundId, communeId);
  if (!file) throw new Problem('unit_unknown');
  const purged = refusePurged(file.round);
  if (purged) throw purged;
  return file;
}

/** Returns a file and scores the commune anew: of what was returned nothing is known. */
export async function returnToCommune(
  db: ProvinceDb,
  place: Place,
  command: ReturnCommand,
  by: Writing,
): Promise<SubmissionRow> {
  const file = await fileAt(db, place);
  const change = accept(decideReturn(file, command, by.now));
  const returned = await refusing(returnFile(db, file, change, by), editing);
  await rescore(db, file, returned, by);
  return returned;
}

/** Verifies a file. Its verdict stays what it is, so there is nothing to score. */
export async function verify(db: ProvinceDb, place: Place, revision: number, by: Writing): Promise<SubmissionRow> {
  const file = await fileAt(db, place);
  const change = accept(decideVerify(file, { revision, userId: by.actor.id }));
  return refusing(verifyFile(db, file, change, by), editing);
}

export async function assign(
  db: ProvinceDb,
  place: Place,
  command: AssignCommand,
  by: Writing,
): Promise<SubmissionRow> {
  const file = await fileAt(db, place);
  const change = accept(decideAssign(file, command));
  return change === null ? file.submission : refusing(assignFile(db, file, change, by), editing);
}
