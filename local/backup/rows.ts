import { BackupError, type Value } from './format.ts';

/** A row as a line of JSON without its line break. Throws for an infinite number, which JSON cannot carry. */
export function rowLine(values: readonly Value[]): string {
  return `[${values.map(valueText).join(',')}]`;
}

function valueText(value: Value): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'bigint':
      return value.toString();
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return realText(value);
    default:
      return `{"base64":"${Buffer.from(value).toString('base64')}"}`;
  }
}

/** A REAL keeps a point or an exponent, by which it is told from an INTEGER. */
function realText(value: number): string {
  if (!Number.isFinite(value)) throw new BackupError(`A row holds the number ${value}, which the file cannot carry.`);
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;

// TypeScript does not know yet that a reviver is told the number's text, by which 64 bits survive.
const parse = JSON.parse as (text: string, reviver: Reviver) => unknown;

const exact: Reviver = (_key, value, { source }) =>
  typeof value === 'number' && source !== undefined && !/[.eE]/.test(source) ? BigInt(source) : value;

/** The row of such a line. */
export function rowOf(line: string): Value[] {
  const values = parse(line, exact) as (Value | { base64: string })[];
  return values.map((value) =>
    value !== null && typeof value === 'object' && 'base64' in value ? bytesOf(value.base64) : value,
  );
}

function bytesOf(base64: string): ArrayBuffer {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
}
