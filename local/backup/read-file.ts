import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import * as v from 'valibot';
import { BackupError, type Header, type Line, MAGIC } from './format.ts';
import { rowOf } from './rows.ts';
import { keyOf, open } from './sealing.ts';

const TRAILER = /^\nSHA-256 ([0-9a-f]{64})\n$/;
const TRAILER_BYTES = 74;
/** No header of ours comes near: some forty tables with their counts. */
const HEADER_BYTES = 256 * 1024;

const headerShape: v.GenericSchema<unknown, Header> = v.object({
  kind: v.picklist(['province', 'control']),
  province: v.nullable(v.object({ code: v.pipe(v.string(), v.regex(/^\d{2}$/)), name: v.string() })),
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  migrations: v.array(v.string()),
  tables: v.array(v.object({ name: v.string(), rows: v.number() })),
  leftOut: v.array(v.string()),
  secret: v.nullable(v.string()),
  encryption: v.nullable(
    v.object({
      cipher: v.literal('aes-256-gcm'),
      kdf: v.literal('scrypt'),
      cost: v.tuple([v.number(), v.number(), v.number()]),
      salt: v.string(),
    }),
  ),
});

export interface OpenBackup {
  header: Header;
  sha256: string;
  bytes: number;
  /** What the file holds, from its beginning each time it is asked for. Throws where it makes no sense. */
  lines(): AsyncGenerator<Line>;
}

/**
 * Opens a backup, having read it once to its end: a file that was cut off or in which a bit was flipped is refused here, before
 * anybody does anything with it.
 */
export async function openBackup(path: string, passphrase: string | null): Promise<OpenBackup> {
  const { start, end, size } = await frameOf(path);
  const hash = createHash('sha256');
  for await (const part of createReadStream(path, { end: size - TRAILER_BYTES - 1 })) hash.update(part);
  const sha256 = hash.digest('hex');
  if (TRAILER.exec(end)?.[1] !== sha256) {
    throw new BackupError(`${path} is damaged or was cut off: its checksum does not match. Nothing was done with it.`);
  }
  const prefaceBytes = start.indexOf('\n', MAGIC.length) + 1;
  const header = headerOf(path, start.subarray(MAGIC.length, prefaceBytes));
  const context = createHash('sha256').update(start.subarray(0, prefaceBytes)).digest();
  if (header.encryption && passphrase === null) {
    throw new BackupError(`${path} is encrypted: give its passphrase with BACKUP_PASSPHRASE or --passphrase-file.`);
  }
  const key = header.encryption && (await keyOf(passphrase!, header.encryption));
  const lines = async function* () {
    const source = createReadStream(path, { start: prefaceBytes, end: size - TRAILER_BYTES - 1 });
    const plain = (bytes: AsyncIterable<Buffer>) => (key ? open(bytes, key, context) : bytes);
    // What goes wrong on the way ends the last stream with its error, which is thrown to whoever reads it.
    const unpacked = pipeline(source, plain, createGunzip(), () => undefined);
    for await (const text of textLines(unpacked as AsyncIterable<Buffer>)) yield lineOf(text);
  };
  return { header, sha256, bytes: size, lines };
}

async function frameOf(path: string) {
  const file = await openFile(path).catch((error) => {
    throw new BackupError(`${path} cannot be read: ${(error as Error).message}`);
  });
  try {
    const { size } = await file.stat();
    const start = (await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0)).buffer.subarray(0, size);
    if (!start.toString('latin1').startsWith(MAGIC)) {
      throw new BackupError(
        `${path} is no backup that this version reads (${JSON.stringify(MAGIC.trim())} is missing).`,
      );
    }
    const end = await file.read(Buffer.alloc(TRAILER_BYTES), 0, TRAILER_BYTES, Math.max(0, size - TRAILER_BYTES));
    return { start, end: end.buffer.toString('latin1'), size };
  } finally {
    await file.close();
  }
}

function headerOf(path: string, json: Buffer): Header {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), headerShape), json.toString('utf8'));
  if (!parsed.success) throw new BackupError(`The header of ${path} makes no sense: ${parsed.issues[0].message}`);
  return parsed.output;
}

/** Lines end at `\n` and nowhere else: text in JSON may hold other separators. */
async function* textLines(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let parts: string[] = [];
  for await (const bytes of source) {
    const [first = '', ...more] = decoder.decode(bytes, { stream: true }).split('\n');
    parts.push(first);
    for (const next of more) {
      yield parts.join('');
      parts = [next];
    }
  }
  if (parts.join('') + decoder.decode() !== '') throw new BackupError('The file ends within a line.');
}

const lineOf = (text: string): Line => (text.startsWith('[') ? { row: rowOf(text) } : (JSON.parse(text) as Line));
