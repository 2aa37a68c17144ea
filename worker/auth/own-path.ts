/** Only paths of our own, so that a link to the sign-in page cannot lead elsewhere; the console for all others. */
export const ownPath = (next: unknown): string =>
  typeof next === 'string' && /^\/[^/\\]/.test(next) && !next.includes('\n') ? next : '/console';
