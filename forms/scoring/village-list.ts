import { formatNumber } from '../format-number.ts';
import { byName, type Contribution } from './contributions.ts';
import type { VillageUnit } from './input-scope.ts';
import type { Words } from './words.ts';

/** Of a longer list of villages, only the first ones are named. */
const namesShown = 5;

/** The villages that have names, with their amounts: "Bản Hon 7, Nà Tăm 5". Empty when none has a name. */
export function listed(all: readonly Contribution[], words: Words): string {
  const named = all.filter(({ village }) => village.name !== undefined);
  const names = named
    .slice(0, namesShown)
    .map(({ village, amount }) => (amount === null ? village.name : withAmount(village.name!, amount, words)))
    .join(', ');
  return named.length > namesShown ? words.andMore(names, named.length - namesShown) : names;
}

/** "Bản Hon 7"; of a name that itself ends in a number, "Ấp 1 (7)". */
function withAmount(name: string, amount: number, { language }: Words): string {
  const text = formatNumber(amount, language);
  return /\d$/.test(name) ? `${name} (${text})` : `${name} ${text}`;
}

/** The names of villages without any amounts. */
export function namesOf(villages: readonly VillageUnit[], words: Words): string {
  return listed(
    villages.toSorted(byName).map((village) => ({ village, amount: null })),
    words,
  );
}

/** The villages' own word for what they are, where they share one. */
export function commonKind(villages: readonly VillageUnit[]): string | undefined {
  const kinds = new Set(villages.map(({ kind }) => kind));
  return kinds.size === 1 ? villages[0]?.kind : undefined;
}
