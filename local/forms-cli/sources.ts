import { createHash, randomUUID } from 'node:crypto';
import type { FormSources } from '../../forms/index.ts';

/** This machine's clock, chance and hashes, for expressions that ask for them. */
export const machineSources: FormSources = {
  today: () => localTime(new Date()).slice(0, 10),
  now: () => localTime(new Date()),
  random: () => Math.random(),
  uuid: () => randomUUID(),
  digest: (data, algorithm, encoding) =>
    createHash(algorithm.replace('-', '').toLowerCase()).update(data, 'utf8').digest(encoding),
};

/** What the clock of this machine shows, with its offset from UTC: `2025-06-11T08:30:00.000+07:00`. */
function localTime(moment: Date): string {
  const offset = -moment.getTimezoneOffset();
  const shown = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, -1);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const padded = (value: number) => String(value).padStart(2, '0');
  return `${shown}${offset < 0 ? '-' : '+'}${padded(hours)}:${padded(minutes)}`;
}
