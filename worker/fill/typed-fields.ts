import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { validate } from 'uuid';
import { textIn } from '../../forms/index.ts';
import { newId } from '../db/id.ts';
import type { App } from '../env.ts';
import { problemFrom } from '../http/errors.ts';
import { problemPage } from '../http/page.ts';
import { Problem } from '../http/problem.ts';
import type { TypedFields } from '../submissions/decide-save.ts';
import { languageFor } from './language.ts';

/** The fields of a form post; text only, because no field of ours carries a file. */
export async function typedFields(c: Context<App>): Promise<TypedFields> {
  const type = c.req.header('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    throw new Problem('unsupported_media_type');
  }
  const body = await c.req.parseBody({ all: true }).catch((error: unknown) => {
    throw error instanceof HTTPException ? error : new Problem('invalid_request');
  });
  // A NUL character ends a text for SQLite, and no keyboard types one.
  const text = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '') : '');
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? value.map(text) : text(value)]),
  );
}

/** A field that is given once. */
export function fieldOf(fields: TypedFields, name: string): string {
  const value = fields[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** The id that a page was sent with, so that what is sent twice is done once; a new one where there is none. */
export function idOf(fields: TypedFields, name: string): string {
  const id = fieldOf(fields, name);
  return validate(id) ? id : newId();
}

const REASON = 'reason:';

/** The written reasons of a review page, by the finding's key. */
export function reasonsIn(fields: TypedFields): Record<string, string> {
  const typed = Object.keys(fields).filter((name) => name.startsWith(REASON));
  return Object.fromEntries(typed.map((name) => [name.slice(REASON.length), fieldOf(fields, name)]));
}

/** Our own fields: a question's name holds no colon. */
const OURS = /^(:|inputsVersion$)/;

/** What was typed, by the questions' labels where the form is known. */
function kept(c: Context<App>, fields: TypedFields) {
  const questions = c.get('definition')?.sections.flatMap(({ questions }) => questions) ?? [];
  const language = languageFor(c, c.get('definition'));
  const labels = new Map(questions.map(({ name, label }) => [name, textIn(label, language) || name]));
  return Object.entries(fields)
    .filter(([name]) => !OURS.test(name))
    .map(([name, value]) => ({ label: labels.get(name) ?? name, value: [value].flat().join(', ') }))
    .filter(({ value }) => value !== '');
}

/** Handles a form post; what goes wrong answers with everything that was typed, so that nothing has to be typed from memory. */
export async function keepingFields(
  c: Context<App>,
  handle: (fields: TypedFields) => Promise<Response>,
): Promise<Response> {
  const fields = await typedFields(c);
  try {
    return await handle(fields);
  } catch (error) {
    const problem = problemFrom(error, c.get('requestId'));
    // As `onError` leaves it, for what looks at it after the answer (links/link-cookie.ts).
    c.error = problem;
    if (problem.status >= 500) c.header('Retry-After', '60');
    return problemPage(c, problem, { kept: kept(c, fields) });
  }
}
