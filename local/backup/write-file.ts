import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open as openFile, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { BackupError, type Header, MAGIC } from './format.ts';
import { COST, keyOf, seal } from './sealing.ts';

export interface Written {
  /** Of every byte of the file before its last line. */
  sha256: string;
  bytes: number;
}

/**
 * Writes a backup, for its owner's eyes only. It stands under another name until it is whole and on the disk, so that what has
 * the right name can be kept. Rejects when the file exists.
 */
export async function writeBackup(
  path: string,
  header: Omit<Header, 'encryption'>,
  lines: AsyncIterable<string>,
  passphrase: string | null,
): Promise<Written> {
  const salt = randomBytes(16).toString('base64');
  const encryption =
    passphrase === null ? null : { cipher: 'aes-256-gcm' as const, kdf: 'scrypt' as const, cost: COST, salt };
  const preface = Buffer.from(`${MAGIC}${JSON.stringify({ ...header, encryption })}\n`);
  const key = encryption && (await keyOf(passphrase!, encryption));
  if (existsSync(path)) throw new BackupError(`${path} is there already; nothing is written over.`);
  const partial = `${path}.partial`;
  await rm(partial, { force: true });
  const file = await openFile(partial, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    const put = async (part: Buffer) => {
      hash.update(part);
      bytes += part.length;
      await file.writeFile(part);
    };
    await put(preface);
    const context = createHash('sha256').update(preface).digest();
    await pipeline(
      Readable.from(lines),
      createGzip(),
      (source: AsyncIterable<Buffer>) => (key ? seal(source, key, context) : source),
      async (source: AsyncIterable<Buffer>) => {
        for await (const part of source) await put(part);
      },
    );
    const sha256 = hash.digest('hex');
    await file.writeFile(`\nSHA-256 ${sha256}\n`);
    await file.sync();
    await rename(partial, path);
    return { sha256, bytes };
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}
