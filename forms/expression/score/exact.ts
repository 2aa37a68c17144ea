/**
 * Exact rational numbers, so that no floating error ever decides a threshold (docs/domain.md §3).
 *
 * A safe integer is a plain JS number, which nearly every count is; anything else is a reduced fraction of BigInts with a
 * positive denominator. The form is canonical: a fraction is never a safe integer.
 */
export type Exact = number | Ratio;

export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;
const MAX_DIGITS = 4000;
const HUGE = 1n << 4096n;

/** The number as JavaScript prints it: 999.9 is exactly 9999/10. `null` for NaN and the infinities. */
export function exactFromNumber(value: number): Exact | null {
  if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
  return Number.isFinite(value) ? readDecimal(String(value)) : null;
}

/** A decimal numeral such as `12`, `-0.5` or `.5`, blanks around it allowed; `null` when the text is not one. */
export function exactFromText(text: string): Exact | null {
  const trimmed = text.trim();
  return /[eE]/.test(trimmed) ? null : readDecimal(trimmed);
}

function readDecimal(text: string): Exact | null {
  const match = text.length > MAX_DIGITS ? null : DECIMAL.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const digits = BigInt(whole + fraction);
  const shift = Number(exponent) - fraction.length;
  const n = sign === '-' ? -digits : digits;
  return shift >= 0 ? reduce(n * 10n ** BigInt(shift), 1n) : reduce(n, 10n ** BigInt(-shift));
}

export function add(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  const [x, y] = [ratio(a), ratio(b)];
  return x.d === y.d ? reduce(x.n + y.n, x.d) : reduce(x.n * y.d + y.n * x.d, x.d * y.d);
}

export function sub(a: Exact, b: Exact): Exact {
  return add(a, negate(b));
}

export function mul(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // A safe product was not rounded: below 2^53 every integer is a double. `+ 0` turns -0 into 0.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  const [x, y] = [ratio(a), ratio(b)];
  return reduce(x.n * y.n, x.d * y.d);
}

/** `b` must not be 0: what dividing by 0 means is for the caller to say. */
export function div(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number' && a % b === 0) return a / b + 0;
  const [x, y] = [ratio(a), ratio(b)];
  return reduce(x.n * y.d, x.d * y.n);
}

export function negate(a: Exact): Exact {
  return typeof a === 'number' ? 0 - a : { n: -a.n, d: a.d };
}

/** Below, at or above 0 as `a` is less than, equal to or greater than `b`. */
export function compare(a: Exact, b: Exact): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [x, y] = [ratio(a), ratio(b)];
  const [left, right] = [x.n * y.d, y.n * x.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function sign(a: Exact): number {
  return typeof a === 'number' ? Math.sign(a) : a.n < 0n ? -1 : 1;
}

export function floor(a: Exact): Exact {
  return typeof a === 'number' ? a : reduce(floorDiv(a.n, a.d), 1n);
}

export function ceil(a: Exact): Exact {
  return negate(floor(negate(a)));
}

/** Towards zero. */
export function trunc(a: Exact): Exact {
  return sign(a) < 0 ? ceil(a) : floor(a);
}

/** To `places` decimal places (an integer from -100 to 100), half up: 2.5 gives 3 and -2.5 gives -2, as in XPath. */
export function round(a: Exact, places = 0): Exact {
  if (typeof a === 'number' && places >= 0) return a;
  const { n, d } = ratio(a);
  const scale = 10n ** BigInt(Math.abs(places));
  const [top, bottom] = places >= 0 ? [n * scale, d] : [n, d * scale];
  const units = floorDiv(2n * top + bottom, 2n * bottom);
  return places >= 0 ? reduce(units, scale) : reduce(units * scale, 1n);
}

/** The nearest double. For presentation only: nothing is decided on it. */
export function toNumber(a: Exact): number {
  if (typeof a === 'number') return a;
  // Written out with 30 digits, and one more where anything was cut off, so that the rounding of what is read is right.
  const places = Math.max(0, 30 + String(a.d).length - String(a.n).length);
  const top = a.n * 10n ** BigInt(places);
  return Number(`${top / a.d}${top % a.d === 0n ? 0 : 1}e-${places + 1}`);
}

/** Whether the number has grown past what any survey can mean; multiplying calculations could otherwise grow without end. */
export function isHuge(a: Exact): boolean {
  return typeof a !== 'number' && (a.n > HUGE || a.n < -HUGE || a.d > HUGE);
}

function ratio(a: Exact): Ratio {
  return typeof a === 'number' ? { n: BigInt(a), d: 1n } : a;
}

function reduce(n: bigint, d: bigint): Exact {
  if (d < 0n) return reduce(-n, -d);
  const divisor = d === 1n ? 1n : gcd(n < 0n ? -n : n, d);
  const [top, bottom] = divisor === 1n ? [n, d] : [n / divisor, d / divisor];
  return bottom === 1n && top <= MAX_SAFE && top >= -MAX_SAFE ? Number(top) : { n: top, d: bottom };
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function floorDiv(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n % d !== 0n && n < 0n ? quotient - 1n : quotient;
}
