import type { PageView } from '../console/view.ts';
import type { Scope } from './text.ts';

/** A key in the list: everything about it but its text, which nobody can know again. */
export interface KeyLine {
  id: string;
  name: string;
  scopes: Scope[];
  state: 'active' | 'expired' | 'revoked';
  /** Null for a key that ends only when it is revoked. */
  expiresAt: string | null;
  /** When it last opened something, to the hour. */
  lastUsedAt: string | null;
  /** The networks that it may be used from; null for any. */
  allowedAddresses: string[] | null;
  /** Until when the text that it had before opens too; null where there is none, or it is over. */
  previousEndsAt: string | null;
  /** What a change of its name is made over. */
  revision: number;
}

/** What was typed into the form that makes a key. */
export interface NewKeyFields {
  name: string;
  scopes: string[];
  /** The last day, YYYY-MM-DD, or empty for a year. */
  lastDay: string;
  /** One network a line, or empty for any. */
  networks: string;
}

export type KeyError = 'name' | 'scopes' | 'lastDay' | 'networks';

/** What was typed into the forms that change one key. */
export interface ChangeFields {
  name: string;
  /** The new last day, YYYY-MM-DD, or empty for the one it has. */
  lastDay: string;
  overlapHours: string;
}

export interface KeysView extends PageView {
  province: { code: string; name: string };
  keys: KeyLine[];
  scopes: readonly Scope[];
  /** The text of a key that was just made or rotated: shown this once. */
  shown: { name: string; key: string } | null;
  /** The form that makes keys; null for who may only look. `errors` are what is wrong with it, or a sentence. */
  form: { fields: NewKeyFields; errors: KeyError[]; today: string; usualLastDay: string } | null;
  /** Whether this deployment knows where its callers are, so that a key can be held to networks. */
  knowsAddresses: boolean;
  /** Why what was asked for was not done. */
  refusal: string | null;
  /** A change that was refused, to be shown again with what was typed; `wrong` is the field that was. */
  changing: (Partial<ChangeFields> & { id: string; wrong: 'name' | 'lastDay' | null }) | null;
  notice: 'renamed' | 'revoked' | null;
}
