import * as v from 'valibot';
import type { KeyError, NewKeyFields } from '../../web/keys/view.ts';
import { endOfDay, isDay } from '../db/local-time.ts';
import { fieldOf } from '../fill/typed-fields.ts';
import { Problem } from '../http/problem.ts';
import type { TypedFields } from '../submissions/decide-save.ts';
import { NewKey, type NewKeyCommand, Rotation, type RotationCommand } from './wire.ts';

export const NO_FIELDS: NewKeyFields = { name: '', scopes: [], lastDay: '', networks: '' };

export const keyFields = (fields: TypedFields): NewKeyFields => ({
  name: fieldOf(fields, 'name'),
  scopes: [fields.scopes ?? []].flat(),
  lastDay: fieldOf(fields, 'lastDay'),
  networks: fieldOf(fields, 'networks'),
});

/** The end that a day says; undefined for no day, null for one that is none or is over. */
function endIn(lastDay: string, today: string): string | null | undefined {
  if (lastDay === '') return undefined;
  return isDay(lastDay) && lastDay >= today ? endOfDay(lastDay) : null;
}

/** What the form that rotates a key asks for, or null where its day is wrong. Throws `invalid_request` for what no form of ours sends. */
export function rotationOf(fields: TypedFields, today: string): RotationCommand | null {
  const expiresAt = endIn(fieldOf(fields, 'lastDay'), today);
  if (expiresAt === null) return null;
  // The form of an expired key names no overlap: there is nothing to lap over.
  const overlapHours = Number(fieldOf(fields, 'overlapHours') || 0);
  const parsed = v.safeParse(Rotation, { overlapHours, ...(expiresAt ? { expiresAt } : {}) });
  if (!parsed.success) throw new Problem('invalid_request');
  return parsed.output;
}

/** Which field of the form a part of the command came from. */
const FIELD_OF: Record<string, KeyError> = { name: 'name', scopes: 'scopes', allowedAddresses: 'networks' };

/** What the form asks for, or which of its fields are wrong. */
export function commandOf(
  { name, scopes, lastDay, networks }: NewKeyFields,
  today: string,
): NewKeyCommand | KeyError[] {
  const lines = networks.split(/[\s,;]+/).filter((line) => line !== '');
  const expiresAt = endIn(lastDay, today);
  const dayIsWrong = expiresAt === null;
  const parsed = v.safeParse(NewKey, {
    name,
    scopes,
    ...(expiresAt ? { expiresAt } : {}),
    ...(lines.length > 0 ? { allowedAddresses: lines } : {}),
  });
  const paths = (parsed.issues ?? []).map((issue) => String(issue.path?.[0]?.key));
  const errors = [
    ...new Set([...paths.map((path) => FIELD_OF[path] ?? 'lastDay'), ...(dayIsWrong ? ['lastDay' as const] : [])]),
  ];
  return parsed.success && errors.length === 0 ? parsed.output : errors;
}
