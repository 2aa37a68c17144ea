import * as v from 'valibot';
import { randomCode } from '../db/random.ts';
import { type DatabaseHost, HostError } from './database-host.ts';
import { type Answer, type Caller, callHost, type HostCall } from './host-call.ts';

export interface TursoSettings {
  /** Without a closing slash: https://api.turso.tech */
  apiUrl: string;
  organization: string;
  platformToken: string;
  /** The group of databases for which none is named. */
  group: string;
}

// The published shapes, as far as they are used: https://docs.turso.tech/api-reference
const Created = v.object({ database: v.object({ Hostname: v.pipe(v.string(), v.nonEmpty()) }) });
const Token = v.object({ jwt: v.pipe(v.string(), v.nonEmpty()) });
const Refusal = v.object({ error: v.string() });

function failure(what: string, { status, json }: Answer): HostError {
  const said = v.safeParse(Refusal, json);
  return new HostError(`Turso: ${what}: ${status}${said.success ? ` ${said.output.error.slice(0, 200)}` : ''}`);
}

function parsed<T>(schema: v.GenericSchema<unknown, T>, what: string, answer: Answer): T {
  const result = v.safeParse(schema, answer.json);
  if (answer.status !== 200 || !result.success) throw failure(what, answer);
  return result.output;
}

/** Databases of one organization at Turso, made through its Platform API. */
export function tursoHost(settings: TursoSettings, caller: Caller): DatabaseHost {
  const base = `${settings.apiUrl}/v1/organizations/${encodeURIComponent(settings.organization)}/databases`;
  const at = (name: string) => `${base}/${encodeURIComponent(name)}`;
  const headers = { authorization: `Bearer ${settings.platformToken}` };
  const call = (
    what: string,
    method: HostCall['method'],
    url: string,
    options: { body?: object; again?: boolean } = {},
  ) => callHost({ what: `Turso: ${what}`, method, url, headers, again: true, ...options }, caller);

  return {
    kind: 'turso',
    newName: (code) => `dia-ban-${code}-${randomCode(6)}`,

    async create(name, group) {
      const body = { name, group: group ?? settings.group };
      const made = await call('create database', 'POST', base, { body });
      // 409: an earlier try made it. Names are never used twice, so it is this one.
      const answer = made.status === 409 ? await call('retrieve database', 'GET', at(name)) : made;
      return `libsql://${parsed(Created, 'create database', answer).database.Hostname}`;
    },

    async renewToken(name) {
      // Turso cannot end one token: this ends all, and so also one that an earlier try made and lost.
      const ended = await call('invalidate tokens', 'POST', `${at(name)}/auth/rotate`);
      if (ended.status !== 200) throw failure('invalidate tokens', ended);
      const url = `${at(name)}/auth/tokens?expiration=never&authorization=full-access`;
      return parsed(Token, 'create token', await call('create token', 'POST', url, { again: false })).jwt;
    },

    async drop(name) {
      const answer = await call('delete database', 'DELETE', at(name));
      if (answer.status !== 200 && answer.status !== 404) throw failure('delete database', answer);
    },
  };
}
