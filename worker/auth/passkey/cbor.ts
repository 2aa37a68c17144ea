import { must, PasskeyFault } from './fault.ts';

/** What CBOR (RFC 8949) can hold of what authenticators send. */
export type CborValue = number | string | boolean | null | Uint8Array | CborValue[] | CborMap;
export type CborMap = Map<number | string, CborValue>;

/** CTAP2 allows four levels (§8, canonical CBOR). */
const MAX_DEPTH = 4;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads items one after the other; anything that is not in CTAP2's canonical form, or ends too early, is a fault of `shape`. */
class Reader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  #take(length: number): Uint8Array {
    must(length <= this.#bytes.length - this.at, 'shape');
    this.at += length;
    return this.#bytes.subarray(this.at - length, this.at);
  }

  /** The number in an item's head, in its shortest form; 64 bits would be more than anything here holds. */
  #argument(info: number): number {
    if (info < 24) return info;
    const size = [1, 2, 4][info - 24];
    must(size !== undefined, 'shape');
    const value = this.#take(size).reduce((sum, byte) => sum * 256 + byte, 0);
    must(value >= [24, 0x100, 0x10000][info - 24]!, 'shape');
    return value;
  }

  #text(length: number): string {
    try {
      return utf8.decode(this.#take(length));
    } catch {
      throw new PasskeyFault('shape');
    }
  }

  #map(size: number, depth: number): CborMap {
    const map: CborMap = new Map();
    for (let read = 0; read < size; read += 1) {
      const key = this.item(depth - 1);
      must((typeof key === 'number' || typeof key === 'string') && !map.has(key), 'shape');
      map.set(key, this.item(depth - 1));
    }
    return map;
  }

  item(depth: number): CborValue {
    must(depth >= 0, 'shape');
    const head = this.#take(1)[0]!;
    const type = head >> 5;
    if (type === 7) {
      must(head >= 0xf4 && head <= 0xf6, 'shape');
      return head === 0xf6 ? null : head === 0xf5;
    }
    const argument = this.#argument(head & 31);
    if (type === 0) return argument;
    if (type === 1) return -1 - argument;
    if (type === 2) return this.#take(argument);
    if (type === 3) return this.#text(argument);
    // What is in it takes a byte at least: a length that cannot be is refused before anything is made of it.
    must(type !== 6 && argument <= this.#bytes.length - this.at, 'shape');
    if (type === 4) return Array.from({ length: argument }, () => this.item(depth - 1));
    return this.#map(argument, depth);
  }
}

/** The map that begins at `start`, and where it ends. Throws `shape`. */
export function readMap(bytes: Uint8Array, start = 0): { map: CborMap; end: number } {
  const reader = new Reader(bytes, start);
  const map = reader.item(MAX_DEPTH);
  must(map instanceof Map, 'shape');
  return { map, end: reader.at };
}
