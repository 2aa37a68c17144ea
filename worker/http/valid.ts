import type { Context, ValidationTargets } from 'hono';
import { validator } from 'hono-openapi';
import * as v from 'valibot';
import { personalDataIn } from './free-text.ts';
import { languageOf } from './language.ts';
import { Problem, problemErrors } from './problem.ts';

export const JSON_TYPE = 'application/json';
export const CSV = 'text/csv';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Refuses a body by its declared type. Called where a body is read and thus behind the guard: who may not do a thing is told
 * so, whatever else is wrong. What sends no body declares no type.
 */
export function requireType(c: Context, ...wanted: string[]): void {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const isEmpty = c.req.raw.body === null || c.req.header('content-length') === '0';
  if (!wanted.includes(type) && !isEmpty) throw new Problem('unsupported_media_type');
}

/** Validates a part of the request; what does not fit is `invalid_request` with every error at once. Bodies must be JSON. */
export const valid = <Target extends keyof ValidationTargets, Schema extends v.GenericSchema>(
  target: Target,
  schema: Schema,
) =>
  validator(target, schema, (result, c) => {
    if (target === 'json') requireType(c, JSON_TYPE);
    if (result.success) return;
    const errors = (result.error as readonly v.BaseIssue<unknown>[]).flatMap((issue) => {
      const personal = personalDataIn(issue);
      if (personal) return problemErrors([personal], languageOf(c));
      return [{ path: v.getDotPath(issue) ?? '', code: issue.type, detail: issue.message }];
    });
    throw new Problem('invalid_request', errors);
  });
