import type { FillFile } from '../fill/file.ts';
import { personalDataIn } from './screen.ts';
import type { Entries } from './sync/entry.ts';
import type { Outcome, Transport } from './sync/transport.ts';
import type { Snapshot } from './sync/unit-sync.ts';

/** Longer than this nobody waits for an answer; what was asked may still have been done. */
const PATIENCE_MS = 30_000;

/** As far as refusals are read here (RFC 9457). */
interface ProblemDetails {
  code: string;
  title: string;
  errors?: { path: string; detail: string }[];
  current?: Snapshot;
}

/** A refusal after which the link saves nothing more, until its page is loaded anew. */
export interface Refusal {
  code: string;
  title: string;
}

/** Whether it is the link itself that is no more, so that nothing of it is to be kept for reading either. */
export const isGone = (code: string): boolean => ['link_unknown', 'link_expired', 'link_revoked'].includes(code);

/** Asks for the link's file; null when the network or the server does not answer. */
export async function fetchFile(
  base: string,
  knownHash: string | undefined,
): Promise<{ file: FillFile } | { refusal: Refusal } | null> {
  const answer = await ask(`${base}/api/file${knownHash ? `?form=${knownHash}` : ''}`, {});
  if (!answer || answer.status >= 500 || answer.status === 429) return null;
  const body = await answer.json().catch(() => null);
  if (!body) return null;
  return answer.ok ? { file: body as FillFile } : { refusal: body as Refusal };
}

/** Saves through the link at `base`. */
export function transportTo(base: string): Transport {
  return async (unitId, { id, formVersionId, onto, entries }) => {
    const reasons = personalDataIn(entries);
    if (reasons) return { kind: 'refused', reasons };
    const answer = await ask(`${base}/api/units/${unitId}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${onto}"` },
      body: JSON.stringify({ id, formVersionId, ...wireOf(entries) }),
    });
    if (!answer) return { kind: 'unreachable' };
    const body = await answer.json().catch(() => null);
    return body ? outcomeOf(answer, body) : { kind: 'unreachable' };
  };
}

/** Every question with its answer and its unreadable text, one of them or both being null. */
function wireOf(entries: Entries) {
  const of = (part: 'answer' | 'raw') => Object.entries(entries).map(([name, entry]) => [name, entry[part]]);
  return { changes: Object.fromEntries(of('answer')), raw: Object.fromEntries(of('raw')) };
}

function outcomeOf(answer: Response, body: unknown): Outcome {
  if (answer.ok) return { kind: 'saved', ...(body as { revision: number; savedAt: string }) };
  const { status } = answer;
  const { code, title, current, errors = [] } = body as ProblemDetails;
  if (status === 412 && current) return { kind: 'behind', current };
  // Whoever wrote at the same moment has finished when this is sent again.
  if (status >= 500 || status === 429 || status === 408 || code === 'conflict') {
    const seconds = Number(answer.headers.get('Retry-After'));
    return { kind: 'busy', retryAfterMs: seconds > 0 ? seconds * 1000 : null };
  }
  const ofThisUnit = status === 422 || status === 413 || code === 'unit_unknown';
  if (!ofThisUnit) return { kind: 'stopped', code, title };
  return { kind: 'refused', reasons: Object.fromEntries(errors.map(({ path, detail }) => [path, detail])) };
}

async function ask(path: string, request: RequestInit): Promise<Response | null> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE_MS);
  try {
    return await fetch(path, {
      ...request,
      headers: { ...request.headers, 'Accept-Language': document.documentElement.lang },
      cache: 'no-store',
      signal: giveUp.signal,
    });
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
