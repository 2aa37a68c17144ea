import { Hono } from 'hono';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { securityTxt as textOf } from './security-txt.ts';

/** Whom to tell about a hole; there is none where the operator named nobody. */
export const securityTxt = new Hono<App>().get('/security.txt', (c) => {
  const text = textOf(c.env.SECURITY_CONTACT, c.env.PUBLIC_URL, new Date().toISOString());
  if (text === null) throw new Problem('not_found');
  return c.body(text, 200, { 'Content-Type': 'text/plain; charset=utf-8' });
});
