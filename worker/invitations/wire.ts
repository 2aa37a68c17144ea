import * as v from 'valibot';
import { Id, Line, Timestamp } from '../http/wire.ts';
import type { Place } from '../staff/place.ts';
import { RoleSet } from '../staff/wire.ts';
import { invitationState } from './state.ts';
import { type ListedInvitation, rolesOf } from './store.ts';

/** An address as it is kept and looked up, in small letters. */
export const Email = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(254), v.email());

export const NewInvitation = (place: Place) =>
  v.strictObject({
    email: Email,
    name: v.pipe(Line(100), v.description('What the invitation calls them; they may write it otherwise')),
    roles: RoleSet(place),
  });

export const InvitationPath = v.object({ invitationId: Id });

export const InvitationWire = ({ RoleHere }: Place) =>
  v.object({
    id: Id,
    email: v.string(),
    name: v.string(),
    roles: v.array(RoleHere),
    state: v.picklist(['waiting', 'accepted', 'revoked', 'expired']),
    createdAt: Timestamp,
    expiresAt: Timestamp,
    acceptedAt: v.nullable(Timestamp),
    revokedAt: v.nullable(Timestamp),
    invitedBy: v.pipe(
      v.nullable(v.object({ id: Id, name: v.string() })),
      v.description('Null where the invitation was made at the command line'),
    ),
  });

export const InvitationList = (place: Place) => v.object({ items: v.array(InvitationWire(place)) });

export const CreatedInvitation = (place: Place) =>
  v.object({
    ...InvitationWire(place).entries,
    url: v.pipe(v.string(), v.description('The link, which works once. Shown here and nowhere else')),
    mailed: v.pipe(v.boolean(), v.description('Whether the link went to the address by mail')),
  });

export function invitationToWire({ invitation, invitedBy }: ListedInvitation, place: string, now: string) {
  const { id, email, name, createdAt, expiresAt, acceptedAt, revokedAt } = invitation;
  return {
    ...{ id, email: email ?? '', name: name ?? '', roles: rolesOf(invitation)[place] ?? [] },
    state: invitationState(invitation, now),
    ...{ createdAt, expiresAt, acceptedAt, revokedAt, invitedBy },
  };
}
