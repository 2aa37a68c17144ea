import { type DatabaseHost, HostError } from './database-host.ts';
import { type Answer, type Caller, callHost } from './host-call.ts';

export interface SqldSettings {
  /** Of the admin API, without a closing slash. */
  adminUrl: string;
  /** The address of a database, with `{name}` where its name belongs: `http://{name}.db.example.vn`. */
  databaseUrl: string;
  /** A part of names that no other database has. */
  suffix: () => string;
}

const said = ({ json }: Answer): string => {
  const error = json !== null && typeof json === 'object' && 'error' in json ? json.error : '';
  return typeof error === 'string' ? error.slice(0, 200) : '';
};

/**
 * Namespaces of a sqld on one's own premises, through its admin API (libsql's docs/ADMIN_API.md). Tokens there are signed with a
 * key of the operator's, which the service does not hold: it asks for none.
 */
export function sqldHost(settings: SqldSettings, caller: Caller): DatabaseHost {
  const call = (what: string, method: 'POST' | 'DELETE', path: string, body?: object) => {
    const url = `${settings.adminUrl}/v1/namespaces/${path}`;
    return callHost(
      { what: `sqld: ${what}`, method, url, headers: {}, again: true, ...(body ? { body } : {}) },
      caller,
    );
  };

  return {
    kind: 'sqld',
    newName: (code) => `p${code}${settings.suffix()}`,

    async create(name) {
      const answer = await call('create namespace', 'POST', `${name}/create`, {});
      // 400 is also what sqld answers for a namespace that an earlier try made.
      const isThere = answer.status === 400 && said(answer).includes('already exists');
      if (answer.status !== 200 && !isThere) throw new HostError(`sqld: create: ${answer.status} ${said(answer)}`);
      return settings.databaseUrl.replace('{name}', name);
    },

    renewToken: async () => null,

    async drop(name) {
      const answer = await call('delete namespace', 'DELETE', name);
      const isGone = (answer.status === 400 || answer.status === 404) && said(answer).includes("doesn't exist");
      if (answer.status !== 200 && !isGone) throw new HostError(`sqld: delete: ${answer.status} ${said(answer)}`);
    },
  };
}
