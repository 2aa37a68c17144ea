import { randomUUID } from 'node:crypto';
import type { Answers } from '../../forms/index.ts';

export interface Answered<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface FileWire {
  form: { versionId: string; hash: string; definition?: unknown };
  round: { id: string; name: string; dueAt: string | null; closesAt: string | null; previousName: string | null };
  link: { unitId: string; level: string; canSubmit: boolean };
  commune: { id: string; name: string; kindLabel: string; attributes: object };
  submission: {
    state: string;
    revision: number;
    reference: string | null;
    submittedAt: string | null;
    late: boolean;
  };
  inputsVersion: number;
  editable: boolean;
  refusal: string | null;
  units: {
    id: string;
    level: 'commune' | 'village';
    answers: Answers;
    raw: Record<string, string>;
    revision: number;
    savedAt: string | null;
    previous: Answers | null;
    baseline: Answers | null;
  }[];
  earlier: { previous?: unknown; baseline?: unknown };
  comments: { unitId: string | null; question: string | null; text: string; createdAt: string }[];
}

export interface ProblemWire {
  code: string;
  errors?: { path: string; code: string; detail: string }[];
  current?: { revision: number; savedAt: string | null; answers: Answers; raw: object; formVersionId: string };
  formVersionId?: string;
}

export interface SavedWire {
  revision: number;
  savedAt: string;
  formVersionId: string;
}

/** One save as the page's script sends it. */
export interface Save {
  id?: string;
  formVersionId: string;
  changes?: Record<string, unknown>;
  raw?: Record<string, string | null>;
}

export interface Finding {
  key: string;
  unitId: string;
  unitName: string;
  message: string;
  section: string;
  question: string | null;
}

/** The fill page's script, as far as the service sees it: one link's file over the fill API. */
export class FillClient {
  readonly #url: string;
  readonly #origin: string;
  readonly #cookies: () => string;

  /** `base` is the path of the link's pages; `cookies` what its browser sends there. */
  constructor(url: string, base: string, cookies: () => string = () => '') {
    this.#url = `${url}${base}/api`;
    this.#origin = url;
    this.#cookies = cookies;
  }

  async ask<Body>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answered<Body>> {
    const answer = await fetch(this.#url + path, {
      method,
      headers: {
        origin: this.#origin,
        cookie: this.#cookies(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body };
  }

  file(hash = ''): Promise<Answered<FileWire>> {
    return this.ask('GET', `/file?form=${hash}`);
  }

  /** Saves over a revision; with another id than before it is another save. */
  save<Body = SavedWire>(unitId: string, over: number, save: Save): Promise<Answered<Body>> {
    const body = { id: randomUUID(), changes: {}, ...save };
    return this.ask('PATCH', `/units/${unitId}`, body, { 'if-match': `"${over}"` });
  }

  review(): Promise<Answered<{ errors: Finding[]; confirmations: Finding[]; inputsVersion: number }>> {
    return this.ask('GET', '/review');
  }

  /** Submits what the review shows now, with one reason for all that it asks to confirm. */
  async submit<Body = { reference: string; submittedAt: string; late: boolean }>(
    id: string = randomUUID(),
    reason = 'Đang xác minh',
  ): Promise<Answered<Body>> {
    const { confirmations, inputsVersion } = (await this.review()).body;
    const reasons = Object.fromEntries(confirmations.map(({ key }) => [key, reason]));
    return this.ask('POST', '/submission', { id, inputsVersion, reasons });
  }

  withdraw<Body = { state: string; revision: number }>(revision: number): Promise<Answered<Body>> {
    return this.ask('POST', '/withdrawal', undefined, { 'if-match': `"${revision}"` });
  }
}
