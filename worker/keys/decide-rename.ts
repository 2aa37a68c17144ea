import type { KeyRow } from '../auth/api-key.ts';
import { Problem } from '../http/problem.ts';

/** A key under another name; itself when it has that name. What was revoked keeps the name under which it is on record. */
export function decideRename(
  key: KeyRow | undefined,
  { name, over }: { name: string; over: number },
): KeyRow | Problem {
  if (!key) return new Problem('key_unknown');
  if (key.revision !== over) return new Problem('revision_mismatch');
  if (key.name === name) return key;
  if (key.revokedAt !== null) return new Problem('key_ended');
  return { ...key, name, revision: key.revision + 1 };
}
