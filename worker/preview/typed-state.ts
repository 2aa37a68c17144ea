import { formatNumber, isBlank, type Value } from '../../forms/index.ts';

/** What was typed into one field. */
export type Typed = string | string[];

/**
 * Everything typed in a preview: for each unit nothing, or one entry for each question of its level in the form's order, null for
 * what was left blank. Positions stand for names because a form version never changes.
 */
export type TypedState = ((Typed | null)[] | null)[];

/** Written into addresses, so shorter than what any server on the way refuses (8,000 characters are common). */
const MOST_CHARACTERS = 6000;
/** What unpacking may come to, in bytes: an address is anybody's to write. */
const MOST_BYTES = 256 * 1024;

/** An answer as a clerk would type it, which is how it is read back. */
export function typedAs(value: Value): Typed | null {
  if (isBlank(value)) return null;
  if (typeof value === 'number') return formatNumber(value, 'vi');
  return Array.isArray(value) ? value : String(value);
}

/** The state as a part of an address, `0` where nothing was typed; null when it has become too long for one. */
export async function packState(state: TypedState): Promise<string | null> {
  if (state.every((unit) => unit === null)) return '0';
  const packed = await through(new Blob([JSON.stringify(state)]).stream(), new CompressionStream('deflate-raw'));
  const text = btoa(String.fromCharCode(...packed!))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  return text.length > MOST_CHARACTERS ? null : text;
}

/** What an address carries; null for one that nobody was given. */
export async function unpackState(text: string): Promise<TypedState | null> {
  if (text === '0') return [];
  if (text.length > MOST_CHARACTERS || !/^[A-Za-z0-9_-]+$/.test(text)) return null;
  try {
    const packed = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
    const bytes = await through(new Blob([packed]).stream(), new DecompressionStream('deflate-raw'));
    const state: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes));
    return isState(state) ? state : null;
  } catch {
    return null;
  }
}

const isTyped = (entry: unknown): boolean =>
  entry === null ||
  typeof entry === 'string' ||
  (Array.isArray(entry) && entry.every((part) => typeof part === 'string'));

const isState = (state: unknown): state is TypedState =>
  Array.isArray(state) && state.every((unit) => unit === null || (Array.isArray(unit) && unit.every(isTyped)));

/** All bytes of a stream, or null when they are more than anybody typed. */
async function through(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream.pipeThrough(transform) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
