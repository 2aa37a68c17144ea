import { createHash } from 'node:crypto';
import type { FormContext } from '../../forms/index.ts';

/** Viet Nam is seven hours ahead of UTC, all year and since 1975. */
const OFFSET = 7 * 60 * 60 * 1000;

/**
 * The clock, dice and hashes of a form's expressions at one moment (`now`, ISO 8601 UTC), on the clock of Asia/Ho_Chi_Minh;
 * `position` is the village's place in the round, from 1 on.
 */
export function formContext(now: string, position?: number): FormContext {
  const local = new Date(Date.parse(now) + OFFSET).toISOString();
  return {
    today: () => local.slice(0, 10),
    now: () => local.replace('Z', '+07:00'),
    random: Math.random,
    uuid: () => crypto.randomUUID(),
    digest: (data, algorithm, encoding) => createHash(algorithm.replace('-', '')).update(data).digest(encoding),
    ...(position === undefined ? {} : { position }),
  };
}
