import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { type Role, roles } from '../../worker/auth/permissions.ts';
import { rowsOf } from '../support/database.ts';
import { addressOf, type Operation, operationsOf } from '../support/operations.ts';
import type { JsonSchema } from '../support/sample.ts';
import { sampleOf } from '../support/sample.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, type Survey } from '../support/survey.ts';

/** What is typed by people who mean harm, or comes of programs that went wrong. */
const HOSTILE = [
  "' OR '1'='1",
  "x'; DROP TABLE units; --",
  '1); DELETE FROM events; --',
  '" UNION SELECT key_hash FROM api_keys --',
  '%_\\%',
  'a\0b',
  '__proto__',
  '\r\nX-Injected: 1',
  '\ud800',
  '-1',
  '9'.repeat(400),
  '../../../../etc/passwd',
];

interface Described {
  operationId: string;
  parameters?: { in: string; name: string }[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
}

let service: Service;
let everybody: Site;
let survey: Survey;
let operations: Operation[];
let described: Map<string, Described>;

beforeAll(async () => {
  service = await startService();
  survey = await prepareSurvey(await service.as('designer'));
  // One person with every role, so that nothing is refused before it is read.
  for (const role of Object.keys(roles) as Role[]) everybody = await service.as(role, '12', 'moi-vai-tro');
  operations = await operationsOf(service);
  const document = await (await service.stranger.get('/v1/openapi.json')).json();
  const { paths } = document as { paths: Record<string, Record<string, Described>> };
  const all = Object.values(paths).flatMap((methods) => Object.values(methods));
  described = new Map(all.map((operation) => [operation.operationId, operation]));
});
afterAll(() => service.stop());

const ids = () => ({ code: '12', roundId: survey.roundId, unitId: survey.commune.id, communeId: survey.commune.id });

async function send({ method }: Operation, address: string, body: string | null, type = 'application/json') {
  const request = {
    method,
    redirect: 'manual',
    headers: {
      cookie: everybody.cookie,
      origin: service.url,
      'if-match': '"1"',
      ...(body === null ? {} : { 'content-type': type }),
    },
    ...(method === 'GET' ? {} : { body }),
  } as const;
  // Refused with its body unread, a request ends its connection, and with it what was already sent behind it: asked again.
  const again = () => fetch(service.url + address, request);
  const answer = await again().catch(again);
  const text = await answer.text();
  return { answer, text };
}

/** What was wrong with an answer, in a line; null for an answer as it should be. */
async function faultOf(operation: Operation, address: string, body: string | null, type?: string) {
  const { answer, text } = await send(operation, address, body, type);
  const isFault = answer.status >= 500 || answer.headers.has('x-injected') || /SQLITE|drizzle|\bat \w+ \(/.test(text);
  return isFault
    ? `${operation.id}: ${answer.status} for ${address} ${body?.slice(0, 200)}: ${text.slice(0, 200)}`
    : null;
}

async function faults(all: (() => Promise<string | null>)[]): Promise<string[]> {
  expect(all.length).toBeGreaterThan(50);
  const found: string[] = [];
  const left = all.values();
  // A few at a time, as callers come.
  const work = async () => {
    for (const ask of left) {
      const fault = await ask();
      if (fault) found.push(fault);
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return found;
}

const isText = (schema: JsonSchema) => schema.type === 'string' && !schema.enum;

/** Bodies of the described shape in which one text, whichever, is this one; what may be left out is there for it. */
function bodiesWith(schema: JsonSchema, text: string): unknown[] {
  if (schema.anyOf) return schema.anyOf.flatMap((each) => bodiesWith(each, text));
  if (isText(schema)) return [text];
  if (schema.type === 'array') return bodiesWith(schema.items ?? {}, text).map((item) => [item]);
  if (schema.type !== 'object') return [];
  const whole = sampleOf(schema) as Record<string, unknown>;
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    bodiesWith(property, text).map((value) => ({ ...whole, [name]: value })),
  );
}

const bodySchema = ({ id }: Operation) => described.get(id)?.requestBody?.content['application/json']?.schema;

/** A text that cannot be put into an address as it is, as a client would that does not care. */
const encoded = (text: string) => encodeURIComponent(text.toWellFormed());

describe('hostile text breaks nothing and finds nothing', () => {
  test('in the path', async () => {
    const asks = operations.flatMap((operation) => {
      const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
      return names.flatMap((name) =>
        HOSTILE.map(
          (text) => () => faultOf(operation, addressOf(operation, { ...ids(), [name]: encoded(text) }), operation.body),
        ),
      );
    });
    expect(await faults(asks)).toEqual([]);
  });

  test('in every parameter of the query, alone, twice and without a value', async () => {
    const asks = operations.flatMap((operation) => {
      const parameters = (described.get(operation.id)!.parameters ?? []).filter(({ in: place }) => place === 'query');
      return parameters.flatMap(({ name }) => {
        const address = addressOf({ ...operation, query: operation.query.filter((each) => each.name !== name) }, ids());
        const ask = (query: string) => () =>
          faultOf(operation, `${address}${address.includes('?') ? '&' : '?'}${query}`, operation.body);
        return [
          ...HOSTILE.map((text) => ask(`${name}=${encoded(text)}`)),
          ask(`${name}=1&${name}=2`),
          ask(name),
          ask(`${name}[]=1&${name}[__proto__]=1`),
          ask(`${name}=%E0%A4%A`),
        ];
      });
    });
    expect(await faults(asks)).toEqual([]);
  });

  test('in every text of a body', async () => {
    const asks = operations.flatMap((operation) => {
      const schema = bodySchema(operation);
      if (!schema) return [];
      const address = addressOf(operation, ids());
      return HOSTILE.flatMap((text) =>
        bodiesWith(schema, text).map((body) => () => faultOf(operation, address, JSON.stringify(body))),
      );
    });
    expect(await faults(asks)).toEqual([]);
  });

  test('as a body that is no such thing', async () => {
    const deep = 20_000;
    const bodies = [
      'null',
      '[]',
      '"x"',
      '1e999',
      '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}',
      '{"a":1,"a":2}',
      '{'.repeat(10),
      `${'['.repeat(deep)}${']'.repeat(deep)}`,
      `${'{"definition":'.repeat(deep / 2)}1${'}'.repeat(deep / 2)}`,
      '\ufeff{}',
      '',
    ];
    const types = [
      'application/json',
      'Application/JSON; charset=utf-16',
      'application/json, text/plain',
      'application/problem+json',
    ];
    const taking = operations.filter(({ method }) => method !== 'GET');
    const asks = taking.flatMap((operation) => {
      const address = addressOf(operation, ids());
      return [
        ...bodies.map((body) => () => faultOf(operation, address, body)),
        ...types.map((type) => () => faultOf(operation, address, operation.body ?? '{}', type)),
      ];
    });
    expect(await faults(asks)).toEqual([]);
  });

  test('and all is there that was there', async () => {
    const [{ tables, communes, events }] = (await rowsOf(
      service,
      `SELECT (SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('units', 'events', 'api_keys')) AS tables,
              (SELECT count(*) FROM units WHERE id = ?) AS communes,
              (SELECT count(*) FROM events WHERE act = 'key.create') AS events`,
      [survey.commune.id],
    )) as unknown as [{ tables: number; communes: number; events: number }];
    expect([tables, communes]).toEqual([3, 1]);
    expect(events).toBeGreaterThan(0);
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });
});
