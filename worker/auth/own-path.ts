/**
 * Only paths of our own, so that a link to the sign-in page cannot lead elsewhere; the console for all others. Control characters
 * are in none: browsers leave some of them out, and `/\t/evil.example` is then another site.
 */
export const ownPath = (next: unknown): string =>
  typeof next === 'string' && /^\/[^/\\\p{Cc}]\P{Cc}*$/u.test(next) ? next : '/console';
