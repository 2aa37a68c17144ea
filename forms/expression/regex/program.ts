import type { Accepts, Anchor, Pattern } from './pattern.ts';

/** One step of a matcher; `to` and `or` are the numbers of other steps. After `read` and `at` comes the next in order. */
export type Step =
  | { op: 'read'; accepts: Accepts }
  | { op: 'at'; anchor: Anchor }
  | { op: 'fork'; to: number; or: number }
  | { op: 'jump'; to: number }
  | { op: 'matched' };

/** A part that is wanted 255 times stands there as often; this many steps are more than any rule of a form needs. */
const MAX_STEPS = 5000;

/** Thompson's construction: a pattern as steps that need no backtracking; null when there would be too many. */
export function toProgram(pattern: Pattern): Step[] | null {
  const steps: Step[] = [];
  // Beside the steps it counts the visits, because a part may be empty and still be wanted a thousand times a thousand times.
  let budget = MAX_STEPS;

  const emit = (part: Pattern): boolean => {
    if (--budget < 0 || steps.length > MAX_STEPS) return false;
    switch (part.kind) {
      case 'character':
        steps.push({ op: 'read', accepts: part.accepts });
        return true;
      case 'anchor':
        steps.push({ op: 'at', anchor: part.anchor });
        return true;
      case 'sequence':
        return part.parts.every(emit);
      case 'choice':
        return emitChoice(part.options);
      case 'repeat':
        return emitRepeat(part);
    }
  };

  const emitChoice = (options: readonly Pattern[]): boolean => {
    const ends: { op: 'jump'; to: number }[] = [];
    for (const [index, option] of options.entries()) {
      const isLast = index === options.length - 1;
      const fork = isLast ? null : open();
      if (!emit(option)) return false;
      if (!fork) continue;
      const end = { op: 'jump' as const, to: 0 };
      ends.push(end);
      steps.push(end);
      fork.or = steps.length;
    }
    for (const end of ends) end.to = steps.length;
    return true;
  };

  const emitRepeat = ({ of, min, max }: Extract<Pattern, { kind: 'repeat' }>): boolean => {
    for (let i = 0; i < min; i++) if (!emit(of)) return false;
    if (max === null) {
      const start = steps.length;
      const fork = open();
      if (!emit(of)) return false;
      steps.push({ op: 'jump', to: start });
      fork.or = steps.length;
      return true;
    }
    const forks: { or: number }[] = [];
    for (let i = min; i < max; i++) {
      forks.push(open());
      if (!emit(of)) return false;
    }
    for (const fork of forks) fork.or = steps.length;
    return true;
  };

  /** A fork into what comes next, and into what its `or` is still to say. */
  const open = () => {
    const fork = { op: 'fork' as const, to: steps.length + 1, or: 0 };
    steps.push(fork);
    return fork;
  };

  if (!emit(pattern)) return null;
  steps.push({ op: 'matched' });
  return steps.length > MAX_STEPS ? null : steps;
}
