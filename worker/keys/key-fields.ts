import * as v from 'valibot';
import type { KeyError, NewKeyFields } from '../../web/keys/view.ts';
import { endOfDay, isDay } from '../db/local-time.ts';
import { fieldOf } from '../fill/typed-fields.ts';
import type { TypedFields } from '../submissions/decide-save.ts';
import { NewKey, type NewKeyCommand } from './wire.ts';

export const NO_FIELDS: NewKeyFields = { name: '', scopes: [], lastDay: '', networks: '' };

export const keyFields = (fields: TypedFields): NewKeyFields => ({
  name: fieldOf(fields, 'name'),
  scopes: [fields.scopes ?? []].flat(),
  lastDay: fieldOf(fields, 'lastDay'),
  networks: fieldOf(fields, 'networks'),
});

/** Which field of the form a part of the command came from. */
const FIELD_OF: Record<string, KeyError> = { name: 'name', scopes: 'scopes', allowedAddresses: 'networks' };

/** What the form asks for, or which of its fields are wrong. */
export function commandOf(
  { name, scopes, lastDay, networks }: NewKeyFields,
  today: string,
): NewKeyCommand | KeyError[] {
  const lines = networks.split(/[\s,;]+/).filter((line) => line !== '');
  const dayIsWrong = lastDay !== '' && (!isDay(lastDay) || lastDay < today);
  const parsed = v.safeParse(NewKey, {
    name,
    scopes,
    ...(lastDay !== '' && !dayIsWrong ? { expiresAt: endOfDay(lastDay) } : {}),
    ...(lines.length > 0 ? { allowedAddresses: lines } : {}),
  });
  const paths = (parsed.issues ?? []).map((issue) => String(issue.path?.[0]?.key));
  const errors = [
    ...new Set([...paths.map((path) => FIELD_OF[path] ?? 'lastDay'), ...(dayIsWrong ? ['lastDay' as const] : [])]),
  ];
  return parsed.success && errors.length === 0 ? parsed.output : errors;
}
