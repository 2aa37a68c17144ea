import { Inflate, strFromU8 } from 'fflate';
import { crc32 } from './crc32.ts';
import { workbookLimits } from './limits.ts';
import { damaged, Refusal } from './refusal.ts';

/** A file inside a zip, still compressed. */
export interface ZipEntry {
  name: string;
  method: number;
  crc: number;
  compressed: Uint8Array;
}

/** How many more bytes may come out of the inflater; shared by all entries of a file. */
export interface Budget {
  bytes: number;
}

/** Inflated data grow at most about a thousandfold, so this bounds what one step can make before it is counted. */
const STEP = 4096;
const STORED = 0;
const DEFLATED = 8;

/**
 * The entries of a zip, by name in lower case because the parts of a workbook are named without regard to case. Read from the
 * central directory, as Excel does; local headers may leave sizes out.
 *
 * @throws {Refusal} `damaged_workbook`, `encrypted_workbook` or `too_large`
 */
export function readZip(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > workbookLimits.entries) throw tooLarge();
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const name = strFromU8(bytes.subarray(at + 46, at + 46 + nameLength)).toLowerCase();
    // Two files of one name are how a reader is shown something else than the scanner before it saw.
    if (entries.has(name)) throw damaged();
    if (view.getUint16(at + 8, true) & 1) throw encrypted();
    entries.set(name, {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressed: compressedData(bytes, view, view.getUint32(at + 42, true), view.getUint32(at + 20, true)),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * Inflates an entry in small steps, each handed over as it comes and counted against the budget.
 *
 * @throws {Refusal} `too_large` as soon as the budget is spent; `damaged_workbook` when the data or their checksum are wrong
 */
export function inflateEntry(entry: ZipEntry, budget: Budget, onChunk: (chunk: Uint8Array) => void): void {
  let crc = 0;
  const take = (chunk: Uint8Array) => {
    budget.bytes -= chunk.length;
    if (budget.bytes < 0) throw tooLarge();
    crc = crc32(chunk, crc);
    onChunk(chunk);
  };
  if (entry.method === STORED) {
    for (let at = 0; at < entry.compressed.length; at += STEP) take(entry.compressed.subarray(at, at + STEP));
  } else if (entry.method === DEFLATED) {
    inflateSteps(entry.compressed, take);
  } else {
    throw damaged();
  }
  if (crc !== entry.crc) throw damaged();
}

function inflateSteps(compressed: Uint8Array, take: (chunk: Uint8Array) => void) {
  // What the handler throws has to get past the inflater's own errors, which only say that the data are bad.
  const handler: { failure: unknown } = { failure: null };
  const inflate = new Inflate((chunk) => {
    try {
      take(chunk);
    } catch (error) {
      handler.failure = error;
      throw error;
    }
  });
  try {
    for (let at = 0; at < compressed.length; at += STEP) {
      inflate.push(compressed.subarray(at, at + STEP), at + STEP >= compressed.length);
    }
  } catch {
    throw handler.failure ?? damaged();
  }
}

function endOfDirectory(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= earliest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw damaged();
}

function compressedData(bytes: Uint8Array, view: DataView, at: number, length: number): Uint8Array {
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) throw damaged();
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + length > bytes.length) throw damaged();
  return bytes.subarray(start, start + length);
}

/** The file, or what comes out of it, is more than a form can need. */
export function tooLarge(): Refusal {
  return new Refusal(
    'workbook_too_large',
    'Tệp quá lớn đối với một biểu mẫu (tối đa 5 MB, 50 MB sau khi giải nén). Hãy xóa các trang tính, hình ảnh và dòng thừa.',
    'The file is too large for a form (5 MB at most, 50 MB once unpacked). Delete sheets, pictures and rows that it does not need.',
  );
}

export function encrypted(): Refusal {
  return new Refusal(
    'encrypted_workbook',
    'Tệp được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu mở tệp rồi lưu lại.',
    'The file is protected with a password. Remove the password to open and save it again.',
  );
}
