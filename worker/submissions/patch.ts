/** What became of something: the new value of each entry that changed, null for one that was taken away (RFC 7396). */
export type Patch<T> = Record<string, T | null>;

/** The patch that leads from one record to another; entries are compared by their JSON. */
export function patchBetween<T>(before: Record<string, T>, after: Record<string, T>): Patch<T> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name] ?? null]));
}

export function applyPatch<T>(before: Record<string, T>, patch: Patch<T>): Record<string, T> {
  const after = { ...before };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete after[name];
    else after[name] = value;
  }
  return after;
}
