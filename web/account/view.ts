import type { PageView } from '../console/view.ts';

export const notices = [
  ...(['factor_off', 'password_changed', 'session_ended', 'sessions_ended'] as const),
  ...(['passkey_added', 'passkey_removed'] as const),
] as const;
export type AccountNotice = (typeof notices)[number];

export type AccountFault =
  | ('password_wrong' | 'password_short' | 'password_long' | 'password_email' | 'password_common')
  | ('passkey_refused' | 'locked');

export interface PasskeyRow {
  id: string;
  name: string;
  /** Instant, ISO 8601. */
  madeAt: string | null;
  /** Whether its device keeps a copy elsewhere. */
  isBackedUp: boolean;
}

export interface SessionRow {
  id: string;
  /** Instants, ISO 8601. */
  begunAt: string;
  /** To the hour. */
  seenAt: string;
  /** Without its last part; null where none was recorded. */
  address: string | null;
  browser: string | null;
  system: string | null;
  isThis: boolean;
}

export interface AccountView extends PageView {
  user: { name: string; email: string };
  /** What a role of the person's wants before it lets them do anything; null when it wants nothing more. */
  wanted: 'set_up' | 'use_passkey' | null;
  /** Null while there is no second factor. */
  factor: { codesLeft: number } | null;
  /** Null where browsers know no passkeys, with the script that makes them. */
  passkeys: { script: string; items: PasskeyRow[] } | null;
  sessions: SessionRow[];
  notice: AccountNotice | null;
  fault: AccountFault | null;
}

/** Setting up an authenticator app. */
export interface FactorSetupView extends PageView {
  /** `otpauth://totp/…?secret=…`, which the QR code holds. */
  uri: string;
  /** Whether the code that was typed is not the app's. */
  wrong: boolean;
}

export interface RecoveryCodesView extends PageView {
  codes: string[];
  /** Whether the second factor was switched on with them, or they replace others. */
  isNew: boolean;
}
