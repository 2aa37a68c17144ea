import type { PageView } from '../console/view.ts';

/** A role with the permissions that it gives (worker/auth/permissions.ts). */
export interface RoleLine {
  role: string;
  permissions: readonly string[];
}

export interface PersonLine {
  id: string;
  name: string;
  email: string;
  /** What they hold here. */
  roles: string[];
  /** The same as what a change names that was made over it. */
  revision: string;
  lastSignInAt: string | null;
  hasSecondFactor: boolean;
}

export interface InvitationLine {
  id: string;
  email: string;
  name: string;
  roles: string[];
  state: 'waiting' | 'accepted' | 'revoked' | 'expired';
  expiresAt: string;
  invitedBy: { name: string } | null;
}

/** Where roles are held: a province, or the service as a whole. */
export interface PlaceView {
  /** Null for the service. */
  province: { code: string; name: string } | null;
  /** The page above this one that the reader may open. */
  home: string;
  /** The address of the page of its people. */
  path: string;
  roles: RoleLine[];
}

export interface InvitationFields {
  email: string;
  name: string;
  roles: string[];
}

export type InvitationError = 'email' | 'name' | 'roles';

/** A link that was just made: shown this once. */
export interface ShownLink {
  name: string;
  email: string;
  url: string;
  expiresAt: string;
  mailed: boolean;
}

export interface StaffView extends PageView {
  place: PlaceView;
  people: PersonLine[];
  /** Those that wait, and those that ran out unused. */
  invitations: InvitationLine[];
  /** The form that invites; null for who may only look. */
  form: { fields: InvitationFields; errors: InvitationError[] } | null;
  /** Who reads: nobody changes their own roles. */
  ownId: string;
  shown: ShownLink | null;
  refusal: string | null;
  notice: 'roles' | 'removed' | 'revoked' | null;
}

export interface PersonView extends PageView {
  place: PlaceView;
  person: PersonLine;
  canChange: boolean;
  isSelf: boolean;
  /** What is ticked: what was typed, else what they hold. */
  ticked: string[];
  /** Whether nothing was ticked when it was to be saved. */
  noRole: boolean;
  /** Whether their roles were changed by somebody else meanwhile. */
  outdated: boolean;
  /** Whether a link to set a new password may be made here. */
  canReset: boolean;
  shown: ShownLink | null;
  refusal: string | null;
}
