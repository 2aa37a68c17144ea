import type { SyncStore } from './store.ts';
import type { Outcome, Transport } from './transport.ts';
import { behind, refuse, type Save, saved, send, type UnitSync } from './unit-sync.ts';

/** What the save bar says. `offline` also stands for a server that does not answer; `stopped` for a link that takes nothing more. */
export type SyncState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'stopped'; code: string; title: string };

/** The world around a syncer, so that tests can replace it. */
export interface Surroundings {
  store: SyncStore;
  transport: Transport;
  newId(): string;
  /** Calls back once after a time and gives what calls that off. */
  after(ms: number, callback: () => void): () => void;
  /** Runs a task when no other window of this browser is at it. */
  alone(task: () => Promise<void>): Promise<void>;
  onState(state: SyncState): void;
  /** A unit's record is another one now. */
  onChange(unit: UnitSync): void;
}

/** Typing pauses this long before what was typed is sent. */
export const QUIET_MS = 1000;
const FIRST_RETRY_MS = 2000;
const LAST_RETRY_MS = 60_000;

/** Brings what was typed to the server: one save at a time, each sent again until its fate is known, never two of one unit at once. */
export class Syncer {
  readonly #world: Surroundings;
  #callOff: (() => void) | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #failures = 0;
  #stopped = false;

  constructor(world: Surroundings) {
    this.#world = world;
  }

  /** Something was typed: to be sent when typing pauses. */
  typed(): void {
    if (!this.#stopped) this.#schedule(QUIET_MS);
  }

  /** Sends everything there is now; resolves when it is sent or cannot be. */
  async flush(): Promise<void> {
    this.#callOff?.();
    this.#callOff = null;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  /** Nothing more is sent; what waits stays where it is kept. */
  stop(): void {
    this.#stopped = true;
    this.#callOff?.();
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      await this.#world.alone(() => this.#drain());
    }
  }

  async #drain(): Promise<void> {
    const passedOver = new Set<string>();
    let wait: number | null = null;
    while (!this.#stopped) {
      const units = await this.#world.store.units();
      const unit = units.find((each) => !passedOver.has(each.unitId) && hasSomethingToSend(each));
      if (!unit) break;
      this.#world.onState({ kind: 'saving' });
      // Kept before it is sent: a crash from here on leads to the same save under the same id.
      const sending = await this.#world.store.change(unit.unitId, (now) => send(now, this.#world.newId()));
      if (!sending?.sent) continue;
      const { sent } = sending;
      const outcome = await this.#world.transport(unit.unitId, sent);
      if (outcome.kind === 'stopped') return this.#stopFor(outcome);
      if (outcome.kind === 'unreachable') {
        wait = this.#retryAfter(null);
        break;
      }
      if (outcome.kind === 'busy') {
        wait = Math.max(wait ?? 0, this.#retryAfter(outcome.retryAfterMs));
        passedOver.add(unit.unitId);
        continue;
      }
      this.#failures = 0;
      const settled = await this.#world.store.change(unit.unitId, (now) => settle(now, sent, outcome));
      if (settled) this.#world.onChange(settled);
    }
    if (this.#stopped) return;
    if (wait === null) return this.#world.onState({ kind: 'idle' });
    this.#world.onState({ kind: 'offline' });
    this.#schedule(wait);
  }

  #stopFor({ code, title }: Extract<Outcome, { kind: 'stopped' }>): void {
    this.stop();
    this.#world.onState({ kind: 'stopped', code, title });
  }

  #retryAfter(asked: number | null): number {
    const pause = Math.min(FIRST_RETRY_MS * 2 ** this.#failures, LAST_RETRY_MS);
    this.#failures++;
    return Math.max(pause, asked ?? 0);
  }

  #schedule(ms: number): void {
    this.#callOff?.();
    this.#callOff = this.#world.after(ms, () => {
      this.#callOff = null;
      void this.flush();
    });
  }
}

export function hasSomethingToSend({ sent, waiting }: UnitSync): boolean {
  return sent !== null || Object.keys(waiting).length > 0;
}

function settle(unit: UnitSync, sent: Save, outcome: Exclude<Outcome, { kind: 'stopped' | 'unreachable' | 'busy' }>) {
  if (outcome.kind === 'saved') return saved(unit, sent.id, outcome);
  if (outcome.kind === 'behind') return behind(unit, sent.id, outcome.current);
  return refuse(unit, sent.id, outcome.reasons);
}
