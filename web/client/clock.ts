import type { FormContext } from '../../forms/index.ts';

/** Viet Nam has kept UTC+7 without summer time since 1975. */
const HANOI_OFFSET_MS = 7 * 3_600_000;

const hanoi = () => new Date(Date.now() + HANOI_OFFSET_MS).toISOString();

/** The day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`, whatever the device's own zone. */
export const today = (): string => hanoi().slice(0, 10);

/**
 * The clock and dice of a form's expressions in the browser, as worker/submissions/form-context.ts gives them in the worker. It
 * has no `digest`, which browsers only have asynchronously; a value that needs one is worked out when it is saved.
 *
 * @param position the village's place in the round, from 1 on
 */
export function formContext(position: number | undefined): FormContext {
  return {
    today,
    now: () => hanoi().replace('Z', '+07:00'),
    random: Math.random,
    uuid: newId,
    ...(position === undefined ? {} : { position }),
  };
}

/** A UUID, version 4; browsers before 2022 have no function for it. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
