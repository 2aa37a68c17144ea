import { chain, log, withoutParameters } from '../http/log.ts';

/**
 * What better-auth says of a failure, as a line of ours with the request's id. Left alone it prints whole errors, and drizzle's hold
 * the parameters of their query: tokens of sessions and people's addresses. What it says beside errors names people, too.
 */
export const authLogger = (requestId: string) => ({
  // Its warnings name people who mistyped their address.
  level: 'error' as const,
  log(_level: string, message: unknown, ...details: unknown[]) {
    const errors = [message, ...details].flatMap((each) =>
      each instanceof Error
        ? [...chain(each)].map(withoutParameters)
        : typeof each === 'string'
          ? [withoutParameters(each)]
          : [],
    );
    log('auth.failed', { requestId, errors });
  },
});
