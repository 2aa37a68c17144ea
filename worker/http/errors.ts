import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { askAgain } from '../auth/again.ts';
import type { App } from '../env.ts';
import { languageOf } from './language.ts';
import { chain, log, withoutParameters } from './log.ts';
import { problemPage } from './page.ts';
import { Problem, problemDetails } from './problem.ts';
import type { ProblemCode } from './problems.ts';

/** Programs ask under `/v1`, and the fill page's script under `/p/{…}/api` and `/s/{token}/api`; everything else is read by people. */
const isPage = (path: string) => !path.startsWith('/v1') && !/^\/[ps](\/[^/]+)?\/api\//.test(path);

const ofStatus: Record<number, ProblemCode> = { 400: 'malformed_json', 403: 'cross_origin', 413: 'body_too_large' };

/** Whether the database could not be asked at all; an answer of SQLite's own, but for "busy", is a mistake of ours. */
function isUnreachable(error: unknown): boolean {
  return [...chain(error)].some((cause) => {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (code.startsWith('SQLITE_')) return code.startsWith('SQLITE_BUSY');
    return cause.name === 'LibsqlError' || /fetch failed|network connection lost/i.test(cause.message);
  });
}

/** Every error as a problem of the catalogue. What we did not foresee is logged, and told to nobody. */
export function problemFrom(error: unknown, requestId: string): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException) return new Problem(ofStatus[error.status] ?? 'invalid_request');
  const causes = [...chain(error)];
  const errors = causes.map(withoutParameters);
  const stack = causes[0]?.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  log('request.failed', { requestId, errors, stack });
  return new Problem(isUnreachable(error) ? 'database_unavailable' : 'internal');
}

export const onError: ErrorHandler<App> = (error, c) => {
  const requestId = c.get('requestId');
  const problem = problemFrom(error, requestId);
  if (problem.status >= 500) c.header('Retry-After', '60');
  const { pathname, search } = new URL(c.req.url);
  if (isPage(pathname)) {
    if (problem.code === 'unauthenticated') {
      return c.redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`, 303);
    }
    // There it says what is wanted, and has the means.
    if (problem.code === 'second_factor_required') return c.redirect('/tai-khoan', 303);
    if (problem.code === 'reauthentication_required') {
      const { page } = problem.extension;
      return askAgain(c, typeof page === 'string' ? page : null);
    }
    return problemPage(c, problem);
  }
  if (problem.status === 401) c.header('WWW-Authenticate', 'Bearer realm="dia-ban"');
  const details = problemDetails(problem, languageOf(c), requestId);
  return c.body(JSON.stringify(details), problem.status, { 'Content-Type': 'application/problem+json' });
};
