import { Problem } from '../http/problem.ts';
import { linkState } from './wire.ts';

/** Whether a link that was found by its token opens anything now: the link, or why not. */
export function openLink<T extends Parameters<typeof linkState>[0]>(link: T | undefined, now: string): T | Problem {
  if (!link) return new Problem('link_unknown');
  const state = linkState(link, now);
  if (state === 'revoked') return new Problem('link_revoked');
  return state === 'expired' ? new Problem('link_expired') : link;
}
