/** `npm run restore`: a province or the registry out of a file. */
import { runRestoreCli } from './backup/restore-cli.ts';

process.exitCode = await runRestoreCli(process.argv.slice(2), {
  env: process.env,
  output: { out: (text) => console.log(text), err: (text) => console.error(text) },
});
