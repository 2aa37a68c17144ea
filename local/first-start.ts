import type { Administration } from './administration.ts';

/**
 * What is to be said at a start while nobody can look after the service: the link by which an operator's account is made, another one
 * each time, since the one before may have scrolled away. Null where there is an operator.
 */
export async function firstStart(admin: Pick<Administration, 'hasOperator' | 'setupLink'>): Promise<string | null> {
  if (await admin.hasOperator()) return null;
  return `Nobody looks after it yet. Make the operator's account, within seven days and once:\n${await admin.setupLink()}`;
}
