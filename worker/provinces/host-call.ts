import type { Fetch } from '../tenancy/outgoing.ts';
import { HostError } from './database-host.ts';

export interface HostCall {
  /** What is asked, for messages: "Turso: create database". */
  what: string;
  method: 'GET' | 'POST' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  body?: object;
  /** Whether it may be sent again; not what would leave something behind each time. */
  again: boolean;
}

export interface Answer {
  status: number;
  /** The body as JSON; null when it is none. */
  json: unknown;
}

/** What calls need of the outside; waiting is replaced in tests. */
export interface Caller {
  fetch: Fetch;
  wait: (ms: number) => Promise<void>;
}

/** How long one call may take, in milliseconds. */
const PATIENCE = 20_000;
const TRIES = 4;
/** Longer than this nobody waits: the job goes on later by itself. In milliseconds. */
const LONGEST_WAIT = 10_000;

/** How long to wait before the next try: as the host says in `Retry-After`, else half a second and twice as long each time. */
export function waitBefore(tried: number, retryAfter: string | null, now: number): number {
  if (retryAfter === null) return 500 * 2 ** (tried - 1);
  const seconds = Number(retryAfter);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(retryAfter) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : 500;
}

const isPassing = (status: number) => status === 429 || status >= 500;

async function once({ method, url, headers, body }: HostCall, fetch: Fetch): Promise<Response> {
  const init = {
    method,
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    redirect: 'manual' as const,
    signal: AbortSignal.timeout(PATIENCE),
    ...(body ? { body: JSON.stringify(body) } : {}),
  };
  return fetch(new Request(url, init));
}

/**
 * One call to a host of databases, sent again after 429, 5xx and no answer at all. Throws `HostError` when the last try fared no
 * better; every other answer is the caller's to judge.
 */
export async function callHost(call: HostCall, { fetch, wait }: Caller): Promise<Answer> {
  for (let tried = 1; ; tried++) {
    const answer = await once(call, fetch).catch(() => null);
    if (answer && !isPassing(answer.status)) {
      return { status: answer.status, json: await answer.json().catch(() => null) };
    }
    const said = answer ? `answered ${answer.status}` : 'did not answer';
    const pause = waitBefore(tried, answer?.headers.get('retry-after') ?? null, Date.now());
    if (!call.again || tried === TRIES || pause > LONGEST_WAIT) throw new HostError(`${call.what}: ${said}`);
    await wait(pause);
  }
}
