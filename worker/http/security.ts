import { createMiddleware } from 'hono/factory';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import { newId } from '../db/id.ts';
import type { App } from '../env.ts';

/** Numbers the request; the same number goes with its calls to the database and into its events. */
export const requestId = createMiddleware<App>(async (c, next) => {
  c.set('requestId', newId());
  await next();
  c.header('X-Request-Id', c.get('requestId'));
});

/** Scripts from our own files only and none inline, styles by nonce, no frame, no referrer: a link's token must not leave in a header. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'"],
    styleSrc: [NONCE],
    fontSrc: ["'self'"],
    imgSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
});

/** The headers of every answer. Pages and data are private: no shared cache may keep them. */
export const security = createMiddleware<App>(async (c, next) => {
  const answer = await headers(c, async () => {
    c.set('nonce', c.get('secureHeadersNonce' as never) as string);
    await next();
  });
  c.header('X-Robots-Tag', 'noindex, nofollow');
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-cache');
  return answer;
});
