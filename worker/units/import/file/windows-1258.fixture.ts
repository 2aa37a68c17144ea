/** What a Vietnamese Excel of 2003 writes: base letters with their own hats, tones behind them. */
export const windows1258 = (text: string): Uint8Array => {
  const letters: Record<string, number> = {
    ...{ ă: 0xe3, Ă: 0xc3, â: 0xe2, Â: 0xc2, ê: 0xea, Ê: 0xca, ô: 0xf4, Ô: 0xd4 },
    ...{ ơ: 0xf5, Ơ: 0xd5, ư: 0xfd, Ư: 0xdd, đ: 0xf0, Đ: 0xd0 },
    ...{ '\u0300': 0xcc, '\u0309': 0xd2, '\u0303': 0xde, '\u0301': 0xec, '\u0323': 0xf2 },
  };
  const hats = /[\u0302\u0306\u031b]/;
  const parts: string[] = [];
  for (const letter of text.normalize('NFD')) {
    // A hat belongs to the vowel, before a tone that NFD may have put first.
    const vowel = hats.test(letter) ? parts.findLastIndex((part) => /\p{L}/u.test(part)) : -1;
    if (vowel < 0) parts.push(letter);
    else parts[vowel] = (parts[vowel]! + letter).normalize('NFC');
  }
  return Uint8Array.from(parts.map((part) => letters[part] ?? part.charCodeAt(0)));
};
