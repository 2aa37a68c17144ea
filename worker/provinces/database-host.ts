import type { provinces } from '../db/control.ts';

export type HostKind = NonNullable<typeof provinces.$inferSelect.databaseHost>;

/**
 * Makes and deletes databases, somewhere. Everything can be asked for again after a crash: what is there already, or is gone
 * already, is as good as done. Throws `HostError` where it is refused or nobody answers.
 */
export interface DatabaseHost {
  kind: HostKind;
  /** A name for a province's database that no other has or had, so that what is found under it is ours. */
  newName(provinceCode: string): string;
  /** Makes the database, in a group of the host's where it has such, and says its address. */
  create(name: string, group: string | null): Promise<string>;
  /** Ends all tokens of the database, also one that was made and never seen, and makes another; null where none is asked for. */
  renewToken(name: string): Promise<string | null>;
  /** Deletes the database with all that is in it. */
  drop(name: string): Promise<void>;
}

/** What a host of databases answered, in words for an operator. Never holds a token. */
export class HostError extends Error {
  override readonly name = 'HostError';
}
