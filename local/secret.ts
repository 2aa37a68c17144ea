import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The worker's secret on this machine: 32 random bytes in hex, made on the first start and kept beside the databases,
 * readable by its owner only. Whoever loses it loses the sessions and the sealed tokens.
 */
export function localSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** The secret before it, which stands beside it as `secret.previous` while it is being changed; undefined without one. */
export function previousLocalSecret(dataDir: string): string | undefined {
  const file = join(dataDir, 'secret.previous');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}
