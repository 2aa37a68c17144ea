import { type Adopted, adoptDatabase } from './adopt.ts';
import { type ExitCode, passphraseOf, running, type Surroundings, UsageError, words } from './cli.ts';
import { openBackup } from './read-file.ts';
import { type Restored, restoreControl, restoreProvince } from './restore.ts';

const USAGE = `Usage:
  npm run restore -- FILE
  npm run restore -- --to-moment CODE --database-url URL

  --to-moment CODE         a database that its host restored to a moment: prove that it is the province's, and serve it from there
  --replace                a province that is registered: serve it from the restored database (it must be suspended)
  --in-service             serve it at once; by default it is registered as suspended, for an operator to look at first
  --code CODE              register it under another code, for a look beside the living province
  --database-url URL       an empty database on a server, with its token in DATABASE_TOKEN; needed with CONTROL_DATABASE_URL;
                           with --to-moment the restored one
  --passphrase-file FILE   of an encrypted file; or BACKUP_PASSPHRASE in the environment

  The registry is that of DATA_DIR (.data), or with CONTROL_DATABASE_URL, CONTROL_DATABASE_TOKEN and SECRET that of a server.`;

const OPTIONS = {
  replace: { type: 'boolean' },
  'in-service': { type: 'boolean' },
  code: { type: 'string' },
  'to-moment': { type: 'string' },
  'database-url': { type: 'string' },
  'passphrase-file': { type: 'string' },
} as const;

/** `npm run restore`. */
export function runRestoreCli(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { env, output } = surroundings;
  return running(surroundings, USAGE, async (place) => {
    const { values, positionals } = words(args, OPTIONS);
    const [file, ...more] = positionals;
    const url = values['database-url'];
    const database = url === undefined ? undefined : { url, token: env.DATABASE_TOKEN || null };
    const inService = values['in-service'];
    const moment = values['to-moment'];
    if (moment !== undefined) {
      if (file || !database) throw new UsageError('To a moment: a province and its restored database, and no file.');
      output.out(reportOfMoment(await adoptDatabase(place(), moment, { database, inService, now: new Date() })));
      return 0;
    }
    if (!file || more.length > 0) throw new UsageError('Which file?');
    if (values.code !== undefined && !/^\d{2}$/.test(values.code)) throw new UsageError('A code has two digits.');
    const backup = await openBackup(file, passphraseOf(env, values['passphrase-file']));
    const options = { code: values.code, replace: values.replace, inService, database, now: new Date() };
    const restoring = backup.header.kind === 'province' ? restoreProvince : restoreControl;
    const restored = await restoring(place(), backup, options);
    output.out(report(restored, backup.header.madeAt, values.code));
    return 0;
  });
}

function reportOfMoment({ code, databaseUrl, events, migrated, replaced, suspended }: Adopted): string {
  const lines = [
    `${code} is served from ${databaseUrl}, whose log of ${events} events is as it was written`,
    ...migrated.map((tag) => `migrated: ${tag}`),
    ...(replaced ? [leftLine(replaced)] : []),
    ...(suspended ? [suspendedLine(code)] : []),
  ];
  return lines.join('\n');
}

const leftLine = (replaced: string) =>
  `It was served from ${replaced} until now, which is left as it is: delete it when it is no longer needed.`;

function report(restored: Restored, madeAt: string, otherCode: string | undefined): string {
  const { what, rows, databaseUrl, migrated, replaced } = restored;
  const lines = [
    `${what} is restored as of ${madeAt}: ${rows} rows in ${databaseUrl}`,
    ...migrated.map((tag) => `migrated: ${tag}`),
    ...(replaced ? [leftLine(replaced)] : []),
    ...secretLines(restored),
    ...(otherCode ? ['Links and keys name the province of the backup and do not open under this code.'] : []),
    ...(restored.suspended ? [suspendedLine(what)] : []),
  ];
  return lines.join('\n');
}

const suspendedLine = (what: string) =>
  what === 'control'
    ? 'All provinces are suspended until their databases are restored and they are resumed.'
    : 'It is suspended: look at it, see that no other server still serves it, then resume it.';

function secretLines({ what, sameSecret, linksWithPin }: Restored): string[] {
  if (sameSecret === true) return [];
  const which = sameSecret === null ? 'Whether the SECRET is the same is not known' : 'The SECRET here is another';
  if (what === 'control') {
    return [`${which}: sealed database tokens and second factors can only be opened with the one of the backup.`];
  }
  return [
    `${which}: links with a PIN (${linksWithPin}) ask for one that only the SECRET of the backup proves; give them anew.`,
    'Seals of the log that stand in the backup are proved with the SECRET of the backup as well.',
  ];
}
