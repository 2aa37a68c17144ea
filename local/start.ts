/** `npm start`: builds the service, brings its databases up to date and serves it on this machine. */
import { administration } from './administration.ts';
import { buildWorker } from './build.ts';
import { firstStart } from './first-start.ts';
import { addressFromEnvironment, cannotListen, onStop } from './process.ts';
import { startRuntime } from './runtime.ts';
import { mayCallOut, operatorSettings } from './settings.ts';

const { host, port } = addressFromEnvironment(8787);
const { DATA_DIR: dataDir = '.data', PUBLIC_URL: publicUrl, CLIENT_ADDRESS_HEADER: clientAddressHeader } = process.env;
const requestLimits = process.env.RATE_LIMITS !== 'off';
const requestLog = process.env.REQUEST_LOG !== 'off';

await buildWorker();
const runtime = await startRuntime({
  dataDir,
  host,
  port,
  publicUrl,
  clientAddressHeader,
  requestLog,
  requestLimits,
  bindings: operatorSettings(process.env),
  allowOutbound: mayCallOut(process.env),
}).catch((error) => cannotListen(error, host, port));
onStop(() => runtime.stop());
const admin = administration(runtime.hrana, publicUrl ?? runtime.url);
for (const line of await admin.migrateAll()) console.log(`migrated ${line}`);
console.log(`Địa Bàn: ${publicUrl ?? runtime.url}`);
const toDo = await firstStart(admin);
if (toDo) console.log(toDo);
