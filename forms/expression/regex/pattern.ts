/** Whether a code point is one of a class: `\d`, `[a-z]`, `.`. */
export type Accepts = (code: number) => boolean;

/** A place between characters that a pattern may insist on: `^`, `$`, `\b`, `\B`. */
export type Anchor = 'start' | 'end' | 'boundary' | 'no_boundary';

/** A pattern as it was read. Groups leave no node: whether they capture makes no difference to whether a text matches. */
export type Pattern =
  | { kind: 'character'; accepts: Accepts }
  | { kind: 'anchor'; anchor: Anchor }
  | { kind: 'sequence'; parts: readonly Pattern[] }
  | { kind: 'choice'; options: readonly Pattern[] }
  /** `max` is null where there is no limit. */
  | { kind: 'repeat'; of: Pattern; min: number; max: number | null };

/** Why a pattern cannot be used, and which of its characters are to blame. */
export interface PatternFault {
  reason: 'invalid' | 'unsupported' | 'too_large';
  start: number;
  end: number;
}
