import type { ValidationTargets } from 'hono';
import { createMiddleware } from 'hono/factory';
import { validator } from 'hono-openapi';
import * as v from 'valibot';
import type { App } from '../env.ts';
import { Problem } from './problem.ts';

/** Validates a part of the request; what does not fit is `invalid_request` with every error at once. */
export const valid = <Target extends keyof ValidationTargets, Schema extends v.GenericSchema>(
  target: Target,
  schema: Schema,
) =>
  validator(target, schema, (result) => {
    if (result.success) return;
    const errors = (result.error as readonly v.BaseIssue<unknown>[]).map((issue) => ({
      path: v.getDotPath(issue) ?? '',
      code: issue.type,
      detail: issue.message,
    }));
    throw new Problem('invalid_request', errors);
  });

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const CSV = 'text/csv';

/** The media types that an address takes, where that is not JSON alone. */
const acceptedAt: [path: RegExp, types: string[]][] = [
  [/\/xlsform$/, [XLSX]],
  [/\/units(\/reorganisations)?\/import$/, [CSV, XLSX]],
  [/\/boundary$/, ['application/json', 'application/geo+json']],
];

/** Refuses a body by its declared type, before anything tries to read it. */
export const declaredType = createMiddleware<App>(async (c, next) => {
  const hasBody = c.req.method === 'POST' || c.req.method === 'PUT' || c.req.method === 'PATCH';
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const [, accepted] = acceptedAt.find(([path]) => path.test(c.req.path)) ?? [null, ['application/json']];
  if (hasBody && c.req.raw.body !== null && !accepted.includes(type)) throw new Problem('unsupported_media_type');
  await next();
});
