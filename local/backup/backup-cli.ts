import { type BackedUp, backUpAll, backUpControl, backUpProvince, type Failed } from './backup.ts';
import { checkContents } from './check.ts';
import { type ExitCode, passphraseOf, running, type Surroundings, size, UsageError, words } from './cli.ts';
import { openBackup } from './read-file.ts';

const USAGE = `Usage:
  npm run backup -- CODE FILE         one province's database to one file
  npm run backup -- --control FILE    the registry: provinces, accounts, roles, events
  npm run backup -- --all FOLDER      both, of all provinces, a file each
  npm run backup -- check FILE …      whether files are whole, and what they hold

  --passphrase-file FILE   encrypt, or read what is encrypted; or BACKUP_PASSPHRASE in the environment
  --concurrency N          with --all: how many provinces at a time (4)

  The databases are those of DATA_DIR (.data), or with CONTROL_DATABASE_URL, CONTROL_DATABASE_TOKEN and SECRET those of a server.`;

const OPTIONS = {
  control: { type: 'boolean' },
  all: { type: 'boolean' },
  'passphrase-file': { type: 'string' },
  concurrency: { type: 'string', default: '4' },
} as const;

const line = (done: BackedUp | Failed): string =>
  'reason' in done
    ? `${done.what}: FAILED: ${done.reason}`
    : `${done.what}: ${done.rows} rows of ${done.tables} tables, ${size(done.bytes)}, ${done.path}\n  SHA-256 ${done.sha256}`;

/** `npm run backup`. */
export function runBackupCli(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { env, output } = surroundings;
  return running(surroundings, USAGE, async (place) => {
    const { values, positionals } = words(args, OPTIONS);
    const passphrase = passphraseOf(env, values['passphrase-file']);
    if (positionals[0] === 'check') return check(positionals.slice(1), passphrase, surroundings);
    if (values.all) {
      const concurrency = Number(values.concurrency);
      if (!Number.isInteger(concurrency) || concurrency < 1) throw new UsageError('--concurrency is a number from 1.');
      const report = (done: BackedUp | Failed) => ('reason' in done ? output.err : output.out)(line(done));
      const { done, failed } = await backUpAll(place(), one(positionals), { passphrase, concurrency, report });
      output.out(`${done} written, ${failed} failed`);
      return failed === 0 ? 0 : 1;
    }
    if (values.control) {
      output.out(line(await backUpControl(place(), one(positionals), passphrase)));
      return 0;
    }
    const [code = '', file, ...more] = positionals;
    if (!/^\d{2}$/.test(code) || !file || more.length > 0) throw new UsageError('Which province, and which file?');
    output.out(line(await backUpProvince(place(), code, file, passphrase)));
    return 0;
  });
}

function one(positionals: readonly string[]): string {
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError('Exactly one file or folder is needed.');
  return path;
}

async function check(files: readonly string[], passphrase: string | null, { output }: Surroundings): Promise<ExitCode> {
  if (files.length === 0) throw new UsageError('Which file?');
  let exit: ExitCode = 0;
  for (const file of files) {
    try {
      const backup = await openBackup(file, passphrase);
      const rows = await checkContents(backup);
      const { province, madeAt, migrations } = backup.header;
      const what = province ? `${province.code} ${province.name}` : 'the registry';
      output.out(
        `${file}: whole\n  ${what}, as of ${madeAt}, ${rows} rows, schema ${migrations.at(-1)}\n  SHA-256 ${backup.sha256}`,
      );
    } catch (error) {
      output.err(`${file}: ${(error as Error).message}`);
      exit = 1;
    }
  }
  return exit;
}
