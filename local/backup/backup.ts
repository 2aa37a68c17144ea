import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { controlEvent } from '../../worker/audit/event.ts';
import { provinces } from '../../worker/db/control.ts';
import { newId } from '../../worker/db/id.ts';
import { dumping } from './dump.ts';
import { nameOfSecret, openProvince, operator, type Place, registered } from './place.ts';
import { type Written, writeBackup } from './write-file.ts';

export interface BackedUp extends Written {
  /** A province's code, or `control`. */
  what: string;
  path: string;
  rows: number;
  tables: number;
}

/**
 * Of the registry's tables those that would let whoever reads the file act as somebody, and that end by themselves anyway. One-time
 * links are stored as hashes, but one that was used since would open once more.
 */
export const LEFT_OUT = ['session', 'verification', 'rate_limit', 'invitations'];

const act = () => ({
  actor: operator,
  requestId: newId(),
  now: new Date().toISOString(),
});

/** One province's whole database to one file. The registry keeps on record that its figures were taken out, and by which file. */
export async function backUpProvince(
  place: Place,
  code: string,
  path: string,
  passphrase: string | null,
): Promise<BackedUp> {
  const province = await registered(place, code);
  const client = await openProvince(place, province);
  const { name } = province;
  const head = { kind: 'province' as const, province: { code, name }, secret: nameOfSecret(place) };
  const done = await dumping(client, [], async ({ header, lines }) => ({
    ...(await writeBackup(path, { ...head, ...header }, lines, passphrase)),
    ...sizesOf(header),
  }));
  const detail = { sha256: done.sha256, rows: done.rows, encrypted: passphrase !== null };
  await controlEvent(place.control, act(), 'province.backup', `province:${code}`, detail);
  return { ...done, what: code, path };
}

/** The registry: provinces, accounts, roles and events, without sessions. */
export async function backUpControl(place: Place, path: string, passphrase: string | null): Promise<BackedUp> {
  const head = { kind: 'control' as const, province: null, secret: nameOfSecret(place) };
  const done = await dumping(place.openControl(), LEFT_OUT, async ({ header, lines }) => ({
    ...(await writeBackup(path, { ...head, ...header }, lines, passphrase)),
    ...sizesOf(header),
  }));
  const detail = { sha256: done.sha256, rows: done.rows, encrypted: passphrase !== null };
  await controlEvent(place.control, act(), 'registry.backup', 'registry', detail);
  return { ...done, what: 'control', path };
}

const sizesOf = ({ tables }: { tables: { rows: number }[] }) => ({
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
  tables: tables.length,
});

export interface Failed {
  what: string;
  reason: string;
}

/**
 * The registry and every registered province, some at a time, each to a file that names the moment. One that fails does not keep
 * the others; `report` is told of each as it is done.
 */
export async function backUpAll(
  place: Place,
  folder: string,
  options: { passphrase: string | null; concurrency: number; report: (done: BackedUp | Failed) => void },
): Promise<{ done: number; failed: number }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const pathOf = (what: string) => join(folder, `${what}-${stamp}.backup`);
  const registered = await place.control.read.select().from(provinces);
  // Of one that is deleted, or still waits for its database, there is nothing to keep.
  const codes = registered.filter(({ databaseUrl }) => databaseUrl !== '').map(({ code }) => code);
  const waiting = ['control', ...codes];
  const count = { done: 0, failed: 0 };
  const worker = async () => {
    for (let what = waiting.shift(); what !== undefined; what = waiting.shift()) {
      try {
        const { passphrase } = options;
        const path = pathOf(what);
        const making =
          what === 'control' ? backUpControl(place, path, passphrase) : backUpProvince(place, what, path, passphrase);
        options.report(await making);
        count.done += 1;
      } catch (error) {
        options.report({ what, reason: error instanceof Error ? error.message : String(error) });
        count.failed += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, worker));
  return count;
}
