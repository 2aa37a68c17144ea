import * as v from 'valibot';
import type { NewProvinceError, NewProvinceFields } from '../../web/platform/view.ts';
import { fieldOf } from '../fill/typed-fields.ts';
import type { TypedFields } from '../submissions/decide-save.ts';
import { NewProvince } from './wire.ts';

export const NO_FIELDS: NewProvinceFields = { code: '', name: '', group: '', databaseUrl: '' };

export const provinceFields = (fields: TypedFields): NewProvinceFields => ({
  code: fieldOf(fields, 'code').trim(),
  name: fieldOf(fields, 'name'),
  group: fieldOf(fields, 'group').trim(),
  databaseUrl: fieldOf(fields, 'databaseUrl').trim(),
});

const FIELDS: readonly NewProvinceError[] = ['code', 'name', 'group', 'databaseUrl', 'token'];

/** What the form asks for, or which of its fields are wrong. A token belongs to an address; an address left empty has one made. */
export function commandOf(
  { code, name, group, databaseUrl }: NewProvinceFields,
  token: string,
): v.InferOutput<typeof NewProvince> | NewProvinceError[] {
  const parsed = v.safeParse(NewProvince, {
    ...{ code, name },
    ...(group === '' ? {} : { group }),
    ...(databaseUrl === '' ? {} : { databaseUrl }),
    ...(token === '' ? {} : { token }),
  });
  const wrong = new Set((parsed.issues ?? []).map((issue) => String(issue.path?.[0]?.key)));
  if (token !== '' && databaseUrl === '') wrong.add('databaseUrl');
  const errors = FIELDS.filter((field) => wrong.has(field));
  return parsed.success && errors.length === 0 ? parsed.output : errors;
}
