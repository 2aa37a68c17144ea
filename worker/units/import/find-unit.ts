import type { FaultCode } from '../faults.ts';
import { type UnitHistory, type Version, versionOn } from '../history.ts';

type Level = UnitHistory['level'];

/** A name as names are compared: whatever its capitals, but with its accents. */
export const sameName = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** A commune's code has five digits; a spreadsheet that took it for a number has dropped the zeros before it. */
export const fullCode = (code: string, level: Level | undefined): string =>
  level === 'commune' ? code.padStart(5, '0') : code;

/** Why it cannot be said which unit is meant. */
interface Unclear {
  fault: FaultCode;
  values: Record<string, string>;
}

export interface Wanted {
  level: Level | undefined;
  code: string | null;
  name?: string;
  /** Of a village, where it is known. */
  parentId: string | null;
}

/** The units that stand on a day, to be found by what lists call them. A code is no identity, so finding two is a fault. */
export class StandingUnits {
  readonly #byCode = new Map<string, UnitHistory[]>();
  readonly #byName = new Map<string, UnitHistory[]>();
  readonly all: UnitHistory[];
  readonly #day: string;

  constructor(units: UnitHistory[], day: string) {
    this.#day = day;
    this.all = units.filter((unit) => versionOn(unit, day));
    for (const unit of this.all) {
      const { code, name, parentId } = this.version(unit);
      if (code !== null) add(this.#byCode, code, unit);
      add(this.#byName, `${unit.level}/${parentId ?? ''}/${sameName(name)}`, unit);
    }
  }

  version(unit: UnitHistory): Version {
    return versionOn(unit, this.#day)!;
  }

  coded(code: string, level: Level | undefined): UnitHistory[] {
    const found = this.#byCode.get(code) ?? this.#byCode.get(fullCode(code, 'commune')) ?? [];
    return found.filter((unit) => level === undefined || unit.level === level);
  }

  /** By its code, else by its name within its commune; null when there is none yet. */
  find({ level, code, name, parentId }: Wanted): UnitHistory | null | Unclear {
    if (code) {
      const [unit, another] = this.coded(code, level);
      if (another) return { fault: 'code_ambiguous', values: { code } };
      if (unit) return unit;
    }
    if (name === undefined) return null;
    const called = this.#byName.get(`${level}/${parentId ?? ''}/${sameName(name)}`) ?? [];
    const candidates = code ? called.filter((unit) => this.version(unit).code === null) : called;
    if (candidates.length > 1) return { fault: 'name_ambiguous', values: {} };
    if (candidates.length === 1) return candidates[0]!;
    const [other] = called;
    return other ? { fault: 'other_code', values: { code: this.version(other).code! } } : null;
  }
}

function add<T>(lists: Map<string, T[]>, key: string, item: T) {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
