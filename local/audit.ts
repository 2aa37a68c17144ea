/** `npm run audit`: proves, exports and marks the logs of events. */
import { runAuditCli } from './audit/run.ts';
import { createHranaHandler, type HranaHandler } from './hrana/handler.ts';

let databases: HranaHandler | undefined;
try {
  process.exitCode = await runAuditCli(process.argv.slice(2), {
    out: (text) => console.log(text),
    err: (text) => console.error(text),
    environment: process.env,
    local: (dataDir) => {
      databases = createHranaHandler({ dataDir });
      return databases;
    },
  });
} finally {
  databases?.close();
}
