import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { App } from '../env.ts';
import { Problem } from './problem.ts';

const KB = 1024;

const atMost = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Problem('body_too_large');
    },
  });

const usual = atMost(256 * KB);
// A definition may be 2 MB of JSON, and a workbook 5 MB (forms/xlsform/workbook/limits.ts).
const wholeFile = atMost(5 * KB * KB);
const takesFile = /^\/v1\/provinces\/\d\d\/(forms(\/xlsform)?|units(\/reorganisations)?\/import)$/;

/** Refuses bodies that are larger than anything that could rightly be sent there. */
export const bodySize: MiddlewareHandler<App> = (c, next) =>
  takesFile.test(c.req.path) ? wholeFile(c, next) : usual(c, next);
