import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { drizzle } from 'drizzle-orm/libsql/http';
import { type Checkpoint, checkpointOf, eventHash, type LoggedEvent } from '../../worker/audit/chain.ts';
import { lastSeal } from '../../worker/audit/seal-store.ts';
import { CONTROL } from '../../worker/audit/value-hash.ts';
import { reasonOf } from '../../worker/provinces/run-job.ts';
import type { HranaHandler } from '../hrana/handler.ts';
import { eventsIn, knownIn, sealsIn, stateOf } from './log-reader.ts';
import { type OpenLogs, openLogs, secretsFor } from './open-logs.ts';
import { type Verified, verifyLog } from './verify.ts';

export const USAGE = `Usage:
  npm run audit -- verify [CODE | --control | --all] [--checkpoint FILE]   proves that logs are as they were written
  npm run audit -- checkpoint [CODE | --control | --all]                   prints the heads, to be kept elsewhere
  npm run audit -- export CODE | --control                                 prints every event and seal as a line of JSON

  CODE is a province's two digits; without any it is all of them and the control database.
  The data are those of DATA_DIR (.data when it is not set); of a service elsewhere, by CONTROL_DATABASE_URL,
  CONTROL_DATABASE_TOKEN and SECRET; of one database, by AUDIT_DATABASE_URL and AUDIT_DATABASE_TOKEN.
  Ends with 0 when all is proven, 1 when something is not as it was written, 2 when it was not asked rightly.`;

export interface Surroundings {
  out(text: string): void;
  err(text: string): void;
  environment: NodeJS.ProcessEnv;
  /** The databases of a folder of this machine. */
  local(dataDir: string): Pick<HranaHandler, 'fetch'>;
}

const options = { control: { type: 'boolean' }, all: { type: 'boolean' }, checkpoint: { type: 'string' } } as const;

async function checkpointsFrom(file: string | undefined): Promise<Map<string, Checkpoint>> {
  if (file === undefined) return new Map();
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return new Map(lines.map((line) => JSON.parse(line) as Checkpoint).map((found) => [found.database, found]));
}

const nameOf = (database: string) => (database === CONTROL ? 'control' : `province ${database}`);

function sentenceOf({ database, fault, events, seals, unsealed }: Verified): string {
  const name = nameOf(database);
  if (fault) return `${name}: NOT as it was written. ${fault}`;
  return `${name}: as it was written. ${events} events, ${events - unsealed} of them under ${seals} seals, ${unsealed} not sealed yet.`;
}

interface Asked extends OpenLogs {
  dataDir: string;
  checkpoint: string | undefined;
}

async function verify(
  { logs, registry, dataDir, checkpoint }: Asked,
  { out, err, environment }: Surroundings,
): Promise<number> {
  const secrets = await secretsFor(environment, dataDir);
  const checkpoints = await checkpointsFrom(checkpoint);
  if (secrets.length === 0) err('No SECRET: the chain is proven, its signatures are not.');
  const known = registry && (await knownIn(registry));
  let faults = 0;
  for (const { database, client } of logs) {
    const onProgress = (events: number) => err(`${database}: ${events} events`);
    const { noted = [], origin } = known?.get(database) ?? {};
    const against = { secrets, checkpoint: checkpoints.get(database), noted, onProgress };
    try {
      const log = { database, origin, events: eventsIn(client), seals: sealsIn(client), ...(await stateOf(client)) };
      const found = await verifyLog(log, against);
      out(sentenceOf(found));
      if (found.fault) faults += 1;
    } catch (error) {
      // One that cannot be read must not keep the others from being proven.
      out(`${nameOf(database)}: NOT proven, because it cannot be read. ${reasonOf(error)}`);
      faults += 1;
    }
  }
  return faults > 0 ? 1 : 0;
}

async function printCheckpoints({ logs }: Asked, { out, err }: Surroundings): Promise<number> {
  for (const { database, client } of logs) {
    const [seal] = await lastSeal({ read: drizzle(client) });
    if (seal) out(JSON.stringify(checkpointOf(database, seal)));
    else err(`${database}: nothing is sealed yet.`);
  }
  return 0;
}

/** Events and seals in the order of the chain; with these lines and the secret the log can be proven elsewhere. */
async function exportLog({ logs }: Asked, { out }: Surroundings): Promise<number> {
  for (const { database, client } of logs) {
    const events = eventsIn(client);
    const line = (event: LoggedEvent) => out(JSON.stringify({ event, hash: eventHash(event) }));
    for await (const seal of sealsIn(client)) {
      for (let next = await events.next(); !next.done; next = await events.next()) {
        line(next.value);
        if (next.value.seq >= seal.lastSeq) break;
      }
      out(JSON.stringify({ database, seal }));
    }
    for await (const event of events) line(event);
  }
  return 0;
}

const commands = { verify, checkpoint: printCheckpoints, export: exportLog };

/** Runs one command; gives the exit code. */
export async function runAuditCli(words: string[], surroundings: Surroundings): Promise<number> {
  const { environment, local, err } = surroundings;
  const misused = (sentence: string) => {
    err(`${sentence}\n\n${USAGE}`);
    return 2;
  };
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    return misused((error as Error).message);
  }
  const [name = '', code, ...more] = parsed.positionals;
  const { control, all, checkpoint } = parsed.values;
  if (!Object.hasOwn(commands, name)) return misused(name ? `There is no command "${name}".` : 'Which command?');
  if (more.length > 0 || [code, control, all].filter(Boolean).length > 1)
    return misused('One province, or --control, or --all.');
  if (code !== undefined && !/^\d{2}$/.test(code)) return misused(`"${code}" is no province's code.`);
  const wanted = control ? CONTROL : (code ?? 'all');
  if (name === 'export' && wanted === 'all') return misused('Which log is to be exported?');
  if (environment.AUDIT_DATABASE_URL && wanted === 'all') return misused('Whose log does AUDIT_DATABASE_URL hold?');
  const dataDir = environment.DATA_DIR ?? '.data';
  const opened = await openLogs({ wanted, environment, local: () => local(dataDir) });
  if (opened.logs.length === 0) return misused(`Province ${wanted} is not registered.`);
  return commands[name as keyof typeof commands]({ ...opened, dataDir, checkpoint }, surroundings);
}
