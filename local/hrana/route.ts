/** Where a URL leads: which database, and which path below it. */
export type Route = (url: URL) => { database: string; path: string } | null;

/** `http://p12.turso.local/v2/pipeline`: the first label of the host. */
export const byHost: Route = ({ hostname, pathname }) =>
  hostname.endsWith('.turso.local') ? { database: hostname.split('.')[0]!, path: pathname } : null;

/**
 * `http://127.0.0.1:8080/p12/v2/pipeline`: the first segment of the path. The client only keeps it when the database's
 * URL ends with a slash, `http://127.0.0.1:8080/p12/`. No other host name will do: a web page on a domain of its own
 * that resolves to this machine must not reach the databases.
 */
export const byPath: Route = ({ hostname, pathname }) => {
  const [, database = '', path = ''] = /^\/([^/]*)(\/.*)?$/.exec(pathname) ?? [];
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) ? { database, path } : null;
};
