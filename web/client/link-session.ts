import type { FormDefinition } from '../../forms/index.ts';
import type { FillFile, FillUnit } from '../fill/file.ts';
import { fetchFile, isGone, type Refusal, transportTo } from './api.ts';
import { newId } from './clock.ts';
import { type LinkDatabase, openDatabase } from './database.ts';
import { forgetPages } from './offline.ts';
import { type Entry, entryOf } from './sync/entry.ts';
import { hasSomethingToSend, Syncer, type SyncState } from './sync/syncer.ts';
import { met, settle, shown, startUnit, type, type UnitSync, unsaved } from './sync/unit-sync.ts';
import { makeUnsentFile, type NotImported, readUnsentFile, type UnsentFile } from './unsent-file.ts';

/** A file whose definition is there. */
export type KnownFile = FillFile & { form: { definition: FormDefinition } };

/** Another window that hangs must not keep this one from saving; at worst both send the same save, which counts once. */
const LOCK_PATIENCE_MS = 15_000;

/** One link as this window works with it: its file, every unit's record, and the state of saving. */
export class LinkSession {
  readonly base: string;
  file: KnownFile | null = null;
  /** Whose file it is: known for what is still to be sent even when the file itself is not to be had any more. */
  about: FillFile | null = null;
  readonly units = new Map<string, UnitSync>();
  saving: SyncState = { kind: 'idle' };
  /** Whether somebody else's save has just changed what is shown. */
  othersSaved = false;
  /** Whether what is typed is lost when the page is closed before it is sent. */
  full = false;
  /** Whether the server no longer takes what was typed into the version of the form that was opened. */
  #formChanged = false;
  /** Whether the link itself is no more. */
  gone = false;
  onChange: () => void = () => undefined;
  #database!: LinkDatabase;
  #syncer!: Syncer;
  readonly #windows: BroadcastChannel | null;
  /** Changes on their way to the disk, by unit: what comes back meanwhile is already out of date. */
  readonly #underWay = new Map<string, number>();

  constructor(base: string) {
    this.base = base;
    this.#windows = 'BroadcastChannel' in window ? new BroadcastChannel(`dia-ban:${base}`) : null;
  }

