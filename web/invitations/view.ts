import type { PageView } from '../console/view.ts';

/** What the page asks of whoever opened the link (worker/invitations/door.ts). */
export type InvitationDoor = 'take' | 'sign_in' | 'other' | 'new_account' | 'new_operator' | 'new_password';

/** What is wrong with what was typed, by the field that it stands at. */
export const faultField = {
  name_missing: 'name',
  name_long: 'name',
  email_invalid: 'email',
  email_known: 'email',
  password_short: 'password',
  password_long: 'password',
  password_email: 'password',
  password_common: 'password',
} as const;
export type InvitationFault = keyof typeof faultField;

export interface InvitationView extends PageView {
  door: InvitationDoor;
  /** The link's own address, to which its form is sent. */
  action: string;
  /** Whom the link is for; null for the set-up link. */
  email: string | null;
  /** Who made it; null where it was made at the command line. */
  invitedBy: string | null;
  /** What it opens: a province by its name, or (null) the service as a whole, and the roles there. */
  places: { name: string | null; roles: string[] }[];
  /** Instant, ISO 8601. */
  expiresAt: string;
  removesSecondFactor: boolean;
  /** As typed; never a password. */
  typed: { name: string; email: string };
  faults: InvitationFault[];
}
