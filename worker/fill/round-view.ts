import type { LinkView } from '../../web/fill/view.ts';
import { workerTextOf } from '../../web/fill/worker-text.ts';
import { deadline } from '../../web/ui/format.ts';
import type { rounds } from '../db/province/rounds.ts';
import type { submissions } from '../db/province/submissions.ts';
import { closingInstant, lateFrom } from '../rounds/state.ts';

type Round = Pick<typeof rounds.$inferSelect, 'name' | 'openedAt' | 'dueAt' | 'closesAt' | 'closedAt' | 'archivedAt'>;
type Extension = Pick<typeof submissions.$inferSelect, 'extendedUntil'>;

/** A round with its dates as they hold for one commune. */
export function roundView(
  round: Round,
  submission: Extension,
  { now, language }: { now: string; language: string },
): LinkView['round'] {
  const dueAt = lateFrom(round, submission);
  const closesAt = closingInstant(round, submission);
  const dates = { name: round.name, dueAt, closesAt };
  const isTakenLate = dueAt !== null && dueAt <= now && (closesAt === null || now < closesAt);
  if (!isTakenLate) return dates;
  return { ...dates, takenLate: workerTextOf(language).takenLate(closesAt && deadline(closesAt, now).day) };
}
