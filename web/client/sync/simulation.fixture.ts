import { type Entry, entryOf, withEntries } from './entry.ts';
import type { SyncStore } from './store.ts';
import { Syncer } from './syncer.ts';
import type { Outcome } from './transport.ts';
import { met, type Save, type Snapshot, shown, startUnit, type, type UnitSync } from './unit-sync.ts';

/** What a network does to one request. `late`: it arrives after its sender has given up; `hanging`: the answer takes its time. */
export type Fate = 'fine' | 'lost before' | 'lost after' | 'twice' | 'late' | 'hanging' | 'refused once';

export interface Applied {
  id: string;
  by: string;
  unitId: string;
  name: string;
  before: Entry;
  after: Entry;
}

const UNITS = ['v1', 'v2'];
export const QUESTIONS = ['population', 'households_total', 'hotspots'];

/** The server's side of the contract: one revision after another, and a save that comes again is answered as it was then. */
export class SimulatedServer {
  readonly units = new Map(
    UNITS.map((id): [string, Snapshot] => [id, { revision: 0, savedAt: null, answers: {}, raw: {} }]),
  );
  readonly history: Applied[] = [];
  private readonly answered = new Map<string, Outcome>();

  patch(by: string, unitId: string, save: Save): Outcome {
    const before = this.answered.get(save.id);
    if (before) return before;
    const current = this.units.get(unitId)!;
    if (save.onto !== current.revision) return { kind: 'behind', current };
    for (const [name, after] of Object.entries(save.entries)) {
      this.history.push({ id: save.id, by, unitId, name, before: entryOf(current, name), after });
    }
    const revision = current.revision + 1;
    const savedAt = `revision ${revision}`;
    this.units.set(unitId, { ...withEntries(current, save.entries), revision, savedAt });
    const outcome: Outcome = { kind: 'saved', revision, savedAt };
    this.answered.set(save.id, outcome);
    return outcome;
  }
}

/** One browser's database, which outlives every window, and keeps copies as a real one does. */
export class SimulatedStore implements SyncStore {
  readonly records = new Map(
    UNITS.map((id): [string, UnitSync] => [
      id,
      startUnit({
        ...{ unitId: id, formVersionId: 'version-1', defaults: {} },
        server: { revision: 0, savedAt: null, answers: {}, raw: {} },
      }),
    ]),
  );

  async units() {
    return structuredClone([...this.records.values()]);
  }

  async change(unitId: string, change: (unit: UnitSync) => UnitSync) {
    const record = structuredClone(change(this.records.get(unitId)!));
    this.records.set(unitId, record);
    return structuredClone(record);
  }
}

/** A browser whose windows come and go over one database, on a network that does what the plan says. */
export class SimulatedBrowser {
  readonly store = new SimulatedStore();
  readonly typed: { unitId: string; name: string; value: number }[] = [];
  /** What the fields showed whenever somebody typed into one. */
  readonly seen = new Set<string>();
  readonly name: string;
  private readonly server: SimulatedServer;
  private readonly fates: Fate[];
  private window: { syncer: Syncer; alive: boolean };
  private timers = new Set<() => void>();
  private held: (() => void)[] = [];
  private saves = 0;

  constructor(name: string, server: SimulatedServer, fates: Fate[]) {
    this.name = name;
    this.server = server;
    this.fates = fates;
    this.window = this.open();
  }

  async type(unitId: string, name: string, value: number): Promise<void> {
    const seen = entryOf(shown(this.store.records.get(unitId)!), name);
    this.seen.add(JSON.stringify([unitId, name, seen.answer]));
    this.typed.push({ unitId, name, value });
    await this.store.change(unitId, (unit) => type(unit, name, { answer: value, raw: null }, seen));
    this.window.syncer.typed();
    await pause();
  }

  /** The process dies wherever it is, and the page is opened again. */
  async crash(): Promise<void> {
    this.window.alive = false;
    this.timers = new Set();
    this.window = this.open();
    await this.refresh();
    void this.window.syncer.flush();
    await pause();
  }

  async refresh(): Promise<void> {
    for (const [unitId, snapshot] of this.server.units) {
      await this.store.change(unitId, (unit) => met(unit, structuredClone(snapshot)));
    }
  }

  /** Time passes: every timer rings, and what was held up arrives. */
  async wait(): Promise<void> {
    const [held, timers] = [this.held, [...this.timers]];
    this.held = [];
    this.timers = new Set();
    for (const arrive of held) arrive();
    for (const ring of timers) ring();
    await pause();
  }

  /** The network is well again for good. */
  async calm(): Promise<void> {
    this.fates.length = 0;
    for (let n = 0; n < 8; n++) {
      await this.wait();
      await this.refresh();
      void this.window.syncer.flush();
      await pause();
    }
  }

  private open() {
    const window: { syncer: Syncer; alive: boolean } = { syncer: null as unknown as Syncer, alive: true };
    /** A dead window's code does not go on, wherever it was. */
    const ifAlive = <T>(value: Promise<T>) =>
      value.then((it) => (window.alive ? it : new Promise<never>(() => undefined)));
    window.syncer = new Syncer({
      store: {
        units: () => ifAlive(this.store.units()),
        change: (unitId, change) => ifAlive(this.store.change(unitId, change)),
      },
      transport: (unitId, save) => ifAlive(this.transmit(unitId, structuredClone(save))),
      newId: () => `${this.name}-${this.saves++}`,
      after: (_, ring) => {
        this.timers.add(ring);
        return () => this.timers.delete(ring);
      },
      alone: (task) => task(),
      onState: () => undefined,
      onChange: () => undefined,
    });
    return window;
  }

  private async transmit(unitId: string, save: Save): Promise<Outcome> {
    const arrive = () => this.server.patch(this.name, unitId, save);
    switch (this.fates.shift() ?? 'fine') {
      case 'lost before':
        return { kind: 'unreachable' };
      case 'refused once':
        return { kind: 'busy', retryAfterMs: null };
      case 'lost after':
        arrive();
        return { kind: 'unreachable' };
      case 'twice':
        this.held.push(arrive);
        return arrive();
      case 'late':
        this.held.push(arrive);
        return { kind: 'unreachable' };
      case 'hanging': {
        const outcome = arrive();
        await new Promise<void>((resolve) => this.held.push(resolve));
        return outcome;
      }
      default:
        return arrive();
    }
  }
}

/** Lets everything run that waits for nothing but its turn. */
const pause = () => new Promise((resolve) => setImmediate(resolve));
