import type { PipelineEvent } from '../../local/hrana/handler.ts';
import { bookkeeping, writtenByLibrary } from '../../worker/audit/bookkeeping.ts';

const WRITE = /^\s*(?:insert(?: or \w+)? into|replace into|update(?: or \w+)?|delete from)\s+["`]?(\w+)["`]?/i;
const SET = /\sset\s(.*?)(?:\swhere\s|\sreturning\s|$)/is;

/** What a statement writes: `table`, or each `table.column` of an update; nothing when it only reads. */
function written(sql: string): string[] {
  const table = WRITE.exec(sql)?.[1];
  // The view by which a batch aborts (ADR 0005) stores nothing.
  if (!table || table === 'precondition') return [];
  const set = /^\s*update/i.test(sql) ? SET.exec(sql)?.[1] : undefined;
  if (set === undefined) return [table];
  return [...set.matchAll(/["`]?(\w+)["`]?\s*=(?!=)/g)].map((match) => `${table}.${match[1]}`);
}

const isKept = (name: string) => name in bookkeeping || name.split('.')[0]! in bookkeeping;
const tableOf = (name: string) => name.split('.')[0]!;
const isOfLibrary = (name: string) => (writtenByLibrary as readonly string[]).includes(tableOf(name));

/** What a batch writes without an event, bookkeeping left out; nothing when it has one. */
export function unrecordedIn(statements: readonly string[]): string[] {
  const names = [...new Set(statements.flatMap(written))];
  // A migration is recorded in its own table, and by the registry's event.
  return names.includes('events') || names.includes('applied_migrations') ? [] : names.filter((name) => !isKept(name));
}

/** Watches everything that a service asks of its databases. */
export class UnrecordedWrites {
  readonly #byBatch = new Map<string, string>();
  readonly #byLibrary = new Map<string, string[]>();
  readonly #withEvent = new Set<string>();

  /** What tests and commands write themselves carries no request. */
  see({ database, statements, requestId }: PipelineEvent): void {
    if (requestId === null) return;
    const names = statements.flatMap(written);
    if (names.includes('events')) this.#withEvent.add(requestId);
    for (const name of unrecordedIn(statements)) {
      const line = `${database}: ${name}`;
      if (database === 'control' && isOfLibrary(name)) {
        this.#byLibrary.set(requestId, [...(this.#byLibrary.get(requestId) ?? []), line]);
      } else {
        this.#byBatch.set(line, statements.find((sql) => written(sql).includes(name))!);
      }
    }
  }

  /** `database: table` of every write that has no event, with its statement. */
  found(): string[] {
    const late = [...this.#byLibrary].filter(([requestId]) => !this.#withEvent.has(requestId));
    return [
      ...[...this.#byBatch].map(([line, sql]) => `${line} (${sql.slice(0, 120)})`),
      ...new Set(late.flatMap(([, lines]) => lines)),
    ];
  }

  /** Throws when something was written without an event. */
  verify(): void {
    const found = this.found();
    if (found.length === 0) return;
    throw new Error(
      `Written without an event:\n  ${found.join('\n  ')}\nPut event(…) or controlEvent(…) from worker/audit/event.ts into the same ` +
        'batch, or, when it is no act, name it with the reason in worker/audit/bookkeeping.ts.',
    );
  }
}
