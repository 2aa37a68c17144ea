/** `npm run admin`: the operator's acts on this machine's databases, or on a deployment's. */
import { parseArgs } from 'node:util';
import { UsageError } from './admin/command.ts';
import { commands, USAGE } from './admin/commands.ts';
import { administrationOf } from './administration.ts';
import { createHranaHandler } from './hrana/handler.ts';
import { addressFromEnvironment, urlOn } from './process.ts';
import { localEnvironment, remoteEnvironment } from './settings.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const [name = '', ...words] = positionals;
const remote = remoteEnvironment(process.env);
const databases = remote ? null : createHranaHandler({ dataDir: process.env.DATA_DIR ?? '.data' });

try {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(name ? `There is no command "${name}".` : 'Which command?');
  const { host, port } = addressFromEnvironment(8787);
  const publicUrl = process.env.PUBLIC_URL ?? urlOn(host, port);
  const admin = administrationOf(remote ?? localEnvironment(databases!, publicUrl));
  // On this machine only: elsewhere a migration is a decision of its own (npm run migrate).
  if (databases) for (const line of await admin.migrateAll()) console.log(`migrated ${line}`);
  console.log(await command.run(admin, ...words));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
} finally {
  databases?.close();
}
