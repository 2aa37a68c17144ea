const marks: [encoding: string, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The text of a file whose encoding nobody declares: by its byte order mark, else UTF-8, else UTF-16 by its zero bytes, else
 * Windows-1258, in which older Vietnamese programs write. Composed letters (NFC). Null where none of them gives text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return textIn(bytes, marked[0]);
  const utf16 = zeroBytes(bytes);
  if (utf16) return textIn(bytes, utf16);
  return textIn(bytes, 'utf-8') ?? (isDamagedUtf8(bytes) ? null : windows1258(bytes));
}

function textIn(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).normalize('NFC');
    return isText(text) ? text : null;
  } catch {
    return null;
  }
}

// Tabs and line ends are all the control characters that a list needs; others mean that it was no text of this encoding.
const isText = (text: string) => !/[^\P{Cc}\t\r\n]/u.test(text);

/** Which half of most pairs of bytes is zero: separators, digits and line ends are in every list. */
function zeroBytes(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2]!++;
  if (zeros[0]! + zeros[1]! === 0) return null;
  return zeros[1]! > zeros[0]! ? 'utf-16le' : 'utf-16be';
}

/**
 * Whether a text that is not UTF-8 was meant to be: most of its letters beyond ASCII are whole UTF-8 sequences. In Windows-1258 a
 * Vietnamese vowel is followed by a letter or a tone, never by what would continue such a sequence.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return whole > broken;
}

/** What Vietnamese is written with, hats and tones apart: other signs tell that the bytes were of another encoding (TCVN3, VNI). */
const VIETNAMESE = /^(?:[\p{ASCII}Đđ\u00a0–—‘’“”…°₫«»]|[\u0300-\u0303\u0306\u0309\u031b\u0323])*$/u;

/** Tones stand behind their vowels there; where one is left over after composing, the bytes were something else. */
function windows1258(bytes: Uint8Array): string | null {
  const text = textIn(bytes, 'windows-1258');
  return text !== null && VIETNAMESE.test(text.normalize('NFD')) && !/\p{M}/u.test(text) ? text : null;
}
