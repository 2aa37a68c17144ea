/** An address as its bytes: four of IPv4, sixteen of IPv6. */
type Bytes = readonly number[];

const MAPPED: Bytes = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255];

function bytesOfV4(text: string): Bytes | null {
  const parts = text.split('.');
  // A leading zero is octal to some and decimal to others, so it is neither here.
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part))) return null;
  const bytes = parts.map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : null;
}

/** The bytes of groups such as `2001:db8`; the last one may be written as IPv4. */
function bytesOfGroups(text: string): Bytes | null {
  if (text === '') return [];
  const bytes: number[] = [];
  const groups = text.split(':');
  for (const [index, group] of groups.entries()) {
    const tail = index === groups.length - 1 && group.includes('.') ? bytesOfV4(group) : null;
    if (tail) bytes.push(...tail);
    else if (/^[0-9a-f]{1,4}$/.test(group))
      bytes.push(Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255);
    else return null;
  }
  return bytes;
}

function bytesOfV6(text: string): Bytes | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head, tail] = [bytesOfGroups(halves[0]!), bytesOfGroups(halves[1] ?? '')];
  if (!head || !tail) return null;
  const missing = 16 - head.length - tail.length;
  // `::` stands for one group at least.
  if (halves.length === 1 ? missing !== 0 : missing < 2) return null;
  const bytes = [...head, ...Array<number>(missing).fill(0), ...tail];
  return MAPPED.every((byte, index) => bytes[index] === byte) ? bytes.slice(12) : bytes;
}

/** The bytes of an address, an IPv4 address written as IPv6 being itself; null for what is no address. */
function bytesOf(address: string): Bytes | null {
  const text = address.trim().toLowerCase();
  return text.includes(':') ? bytesOfV6(text) : bytesOfV4(text);
}

/** As RFC 5952 writes it: small letters, no leading zeros, the longest run of zeros as `::`. */
function textOf(bytes: Bytes): string {
  if (bytes.length === 4) return bytes.join('.');
  const groups = Array.from({ length: 8 }, (_, i) => ((bytes[i * 2]! << 8) | bytes[i * 2 + 1]!).toString(16));
  const text = groups.join(':');
  const runs = [...text.matchAll(/\b0(:0)+\b/g)];
  const longest = runs.reduce<RegExpMatchArray | null>(
    (best, run) => (run[0].length > (best?.[0].length ?? 0) ? run : best),
    null,
  );
  if (!longest) return text;
  const [before, after] = [text.slice(0, longest.index), text.slice(longest.index! + longest[0].length)];
  return `${before.replace(/:$/, '')}::${after.replace(/^:/, '')}`;
}

function networkText(bytes: Bytes, length: number): string {
  const masked = bytes.map((byte, index) => byte & (0xff00 >> Math.min(8, Math.max(0, length - index * 8))) & 0xff);
  return `${textOf(masked)}/${length}`;
}

/** The one way to write an address; null for what is none. */
export function normalAddress(address: string): string | null {
  const bytes = bytesOf(address);
  return bytes && textOf(bytes);
}

/**
 * The one way to write a network: `203.0.113.9/24` is `203.0.113.0/24`, and an address alone is the network of it. Null for what
 * is none.
 */
export function normalNetwork(network: string): string | null {
  const [address = '', length, ...rest] = network.trim().split('/');
  const bytes = bytesOf(address);
  if (!bytes || rest.length > 0) return null;
  const bits = bytes.length * 8;
  if (length === undefined) return networkText(bytes, bits);
  if (!/^(0|[1-9]\d{0,2})$/.test(length)) return null;
  // An IPv4 network written as IPv6 counts its bits from the start of the longer address.
  const mapped = address.includes(':') && bytes.length === 4;
  const wanted = Number(length) - (mapped ? 96 : 0);
  return wanted >= 0 && wanted <= bits ? networkText(bytes, wanted) : null;
}

/** Every network that holds an address, as `normalNetwork` writes it; none for what is no address. */
export function networksAround(address: string): string[] {
  const bytes = bytesOf(address);
  return bytes ? Array.from({ length: bytes.length * 8 + 1 }, (_, length) => networkText(bytes, length)) : [];
}