  /** Opens what this browser has kept of the link. */
  async open(): Promise<void> {
    this.#database = await openDatabase(this.base, () => {
      this.full = true;
      this.onChange();
    });
    this.about = await this.#database.file();
    if (this.about?.form.definition) this.file = this.about as KnownFile;
    for (const unit of await this.#database.units()) this.units.set(unit.unitId, unit);
    await this.takeLeft();
    this.#syncer = new Syncer({
      store: this.#database,
      transport: transportTo(this.base),
      newId,
      after(ms, callback) {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
      },
      alone: (task) => this.#alone(task),
      onState: (state) => {
        this.saving = state;
        if (state.kind === 'stopped') void this.#stopped(state);
        this.onChange();
      },
      onChange: (unit) => this.#tell(unit),
    });
    this.#windows?.addEventListener('message', async ({ data }) => {
      // Closed on this machine (close-link.ts): the server has the word.
      if (!data) return location.reload();
      const unit = await this.#database.unit(String(data));
      if (unit) this.#show(unit);
    });
  }

  /** Reads the file anew; says whether the server answered. */
  async refresh(): Promise<boolean> {
    const found = await fetchFile(this.base, this.file?.form.hash);
    if (!found) return false;
    if ('refusal' in found) {
      this.#syncer.stop();
      this.saving = { kind: 'stopped', ...found.refusal };
      await this.#stopped(found.refusal);
    } else {
      await this.#take(found.file);
    }
    this.onChange();
    return true;
  }

  /** A field was typed into; `seen` is what it showed before. */
  async type(unitId: string, name: string, entry: Entry, seen: Entry): Promise<void> {
    this.othersSaved = false;
    await this.#change(unitId, (unit) => type(unit, name, entry, seen));
    this.#syncer.typed();
  }

  /** Of two answers to one question one was chosen. */
  async settle(unitId: string, name: string, whose: 'mine' | 'theirs'): Promise<void> {
    await this.#change(unitId, (unit) => settle(unit, name, whose));
    this.#syncer.typed();
  }

  /** The page goes: what is still on its way to the disk must not go with it. */
  leave(): void {
    this.#database.leaveBehind([...this.units.values()].filter(({ unitId }) => this.#underWay.get(unitId)));
  }

  /** Takes over what a page left in that way; forgets it only then, because this page may go as quickly. */
  async takeLeft(): Promise<void> {
    const left = this.#database.left();
    for (const before of left) await this.#change(before.unitId, (unit) => retyped(unit, before));
    if (left.length > 0) this.#database.forgetLeft();
  }

  /** Sends what waits, now. */
  flush(): Promise<void> {
    return this.#syncer.flush();
  }

  /** What a field shows. */
  entry(unitId: string, name: string): Entry {
    const unit = this.units.get(unitId);
    return unit ? entryOf(shown(unit), name) : { answer: null, raw: null };
  }

  /** What was typed and not sent, for a file to be carried to another link. */
  unsentFile(): UnsentFile | null {
    return this.about && makeUnsentFile(this.about, this.units.values(), new Date().toISOString());
  }

  /** Takes answers over from such a file, as if they were typed now; says how many. */
  async takeUnsentFile(text: string): Promise<number | NotImported> {
    if (!this.file) return 'unreadable';
    const typed = readUnsentFile(text, this.file, this.file.form.definition, this.units);
    if (typeof typed === 'string') return typed;
    for (const { unitId, name, entry, seen } of typed) await this.type(unitId, name, entry, seen);
    return typed.length;
  }

  /** Whether anything is on its way to the server, or waits to be. */
  get isSending(): boolean {
    return [...this.units.values()].some(hasSomethingToSend);
  }

  /** How many answers of all units the server is not known to have. */
  get unsent(): number {
    return [...this.units.values()].reduce((sum, unit) => sum + Object.keys(unsaved(unit)).length, 0);
  }

  async #change(unitId: string, change: (unit: UnitSync) => UnitSync): Promise<void> {
    const before = this.units.get(unitId);
    if (!before) return;
    // Shown before it is kept, so that a slow disk does not hold up typing.
    this.units.set(unitId, change(before));
    this.onChange();
    this.#underWay.set(unitId, (this.#underWay.get(unitId) ?? 0) + 1);
    const after = await this.#database.change(unitId, change);
    this.#underWay.set(unitId, this.#underWay.get(unitId)! - 1);
    if (after) this.#tell(after);
  }

  /** Takes a unit's record over, here and in the other windows. */
  #tell(unit: UnitSync): void {
    this.#windows?.postMessage(unit.unitId);
    this.#show(unit);
  }

  #show(unit: UnitSync): void {
    if (this.#underWay.get(unit.unitId)) return;
    this.units.set(unit.unitId, unit);
    this.onChange();
  }

  async #take(file: FillFile): Promise<void> {
    const definition = file.form.definition ?? this.file?.form.definition;
    if (!definition) return;
    this.file = { ...file, form: { ...file.form, definition } };
    this.about = this.file;
    await this.#database.keepFile(this.file);
    for (const unit of file.units) await this.#takeUnit(unit, file.form.versionId);
  }

  async #takeUnit(unit: FillUnit, formVersionId: string): Promise<void> {
    const { id: unitId, defaults, revision, savedAt, answers, raw } = unit;
    const server = { revision, savedAt, answers, raw };
    const known = await this.#database.unit(unitId);
    const isOtherForm = known !== null && known.formVersionId !== formVersionId;
    // What was typed into the old version of the form is sent as that while the server takes it over (docs/adr/0016).
    if (!known || (isOtherForm && (this.#formChanged || Object.keys(unsaved(known)).length === 0))) {
      const begun = retyped(startUnit({ unitId, formVersionId, server, defaults }), known);
      await this.#database.keepUnit(begun);
      return this.#show(begun);
    }
    const after = await this.#database.change(unitId, (now) => met(now, server));
    if (!after) return;
    if (after.server.revision > known.server.revision) this.othersSaved = true;
    this.#show(after);
  }

  /** What cannot be opened any more is not kept to be read, but for what was typed and never sent. */
  async #stopped({ code }: Refusal): Promise<void> {
    if (code === 'form_version_changed') {
      this.#formChanged = true;
      await this.refresh();
    }
    if (!isGone(code)) return;
    this.gone = true;
    if (this.about) {
      const { definition: _, ...form } = this.about.form;
      await this.#database.keepFile({ ...this.about, form, units: [], earlier: {} });
    }
    await this.#database.forget((unit) => Object.keys(unsaved(unit)).length > 0);
    await forgetPages(this.base);
  }

  async #alone(task: () => Promise<void>): Promise<void> {
    if (!navigator.locks) return task();
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), LOCK_PATIENCE_MS);
    let begun = false;
    await navigator.locks
      .request(`dia-ban:${this.base}`, { signal: giveUp.signal }, () => {
        clearTimeout(timer);
        begun = true;
        return task();
      })
      .catch((error: unknown) => {
        if (begun) throw error;
        return task();
      });
  }
}

/** What was typed into an earlier version of a form and not sent, typed into this one under the same names. */
function retyped(begun: UnitSync, before: UnitSync | null): UnitSync {
  return Object.entries(before ? unsaved(before) : {}).reduce(
    (unit, [name, entry]) => type(unit, name, entry, entryOf(shown(unit), name)),
    begun,
  );
}
