import type { Site } from '../../local/demo/site.ts';
import type { Service } from './service.ts';

export interface WireUnit {
  id: string;
  level: 'commune' | 'village';
  kindLabel: string;
  name: string;
  code: string | null;
  parentId: string | null;
  attributes: Record<string, unknown>;
  contactEmail: string | null;
  validFrom: string;
  validTo: string | null;
  revision: number;
}

export interface Answer<T> {
  status: number;
  etag: string | null;
  type: string | null;
  /** JSON, or text where it is something else. */
  body: T;
}

/** Calls the API of a province as one person, whatever the answer. */
export const unitApi =
  (service: Service, site: Site, code: string) =>
  async <T = { items: WireUnit[]; code?: string; errors?: { path: string; code: string; detail: string }[] }>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> => {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    const answer = await fetch(`${service.url}/v1/provinces/${code}${path}`, {
      method,
      headers: { cookie: site.cookie, origin: service.url, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: (isRaw ? body : JSON.stringify(body)) as BodyInit }),
    });
    const text = await answer.text();
    const type = answer.headers.get('content-type');
    const isJson = type?.includes('json') && text !== '';
    return { status: answer.status, etag: answer.headers.get('etag'), type, body: isJson ? JSON.parse(text) : text };
  };

export type UnitApi = ReturnType<typeof unitApi>;
