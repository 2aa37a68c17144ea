import * as v from 'valibot';
import { type Figures, FiguresParameter } from '../disclosure/figures.ts';
import { withoutPersonalData } from '../http/free-text.ts';
import { Day, Id, Instant, Limit, Timestamp } from '../http/wire.ts';
import { endOf } from '../rounds/extend.ts';
import { UnitWire, unitToWire } from '../rounds/unit-wire.ts';
import { RoundPath } from '../rounds/wire.ts';
import type { SubmissionRow } from '../submissions/file.ts';
import { submissionState, submissionStates } from '../submissions/state.ts';
import { reviewFlags } from './flags.ts';
import type { Queue, QueueItem } from './queue.ts';

export const ReviewPath = v.object({ ...RoundPath.entries, communeId: Id });

const UserId = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

export const QueueQuery = v.object({
  state: v.optional(v.picklist(submissionStates)),
  communeId: v.optional(Id),
  flag: v.optional(v.picklist(reviewFlags)),
  assignedTo: v.pipe(v.optional(UserId), v.description('An account, `me`, or `none` for what nobody is to review yet')),
  q: v.pipe(v.optional(v.pipe(v.string(), v.maxLength(100))), v.description('A part of the name or code')),
  figures: FiguresParameter,
  limit: v.optional(Limit(500), '100'),
  cursor: v.optional(v.pipe(v.string(), v.regex(/^[\w:.-]{4,24}\/\d{6}$/))),
});

export const FileEntries = {
  state: v.picklist(submissionStates),
  revision: v.pipe(v.number(), v.description('What `If-Match` of an act names')),
  submittedAt: v.nullable(Timestamp),
  late: v.boolean(),
  returnedAt: v.nullable(Timestamp),
  verifiedAt: v.nullable(Timestamp),
  verifiedBy: v.nullable(UserId),
  assignedTo: v.nullable(UserId),
  extendedUntil: v.pipe(v.nullable(Timestamp), v.description("Holds for this commune in place of the round's end")),
};

/** A commune's file as it stands after an act. */
export const ReviewFileWire = v.object(FileEntries);

export function fileToWire(row: SubmissionRow): v.InferInput<typeof ReviewFileWire> {
  const { revision, submittedAt, late, returnedAt, verifiedAt, verifiedBy, assignedTo, extendedUntil } = row;
  const times = { submittedAt, late, returnedAt, verifiedAt, verifiedBy, assignedTo, extendedUntil };
  return { state: submissionState(row), revision, ...times };
}

export const VerdictEntries = {
  ready: v.nullable(v.boolean()),
  index: v.nullable(v.number()),
  stale: v.pipe(v.boolean(), v.description('True for the moment in which newer answers are still being scored')),
};

export const QueueWire = v.object({
  figures: v.picklist(['masked', 'exact']),
  items: v.array(
    v.object({
      unit: UnitWire,
      ...FileEntries,
      reference: v.nullable(v.string()),
      villages: v.object({ expected: v.number(), begun: v.number() }),
      ...VerdictEntries,
      flags: v.array(v.picklist(reviewFlags)),
    }),
  ),
  total: v.pipe(v.number(), v.description('How many fit the filter, on all pages')),
  counts: v.pipe(
    v.object({
      states: v.object(v.entriesFromList(submissionStates, v.number())),
      flags: v.object(v.entriesFromList(reviewFlags, v.number())),
    }),
    v.description('What each state and each flag would give, within the other filters'),
  ),
  nextCursor: v.nullable(v.string()),
});

const itemToWire = ({ unit, submission, expected, begun, ready, index, scoredVersion, flags }: QueueItem) => ({
  unit: unitToWire(unit),
  ...fileToWire(submission),
  reference: submission.reference,
  villages: { expected, begun },
  ready,
  index,
  stale: scoredVersion < submission.inputsVersion,
  flags,
});

export const queueToWire = (
  { items, total, counts, nextCursor }: Queue,
  figures: Figures,
): v.InferInput<typeof QueueWire> => ({
  figures,
  items: items.map(itemToWire),
  total,
  counts,
  nextCursor,
});

export const ReviewerList = v.object({ items: v.array(v.object({ id: UserId, name: v.string() })) });

export const ReturnBody = v.strictObject({
  comments: v.pipe(
    v.array(
      v.strictObject({
        unitId: v.pipe(v.optional(Id), v.description('The file as a whole when left out')),
        question: v.optional(v.pipe(v.string(), v.maxLength(100))),
        // Line breaks are for reading; no other control character belongs into a comment.
        text: v.pipe(
          v.string(),
          v.trim(),
          v.minLength(1),
          v.maxLength(2000),
          v.regex(/^[\P{Cc}\n]*$/u),
          withoutPersonalData,
        ),
      }),
    ),
    v.minLength(1),
    v.maxLength(100),
  ),
  editableUntil: v.pipe(
    v.optional(v.pipe(v.union([Day, Instant]), v.transform(endOf))),
    v.description(
      'An extension: a day, which still counts, or the first instant that is too late, later than the round closes. Needed once the round is closed for the commune',
    ),
  ),
});

export const AssignBody = v.strictObject({ userId: v.nullable(UserId) });
