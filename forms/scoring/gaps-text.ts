import type { Gaps } from './gaps.ts';
import { commonKind, namesOf } from './village-list.ts';
import type { Words } from './words.ts';

/** What is missing: "còn 1/3 ấp chưa có số liệu (Ấp Chợ)". With nothing missing, only a total of 0 can leave a rule open. */
export function gapsText(
  { expected, missing, blankIn, blankInCommune, earlier, partlyMerged }: Gaps,
  words: Words,
): string {
  const texts: string[] = [];
  if (missing.length > 0) {
    texts.push(words.missing(missing.length, expected, commonKind(missing), namesOf(missing, words)));
  }
  const places: string[] = [];
  if (blankIn.length > 0) places.push(namesOf(blankIn, words) || words.villages(blankIn.length, commonKind(blankIn)));
  if (blankInCommune) places.push(words.communePart);
  if (places.length > 0) texts.push(words.blankIn(places.join(', ')));
  if (texts.length === 0 && earlier) {
    texts.push(partlyMerged ? words.partlyMerged(earlier) : words.noEarlierFigures(earlier));
  }
  if (texts.length === 0) texts.push(words.zeroTotal);
  return texts.join('; ');
}
