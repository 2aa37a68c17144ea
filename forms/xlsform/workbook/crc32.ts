const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** Zip's checksum of a chunk, going on from the one before it (0 at the start). */
export function crc32(chunk: Uint8Array, before = 0): number {
  let crc = ~before;
  for (const byte of chunk) crc = table[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
