import type { PageView } from '../console/view.ts';
import type { Language } from '../fill/view.ts';

/** One new link on the printed sheet. Its address and its PIN are shown here and never again. */
export interface SheetCard {
  id: string;
  /** What the unit is called; `commune` is whose village it is, null for a commune. */
  unit: string;
  commune: string | null;
  url: string;
  pin: string | null;
  expiresAt: string;
}

export interface SheetView {
  nonce: string;
  round: { name: string };
  cards: SheetCard[];
  /** How many more units were meant than one sheet takes. */
  left: number;
  /** The page with the list of links, or null when the sheet was asked for by a program. */
  back: string | null;
}

export type LinkState = 'active' | 'expired' | 'revoked';

/** A link in the list: everything about it but its address, which nobody can know again. */
export interface LinkRow {
  id: string;
  unit: string;
  commune: string | null;
  state: LinkState;
  /** Whether it asks for a PIN, and until when it takes none after too many wrong ones. */
  pin: boolean;
  lockedUntil: string | null;
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string;
}

/** What was chosen in the form that makes links. */
export interface NewLinksFields {
  level: 'commune' | 'village' | 'all';
  onlyWithout: boolean;
  pin: boolean;
  /** The last day, YYYY-MM-DD, or empty. */
  lastDay: string;
}

export interface LinksView extends PageView {
  language: Language;
  province: { code: string; name: string };
  round: { id: string; name: string };
  /** How many units of each level there are, and how many of them have a link that opens. */
  coverage: { level: 'commune' | 'village'; units: number; linked: number }[];
  filter: { state: LinkState | null; level: 'commune' | 'village' | null };
  rows: LinkRow[];
  /** The address of the next page of the list, or null. */
  next: string | null;
  /** Whether the reader may give links anew and revoke them. */
  canChange: boolean;
  /** The form that makes links, with what was chosen in it; null where none can be made. `error` is a sentence, or `day`. */
  form: { fields: NewLinksFields; today: string; latestDay: string; error: 'day' | (string & {}) | null } | null;
  notice: 'none_made' | 'revoked' | null;
}
