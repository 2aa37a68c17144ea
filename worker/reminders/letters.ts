import type { Mail } from '../mail/mail.ts';
import type { RemindedCommune, ReminderRow } from './reminder-files.ts';
import { reminderMail } from './reminder-mail.ts';
import { deadlineOf, type ReminderKind, type ReminderRound, remindersOf } from './reminders-due.ts';

interface State {
  round: ReminderRound & { id: string; name: string };
  provinceName: string;
  files: readonly RemindedCommune[];
  /** With those of this run. */
  recorded: readonly Pick<ReminderRow, 'communeId' | 'kind' | 'mailedAt'>[];
  /** Where each commune reads mail; not all have an address. */
  contacts: ReadonlyMap<string, string>;
}

export interface Letter {
  roundId: string;
  communeId: string;
  /** The reminders that are settled by it. */
  kinds: ReminderKind[];
  mail: Mail;
}

/**
 * The letters to be sent now: one a commune, of the most urgent of what is recorded, still holds and was not mailed yet. What failed
 * to go out therefore goes out with the next run, unless it holds no longer.
 */
export function lettersOf({ round, provinceName, files, recorded, contacts }: State, now: string): Letter[] {
  const waiting = Map.groupBy(
    recorded.filter(({ mailedAt }) => mailedAt === null),
    ({ communeId }) => communeId,
  );
  return files.flatMap((file): Letter[] => {
    const to = contacts.get(file.communeId);
    const unmailed = new Set((waiting.get(file.communeId) ?? []).map(({ kind }) => kind));
    const kinds = remindersOf(round, file, now)
      .map(({ kind }) => kind)
      .filter((kind) => unmailed.has(kind));
    const kind = kinds.at(-1);
    if (to === undefined || kind === undefined) return [];
    const deadline = deadlineOf(round, file);
    const { unit, communeId } = file;
    const letter = reminderMail({ kind, unit, roundName: round.name, provinceName, deadline });
    return [{ roundId: round.id, communeId, kinds, mail: { to, ...letter } }];
  });
}
