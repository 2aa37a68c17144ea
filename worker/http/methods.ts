import type { Hono, NotFoundHandler } from 'hono';
import type { App } from '../env.ts';
import { onError } from './errors.ts';
import { Problem } from './problem.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

type Router = Hono<App>['router'];

/** The methods that something stands behind at a path; what runs before all of them (`ALL`) is none. */
function methodsAt(router: Router, path: string): string[] {
  const known = METHODS.filter((method) => router.match(method, path)[0].some(([[, route]]) => route.method !== 'ALL'));
  return known.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
}

/**
 * Where nothing answered: 404 where nothing is, else 405 with the methods that there are (RFC 9110 §15.5.6), and 204 to whoever only
 * asks for them. No other site is told that it may come: there is no CORS (ADR 0024).
 */
export const nothingThere =
  (router: Router): NotFoundHandler<App> =>
  (c) => {
    const { method, path } = c.req;
    const methods = methodsAt(router, path);
    // A handler that is there may have found nothing itself.
    if (methods.length === 0 || methods.includes(method)) return onError(new Problem('not_found'), c);
    c.header('Allow', [...methods, 'OPTIONS'].join(', '));
    return method === 'OPTIONS' ? c.body(null, 204) : onError(new Problem('method_not_allowed'), c);
  };
