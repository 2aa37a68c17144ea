/** `npm run forms`: looks at forms and expressions from the command line. */
import { runFormsCli } from './forms-cli/run.ts';

process.exitCode = await runFormsCli(process.argv.slice(2), {
  out: (text) => console.log(text),
  err: (text) => console.error(text),
});
