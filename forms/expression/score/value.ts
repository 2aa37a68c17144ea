import type { Exact } from './exact.ts';

/**
 * What is known of a value while scoring.
 *
 * - `number`: it lies in `[lo, hi]`; `null` is no bound on that side. A known number is its own lower and upper bound.
 * - `boolean`, `text`, `list`: `null` while unknown. An unknown text is also the top of the lattice: it may turn out to be anything.
 * - `unknown`: an answer not given, of a question whose kind is not declared: a count from 0 up where a number is wanted, else open.
 * - `not_asked`: the question's `relevant` is false, so it adds nothing and is not unknown: 0, '' or false by where it is used.
 */
export type ScoreValue = NumberValue | BooleanValue | TextValue | ListValue | UnknownValue | NotAskedValue;

export interface NumberValue {
  readonly kind: 'number';
  readonly lo: Exact | null;
  readonly hi: Exact | null;
}

export interface BooleanValue {
  readonly kind: 'boolean';
  readonly value: boolean | null;
}

export interface TextValue {
  readonly kind: 'text';
  readonly value: string | null;
}

export interface ListValue {
  readonly kind: 'list';
  readonly value: readonly string[] | null;
}

export interface UnknownValue {
  readonly kind: 'unknown';
}

export interface NotAskedValue {
  readonly kind: 'not_asked';
}

export const unknown: UnknownValue = { kind: 'unknown' };
export const notAsked: NotAskedValue = { kind: 'not_asked' };
export const unknownText: TextValue = { kind: 'text', value: null };
export const unknownList: ListValue = { kind: 'list', value: null };

/** An unknown count: some number from 0 up (docs/domain.md §3). */
export const unknownCount: NumberValue = { kind: 'number', lo: 0, hi: null };
export const anyNumber: NumberValue = { kind: 'number', lo: null, hi: null };

const isTrue: BooleanValue = { kind: 'boolean', value: true };
const isFalse: BooleanValue = { kind: 'boolean', value: false };
const unknownBoolean: BooleanValue = { kind: 'boolean', value: null };

/** The boolean of three-valued logic; never a new object. */
export function truthValue(value: boolean | null): BooleanValue {
  return value === null ? unknownBoolean : value ? isTrue : isFalse;
}

/** Counts are mostly small, so their values are made once. */
const small: readonly NumberValue[] = Array.from({ length: 256 }, (_, n) => ({ kind: 'number', lo: n, hi: n }));

/** A number known exactly. */
export function exactly(value: Exact): NumberValue {
  return (typeof value === 'number' ? small[value] : undefined) ?? { kind: 'number', lo: value, hi: value };
}
