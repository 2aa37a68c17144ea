import type { FillFile } from '../fill/file.ts';
import { databaseName, FILE, openDisk, UNITS } from './database.ts';
import { forgetPages } from './offline.ts';
import { type UnitSync, unsaved } from './sync/unit-sync.ts';

/**
 * On the page that asks whether a link is to be closed on this machine: nothing goes while something waits to be sent, unless it is
 * said that it may. On the page that says so: what this browser kept of the link is gone, and of no other link.
 */

const isUnsent = (unit: UnitSync): boolean => Object.keys(unsaved(unit)).length > 0;

interface Kept {
  disk: IDBDatabase | null;
  units: UnitSync[];
  /** Whether there is anything that the server is not known to have. */
  hasUnsent: boolean;
}

async function lookAt(base: string): Promise<Kept> {
  const name = databaseName(base);
  const disk = await openDisk(name);
  const units = await new Promise<UnitSync[]>((resolve) => {
    if (!disk) return resolve([]);
    const reading = disk.transaction(UNITS).objectStore(UNITS).getAll();
    reading.onsuccess = () => resolve(reading.result);
    reading.onerror = () => resolve([]);
  });
  // What a page left behind as it went, and none has taken over since.
  const left = localStorage.getItem(name) !== null;
  return { disk, units, hasUnsent: left || units.some(isUnsent) };
}

/** Empties the link's database, but for the units that are to stay, which without their file cannot be read. */
const empty = (disk: IDBDatabase, units: UnitSync[], stays: (unit: UnitSync) => boolean) =>
  new Promise<void>((resolve) => {
    const work = disk.transaction([FILE, UNITS], 'readwrite');
    work.oncomplete = work.onabort = () => resolve();
    const [files, kept] = [work.objectStore(FILE), work.objectStore(UNITS)];
    const going = units.filter((unit) => !stays(unit));
    for (const { unitId } of going) kept.delete(unitId);
    if (going.length === units.length) return void files.clear();
    const reading = files.get(FILE);
    reading.onsuccess = () => {
      const file = reading.result as FillFile | undefined;
      if (!file) return;
      const { definition: _, ...form } = file.form;
      files.put({ ...file, form, units: [], earlier: {} }, FILE);
    };
  });

/** Forgets what this browser kept of a link; says whether something unsent had to stay. */
async function forget(base: string, mayDrop: boolean): Promise<boolean> {
  const name = databaseName(base);
  const { disk, units, hasUnsent } = await lookAt(base);
  const stays = hasUnsent && !mayDrop;
  if (disk) await empty(disk, units, (unit) => stays && isUnsent(unit));
  disk?.close();
  if (!stays) {
    localStorage.removeItem(name);
    // Waits where another window has it open; it is empty by now.
    indexedDB.deleteDatabase(name);
  }
  await forgetPages(base);
  return stays;
}

function ask(form: HTMLFormElement, base: string): void {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { disk, hasUnsent } = await lookAt(base);
    disk?.close();
    const notice = form.querySelector<HTMLElement>('[data-unsent]')!;
    if (!hasUnsent || (!notice.hidden && form.querySelector('input')?.checked)) return form.submit();
    notice.hidden = false;
    notice.focus();
  });
}

async function finish(done: HTMLElement, base: string): Promise<void> {
  const stays = await forget(base, done.dataset.drop === '1').catch(() => true);
  for (const part of done.querySelectorAll<HTMLElement>('[data-kept]')) part.hidden = !stays;
  // Other windows go where this link now leads; without channels the page's words have to do.
  if ('BroadcastChannel' in window) new BroadcastChannel(databaseName(base)).postMessage('');
  done.dataset.done = '';
}

for (const part of document.querySelectorAll<HTMLElement>('[data-closing], [data-closed]')) {
  const { closing, closed } = part.dataset;
  if (closing) ask(part as HTMLFormElement, closing);
  if (closed) void finish(part, closed);
}
