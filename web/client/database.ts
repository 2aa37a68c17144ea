import type { FillFile } from '../fill/file.ts';
import type { SyncStore } from './sync/store.ts';
import type { UnitSync } from './sync/unit-sync.ts';

export const FILE = 'file';
export const UNITS = 'units';

/** What this browser keeps of one link. Without a database, or on a full disk, it keeps it in memory while the page is open. */
export interface LinkDatabase extends SyncStore {
  /** The file as last seen, its definition included. */
  file(): Promise<FillFile | null>;
  keepFile(file: FillFile): Promise<void>;
  unit(unitId: string): Promise<UnitSync | null>;
  keepUnit(unit: UnitSync): Promise<void>;
  /**
   * Keeps units as the page goes. A change that waits for the disk by then is dropped with the page; this store is slower to use
   * all the time, but does not make anybody wait.
   */
  leaveBehind(units: UnitSync[]): void;
  /** What a page left behind. */
  left(): UnitSync[];
  forgetLeft(): void;
  /** Forgets all units but those that `keep` names. */
  forget(keep: (unit: UnitSync) => boolean): Promise<void>;
  /** Whether it is still on the disk. */
  readonly lasting: boolean;
}

/** Opens what is kept of the link at `base`; each link has a database of its own, so that none sees another's answers. */
export async function openDatabase(base: string, onFull: () => void): Promise<LinkDatabase> {
  const name = databaseName(base);
  return new Kept(name, await openDisk(name), onFull);
}

/** Under which what is kept of a link stands, in the browser's databases and, for a moment, in its local storage. */
export const databaseName = (base: string): string => `dia-ban:${base}`;

/** The database of that name, made where there is none; null where the browser has no databases. */
export const openDisk = (name: string) =>
  new Promise<IDBDatabase | null>((resolve) => {
    try {
      const opening = indexedDB.open(name, 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore(FILE);
        opening.result.createObjectStore(UNITS, { keyPath: 'unitId' });
      };
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = opening.onblocked = () => resolve(null);
    } catch {
      // Some browsers throw where a private window has no databases.
      resolve(null);
    }
  });

class Kept implements LinkDatabase {
  readonly #name: string;
  #disk: IDBDatabase | null;
  readonly #onFull: () => void;
  /** What would be on the disk; only this from the moment on that the disk refuses. */
  readonly #memory = new Map<string, UnitSync>();
  #fileInMemory: FillFile | null = null;

  constructor(name: string, disk: IDBDatabase | null, onFull: () => void) {
    this.#name = name;
    this.#disk = disk;
    this.#onFull = onFull;
    if (!disk) onFull();
  }

  get lasting(): boolean {
    return this.#disk !== null;
  }

  async file(): Promise<FillFile | null> {
    const kept = await this.#run(FILE, 'readonly', (store) => store.get(FILE));
    return (kept as FillFile | undefined) ?? this.#fileInMemory;
  }

  async keepFile(file: FillFile): Promise<void> {
    this.#fileInMemory = file;
    await this.#run(FILE, 'readwrite', (store) => store.put(file, FILE));
  }

  async units(): Promise<UnitSync[]> {
    const kept = (await this.#run(UNITS, 'readonly', (store) => store.getAll())) as UnitSync[] | undefined;
    for (const unit of kept ?? []) this.#memory.set(unit.unitId, unit);
    return kept ?? [...this.#memory.values()];
  }

  async unit(unitId: string): Promise<UnitSync | null> {
    const kept = await this.#run(UNITS, 'readonly', (store) => store.get(unitId));
    return (kept as UnitSync | undefined) ?? (this.lasting ? null : (this.#memory.get(unitId) ?? null));
  }

  async keepUnit(unit: UnitSync): Promise<void> {
    this.#memory.set(unit.unitId, unit);
    await this.#run(UNITS, 'readwrite', (store) => store.put(unit));
  }

  async change(unitId: string, change: (unit: UnitSync) => UnitSync): Promise<UnitSync | null> {
    let changed: UnitSync | null = null;
    const apply = (unit: UnitSync) => {
      changed = change(unit);
      return changed;
    };
    // Read and written within one transaction, which no other window comes between.
    await this.#run(UNITS, 'readwrite', (store) => {
      const reading = store.get(unitId);
      reading.onsuccess = () => {
        const unit = reading.result as UnitSync | undefined;
        if (unit) store.put(apply(unit));
      };
      return reading;
    });
    if (!this.lasting) {
      const unit = this.#memory.get(unitId);
      if (unit) apply(unit);
    }
    if (changed) this.#memory.set(unitId, changed);
    return changed;
  }

  leaveBehind(units: UnitSync[]): void {
    if (units.length > 0) localStorage[this.#name] = JSON.stringify(units);
  }

  left(): UnitSync[] {
    try {
      return JSON.parse(localStorage[this.#name] ?? '[]') as UnitSync[];
    } catch {
      return [];
    }
  }

  forgetLeft(): void {
    delete localStorage[this.#name];
  }

  async forget(keep: (unit: UnitSync) => boolean): Promise<void> {
    for (const unit of await this.units()) {
      if (keep(unit)) continue;
      this.#memory.delete(unit.unitId);
      await this.#run(UNITS, 'readwrite', (store) => store.delete(unit.unitId));
    }
  }

  /** One transaction; undefined where there is no disk, or it refuses: then nothing more is asked of it. */
  #run(name: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
    const disk = this.#disk;
    if (!disk) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const refuse = () => {
        if (this.#disk) this.#onFull();
        this.#disk = null;
        resolve(undefined);
      };
      try {
        const transaction = disk.transaction(name, mode);
        const request = work(transaction.objectStore(name));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = refuse;
      } catch {
        refuse();
      }
    });
  }
}
