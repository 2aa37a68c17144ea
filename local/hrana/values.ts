import { StatementError } from './errors.ts';
import type { HranaValue } from './protocol.ts';

/** A value as the native library takes and gives it; integers are always `bigint`, so `number` means REAL. */
export type NativeValue = null | bigint | number | string | Uint8Array;

/**
 * The native value of an argument.
 * Throws `ARGS_INVALID` for an integer beyond 64 bits, and for text that holds U+0000: the native library would
 * read such text back cut off at that character, and losing part of an answer silently is worse than refusing it.
 */
export function toNative(value: HranaValue): NativeValue {
  switch (value.type) {
    case 'null':
      return null;
    case 'integer': {
      const integer = BigInt(value.value);
      if (BigInt.asIntN(64, integer) !== integer) throw argument(`${value.value} does not fit in 64 bits`);
      return integer;
    }
    case 'float':
      return value.value;
    case 'text':
      if (value.value.includes('\0')) throw argument('text with the character U+0000 cannot be stored');
      return value.value;
    case 'blob':
      return Buffer.from(value.base64, 'base64');
  }
}

/** The value on the wire. Throws `RESULT_NOT_FINITE` for an infinite REAL, which JSON cannot carry. */
export function fromNative(value: NativeValue): HranaValue {
  if (value === null) return { type: 'null' };
  switch (typeof value) {
    case 'bigint':
      return { type: 'integer', value: value.toString() };
    case 'string':
      return { type: 'text', value };
    case 'number':
      if (!Number.isFinite(value)) {
        throw new StatementError('The result holds an infinite number, which JSON cannot carry', 'RESULT_NOT_FINITE');
      }
      return { type: 'float', value };
    default:
      return { type: 'blob', base64: Buffer.from(value).toString('base64').replace(/=+$/, '') };
  }
}

function argument(message: string): StatementError {
  return new StatementError(`Arguments do not match SQL parameters: ${message}`, 'ARGS_INVALID');
}
