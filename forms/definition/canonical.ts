/**
 * JSON in one canonical spelling (RFC 8785): keys sorted by UTF-16 code unit, no spaces, numbers as ECMAScript writes them.
 * Equal documents have equal text whatever order their keys were written in, so its SHA-256 identifies a form version.
 * A key whose value is `undefined` is left out, as in JSON.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  const text = JSON.stringify(value);
  if (text === undefined || (typeof value === 'number' && !Number.isFinite(value))) {
    throw new TypeError(`A ${typeof value} that JSON cannot hold has no canonical form`);
  }
  return text;
}
