import { createCipheriv, createDecipheriv, scrypt } from 'node:crypto';
import { BackupError, type Encryption } from './format.ts';

/** Larger chunks would only cost memory: nothing is believed before a whole chunk is proved. */
const CHUNK = 64 * 1024;
const TAG = 16;
/** A byte that says whether more follows, and the length of what follows. */
const FRAME = 5;
const LAST = 1;

/** OWASP's first choice: 128 MB and some tenths of a second for each passphrase that is tried. */
export const COST: Encryption['cost'] = [2 ** 17, 8, 1];

/** The key of one file. Only the file's own cost is used, within bounds: a forged header must not eat the memory. */
export function keyOf(passphrase: string, { cost: [N, r, p], salt }: Encryption): Promise<Buffer> {
  if (N > 2 ** 20 || r > 16 || p > 4)
    throw new BackupError('The file asks for more memory than any backup of ours does.');
  const bytes = Buffer.from(salt, 'base64');
  return new Promise((resolve, reject) =>
    scrypt(passphrase.normalize('NFC'), bytes, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}

/** Counted, because the key is this file's alone: no chunk can be left out, doubled or moved. */
function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(index), 4);
  return nonce;
}

/**
 * Encrypts in chunks: frame, ciphertext, tag. Each is bound to the file's header (`context`), its place, and to whether it is
 * the last, so that a shortened file does not pass for a whole one.
 */
export async function* seal(source: AsyncIterable<Buffer>, key: Buffer, context: Buffer): AsyncGenerator<Buffer> {
  let waiting = Buffer.alloc(0);
  let index = 0;
  const chunk = (plain: Buffer, last: boolean): Buffer => {
    const frame = Buffer.alloc(FRAME);
    frame.writeUInt8(last ? LAST : 0);
    frame.writeUInt32BE(plain.length, 1);
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index++)).setAAD(Buffer.concat([context, frame]));
    return Buffer.concat([frame, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  for await (const bytes of source) {
    waiting = Buffer.concat([waiting, bytes]);
    while (waiting.length > CHUNK) {
      yield chunk(waiting.subarray(0, CHUNK), false);
      waiting = waiting.subarray(CHUNK);
    }
  }
  yield chunk(waiting, true);
}

/** The opposite. Throws where the passphrase is another, or a byte was altered, left out or put in. */
export async function* open(source: AsyncIterable<Buffer>, key: Buffer, context: Buffer): AsyncGenerator<Buffer> {
  let waiting = Buffer.alloc(0);
  let index = 0;
  let ended = false;
  for await (const bytes of source) {
    waiting = Buffer.concat([waiting, bytes]);
    while (waiting.length >= FRAME) {
      const length = waiting.readUInt32BE(1);
      if (ended || length > CHUNK) throw altered();
      if (waiting.length < FRAME + length + TAG) break;
      const frame = waiting.subarray(0, FRAME);
      const tagAt = FRAME + length;
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index++))
        .setAAD(Buffer.concat([context, frame]))
        .setAuthTag(waiting.subarray(tagAt, tagAt + TAG));
      const plain = decipher.update(waiting.subarray(FRAME, tagAt));
      proved(() => decipher.final());
      yield plain;
      ended = frame[0] === LAST;
      waiting = waiting.subarray(tagAt + TAG);
    }
  }
  if (!ended || waiting.length > 0) throw altered();
}

function proved(prove: () => void): void {
  try {
    prove();
  } catch {
    throw altered();
  }
}

const altered = () => new BackupError('The passphrase is not the one the file was made with, or the file was altered.');
