import { failedPrecondition, type Precondition } from '../db/precondition.ts';
import { Problem } from './problem.ts';
import type { ProblemCode } from './problems.ts';

/** Does a write; where something that it took for granted had changed meanwhile, throws the problem that stands for it. */
export async function refusing<T>(write: Promise<T>, codes: Record<Precondition, ProblemCode>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const failed = failedPrecondition(error);
    throw failed ? new Problem(codes[failed]) : error;
  }
}

/** Of an edit that named its revision in `If-Match`. */
export const editing = { revision: 'revision_mismatch', state: 'conflict' } as const;

/** Of an act that names none: somebody else changed the same thing at the same moment. */
export const acting = { revision: 'conflict', state: 'conflict' } as const;
