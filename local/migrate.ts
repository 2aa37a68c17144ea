/** `npm run migrate`: brings the registry and the provinces' databases up to date, here or in a deployment. */
import { createHranaHandler } from './hrana/handler.ts';
import { runMigrate } from './migrate/run.ts';
import { localEnvironment, remoteEnvironment } from './settings.ts';

const remote = remoteEnvironment(process.env);
const databases = remote ? null : createHranaHandler({ dataDir: process.env.DATA_DIR ?? '.data' });
try {
  process.exitCode = await runMigrate(process.argv.slice(2), remote ?? localEnvironment(databases!), {
    write: (text) => void process.stdout.write(text),
    isTTY: process.stdout.isTTY ?? false,
  });
} finally {
  databases?.close();
}
