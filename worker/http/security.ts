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

/**
 * Scripts from our own files only and none inline, styles by nonce, no frame. A referrer names us and not the page: a link's token
 * must not leave in a header.
 */
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
  // Not `no-referrer`: forms would then be sent with `Origin: null`, like those of another site (docs/adr/0024).
  referrerPolicy: 'strict-origin',
  xFrameOptions: 'DENY',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  // Set below, where it is true.
  strictTransportSecurity: false,
});

/** A year; subdomains are not ours to decide about, where the service stands on a domain of the province's own. */
const ONLY_TLS = 'max-age=31536000';

/**
 * Pages and data are private: no shared cache may keep them. Pages are kept by no browser either, nor for the way back: the next
 * person at the same machine would see them there (ADR 0036). Data are asked for again each time, and sent only when they changed.
 */
const cachingOf = ({ headers: answered }: Response) =>
  answered.get('Content-Type')?.startsWith('text/html') ? 'no-store' : 'private, no-cache';

/** The headers of every answer. */
export const security = createMiddleware<App>(async (c, next) => {
  const answer = await headers(c, async () => {
    c.set('nonce', c.get('secureHeadersNonce' as never) as string);
    await next();
  });
  if (c.env.PUBLIC_URL.startsWith('https://')) c.header('Strict-Transport-Security', ONLY_TLS);
  c.header('X-Robots-Tag', 'noindex, nofollow');
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', cachingOf(c.res));
  return answer;
});
