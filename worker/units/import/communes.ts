import { lastVersion, type UnitHistory } from '../history.ts';
import { isId } from './cells.ts';
import type { Draft } from './draft.ts';
import { fullCode, type StandingUnits, sameName } from './find-unit.ts';

/** The communes as a list leaves them, to be found by what its villages call them: id, code, name, or kind and name. */
export class Communes {
  readonly #found = new Map<string, UnitHistory[]>();
  readonly #refused = new Set<string>();

  constructor(standing: StandingUnits, drafts: Draft[]) {
    const changed = new Map(drafts.map((draft) => [draft.before?.id, draft]));
    for (const unit of standing.all) {
      if (unit.level !== 'commune') continue;
      this.#add(changed.get(unit.id)?.after ?? unit);
    }
    for (const { before, after, row } of drafts) {
      if (!before && after) this.#add(after);
      if (!after) for (const key of [row.code, row.name && sameName(row.name)]) if (key) this.#refused.add(key);
    }
  }

  #add(commune: UnitHistory) {
    const { code, name, kindLabel } = lastVersion(commune);
    for (const key of new Set([commune.id, code, sameName(name), sameName(`${kindLabel} ${name}`)])) {
      if (key === null) continue;
      const found = this.#found.get(key);
      if (found) found.push(commune);
      else this.#found.set(key, [commune]);
    }
  }

  find(text: string): UnitHistory[] {
    const key = isId(text) ? text.toLowerCase() : sameName(text);
    return this.#found.get(key) ?? (/^\d+$/.test(text) ? this.#found.get(fullCode(text, 'commune')) : undefined) ?? [];
  }

  /** Whether a text names a commune whose row in the list is refused. */
  isRefused(text: string): boolean {
    return this.#refused.has(sameName(text)) || this.#refused.has(fullCode(text, 'commune'));
  }
}
