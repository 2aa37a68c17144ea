import type { LogRow } from '../../web/log/view.ts';
import { formatDate } from '../../web/ui/format.ts';
import { isDay } from '../db/local-time.ts';
import type { EventRow } from './store.ts';

/** The kinds and ids that a subject names: `round:…/commune:…` is two. What stands for itself (`units`) has no id. */
export const partsOf = (subject: string): { kind: string; id: string }[] =>
  subject.split('/').map((part) => {
    const at = part.indexOf(':');
    return at < 0 ? { kind: part, id: '' } : { kind: part.slice(0, at), id: part.slice(at + 1) };
  });

/** The ids whose names a page of events needs. */
export function idsIn(rows: readonly EventRow[]): { accounts: string[]; others: string[] } {
  const accounts = rows.filter(({ actorKind }) => actorKind === 'staff').map(({ actorId }) => actorId);
  const actors = rows
    .filter(({ actorKind }) => actorKind === 'link' || actorKind === 'key')
    .map(({ actorId }) => actorId);
  const subjects = rows.flatMap(({ subject }) => partsOf(subject).map(({ id }) => id)).filter((id) => id !== '');
  return { accounts: [...new Set(accounts)], others: [...new Set([...actors, ...subjects])] };
}

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A day as a reminder's subject names it is written the Vietnamese way; ids have the names that were found. */
const nameOf = (id: string, names: Map<string, string>): string | null =>
  names.get(id) ?? (isDay(id) ? formatDate(id) : id === '' ? '' : null);

export const rowView = (row: EventRow, names: Map<string, string>): LogRow => ({
  number: row.seq,
  at: row.at,
  act: row.act,
  actor: { kind: row.actorKind, id: row.actorId, name: names.get(row.actorId) ?? null, role: row.actorRole },
  subject: row.subject,
  parts: partsOf(row.subject).map(({ kind, id }) => ({ kind, id, name: nameOf(id, names) })),
  requestId: row.requestId,
  detail: Object.entries(row.detail).map(([name, value]) => [name, written(value)]),
});
