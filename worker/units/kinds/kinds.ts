import type { unitKinds } from '../../db/province/units.ts';
import { fold } from '../search-key.ts';

export type Kind = Pick<typeof unitKinds.$inferSelect, 'level' | 'label'>;

/** What units are called in Viet Nam (docs/domain.md §6), where a province has not said what it calls its own. */
export const defaultKinds: Kind[] = [
  ...['xã', 'phường', 'thị trấn', 'đặc khu'].map((label) => ({ level: 'commune' as const, label })),
  ...['thôn', 'bản', 'xóm', 'làng', 'ấp', 'khóm', 'khu phố', 'tổ dân phố', 'buôn'].map((label) => ({
    level: 'village' as const,
    label,
  })),
];

/** A province's kinds: its own, or the usual ones while it has none. */
export const kindsOf = (stored: Kind[]): Kind[] => (stored.length > 0 ? stored : defaultKinds);

const sameWord = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** The kind that a text names, whatever its capitals; with a level only among that level's. */
export const kindNamed = (kinds: Kind[], text: string, level?: Kind['level']): Kind | undefined =>
  kinds.find((kind) => (level === undefined || kind.level === level) && sameWord(kind.label) === sameWord(text));

/** The label that a mistyped one most likely stands for: the fewest letters to change, accents last. */
export function nearestKind(kinds: Kind[], text: string, level?: Kind['level']): string {
  // No label is that long; what is pasted into a cell may be.
  const typed = sameWord(text).slice(0, 40);
  const distance = ({ label }: Kind) =>
    editDistance(fold(label), fold(typed)) * 10 + editDistance(sameWord(label), typed);
  const candidates = kinds.filter((kind) => level === undefined || kind.level === level);
  return candidates.toSorted((a, b) => distance(a) - distance(b))[0]?.label ?? '';
}

/** How many letters have to be put in, taken out or exchanged. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (b[j] === letter ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
