/** `npm run db`: the libSQL files on a port, for `wrangler dev`, which cannot have them in its own process. */
import { createServer } from 'node:http';
import { createHranaHandler } from './hrana/handler.ts';
import { byHost, byPath } from './hrana/route.ts';
import { hranaListener, listen, sendJson } from './listen.ts';
import { addressFromEnvironment, cannotListen, onStop } from './process.ts';

const { host, port } = addressFromEnvironment(8080);
const databases = createHranaHandler({ dataDir: process.env.DATA_DIR ?? '.data' });
const listener = hranaListener(
  databases,
  (url) => byHost(url) ?? byPath(url),
  (_, response) => sendJson(response, 404, { message: 'No database has this address', code: 'NOT_FOUND' }),
);
const server = createServer(listener);
const bound = await listen(server, port, host).catch((error) => cannotListen(error, host, port));
console.log(`Databases: http://127.0.0.1:${bound}/control/, http://127.0.0.1:${bound}/p12/ and so on`);
onStop(() => {
  server.close();
  server.closeAllConnections();
  databases.close();
});
