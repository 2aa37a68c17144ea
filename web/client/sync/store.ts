import type { UnitSync } from './unit-sync.ts';

/** Where the units' records live. Several windows may share one, so a record only ever changes by a function of what it is. */
export interface SyncStore {
  units(): Promise<UnitSync[]>;
  /** Changes one unit's record in one step, kept when the promise is fulfilled. A record that is not there stays away. */
  change(unitId: string, change: (unit: UnitSync) => UnitSync): Promise<UnitSync | null>;
}
