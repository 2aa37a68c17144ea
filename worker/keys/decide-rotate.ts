import type { KeyRow } from '../auth/api-key.ts';
import { Problem } from '../http/problem.ts';
import type { RotationCommand } from './wire.ts';

const HOUR = 60 * 60 * 1000;

/** A key with another text: the one it had opens for the overlap, and one that it had before that no longer. */
export function decideRotate(
  key: KeyRow | undefined,
  keyHash: string,
  { overlapHours, expiresAt = key?.expiresAt ?? null }: RotationCommand,
  now: string,
): KeyRow | Problem {
  if (!key) return new Problem('key_unknown');
  if (key.revokedAt !== null || (expiresAt !== null && expiresAt <= now)) return new Problem('key_ended');
  const hasEnded = key.expiresAt !== null && key.expiresAt <= now;
  const overlap = new Date(Date.parse(now) + overlapHours * HOUR).toISOString();
  // What has ended does not open again by that; and a leaked text is not given longer than the key had.
  const previousEndsAt = hasEnded ? now : [overlap, key.expiresAt ?? overlap].sort()[0]!;
  const revision = key.revision + 1;
  return { ...key, keyHash, previousHash: key.keyHash, previousEndsAt, expiresAt, revision };
}
