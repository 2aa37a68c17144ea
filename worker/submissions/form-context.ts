import { createHash } from 'node:crypto';
import type { FormContext } from '../../forms/index.ts';
import { localDay, localTime } from '../db/local-time.ts';

/**
 * The clock, dice and hashes of a form's expressions at one moment (`now`, ISO 8601 UTC), on the clock of Asia/Ho_Chi_Minh;
 * `position` is the village's place in the round, from 1 on.
 */
export function formContext(now: string, position?: number): FormContext {
  return {
    today: () => localDay(now),
    now: () => localTime(now),
    random: Math.random,
    uuid: () => crypto.randomUUID(),
    digest: (data, algorithm, encoding) => createHash(algorithm.replace('-', '')).update(data).digest(encoding),
    ...(position === undefined ? {} : { position }),
  };
}
