/** `npm run backup`: a province, the registry, or all of them into files. */
import { runBackupCli } from './backup/backup-cli.ts';

process.exitCode = await runBackupCli(process.argv.slice(2), {
  env: process.env,
  output: { out: (text) => console.log(text), err: (text) => console.error(text) },
});
