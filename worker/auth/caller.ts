import type { KeyClaim } from './api-key.ts';
import type { Role } from './permissions.ts';

/** Who is recorded as having acted. */
export interface Actor {
  kind: 'staff' | 'link' | 'key' | 'system';
  id: string;
  /** Of staff: the roles by which they may do what they do, separated by commas. */
  role?: string;
}

/**
 * Who calls the API. Staff are fully known when the handler starts; a key is only claimed, and checked against the province's
 * database in the same batch that reads the data.
 */
export type Caller = StaffCaller | ({ kind: 'key' } & KeyClaim);

export interface StaffCaller {
  kind: 'staff';
  userId: string;
  name: string;
  email: string;
  roles: Role[];
}

/** The person who calls, behind a guard that lets no key pass. */
export function staffOnly(caller: Caller): StaffCaller {
  if (caller.kind !== 'staff') throw new Error('a guard let a key pass where only staff may');
  return caller;
}
