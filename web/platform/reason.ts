import type { PlatformText } from './text.ts';

/** What kind of failure a job's error tells of (worker/provinces/run-job.ts, `reasonOf`), for words that an operator knows. */
export function reasonKind(error: string): keyof PlatformText['reasons'] {
  if (/^nothing is configured/.test(error)) return 'not_configured';
  if (/ did not answer$/.test(error)) return 'silent';
  const said = /^(?:Turso|sqld): .*?(?:: | answered )(\d{3})\b/.exec(error);
  if (!said) return 'database';
  const status = Number(said[1]);
  if (status === 401 || status === 403) return 'not_allowed';
  if (status === 402) return 'payment';
  if (status === 429) return 'too_often';
  return status >= 500 ? 'broken' : 'refused';
}
