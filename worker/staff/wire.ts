import * as v from 'valibot';
import { Id, Timestamp } from '../http/wire.ts';
import { type Place, sortedRoles } from './place.ts';
import { revisionOf } from './roles-tag.ts';
import type { StaffRow } from './store.ts';

export const StaffPath = v.object({ userId: Id });

/** A set of roles, each named once. */
export const RoleSet = ({ RoleHere }: Pick<Place, 'RoleHere'>) =>
  v.pipe(
    v.array(RoleHere),
    v.minLength(1),
    v.maxLength(10),
    v.transform((roles) => sortedRoles(roles)),
  );

export const NewRoles = (place: Place) => v.strictObject({ roles: RoleSet(place) });

export const ResetCommand = v.strictObject({
  removeSecondFactor: v.optional(
    v.pipe(
      v.boolean(),
      v.description('For who lost their telephone: app, recovery codes and passkeys go with the old password'),
    ),
    false,
  ),
});

export const ResetLink = v.object({
  url: v.pipe(v.string(), v.description('Shown here and nowhere else')),
  expiresAt: Timestamp,
  removesSecondFactor: v.boolean(),
});

export const StaffWire = ({ RoleHere }: Place) =>
  v.object({
    id: Id,
    name: v.string(),
    email: v.string(),
    roles: v.pipe(v.array(RoleHere), v.description('What they hold here, whatever they hold elsewhere')),
    revision: v.pipe(v.string(), v.description('What `If-Match` names, in quotes, where the roles are changed')),
    lastSignInAt: v.nullable(Timestamp),
    hasSecondFactor: v.boolean(),
  });

export const StaffList = (place: Place) => v.object({ items: v.array(StaffWire(place)) });

export function staffToWire(row: StaffRow) {
  const { id, name, email, roles, lastSignInAt, hasSecondFactor } = row;
  return { id, name, email, roles, revision: revisionOf(roles), lastSignInAt, hasSecondFactor };
}
