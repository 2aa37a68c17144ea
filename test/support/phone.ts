import { Site } from '../../local/demo/site.ts';
import { FillClient } from './fill-client.ts';

interface Cookie {
  name: string;
  value: string;
  path: string;
}

const isWithin = (path: string, scope: string) => scope === '/' || path === scope || path.startsWith(`${scope}/`);

/** A browser of its own, as far as cookies go: it keeps them by path, sends them there alone and drops them when told to. */
export class Phone extends Site {
  readonly #url: string;
  cookies: Cookie[] = [];

  constructor(url: string) {
    super(url);
    this.#url = url;
  }

  override get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#keep(super.get(path, { cookie: this.sent(path), ...headers }));
  }

  override post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    return this.#keep(super.post(path, fields, { cookie: this.sent(path), ...headers }));
  }

  /** Opens a link's address as it stands in a message, and gives the path that it leads to. */
  async open(url: string): Promise<string> {
    const { pathname, search } = new URL(url);
    const answer = await this.get(pathname + search);
    if (answer.status !== 303) throw new Error(`a link answered ${answer.status}`);
    return answer.headers.get('location')!;
  }

  /** The page's script under a path, in this browser. */
  script(base: string): FillClient {
    return new FillClient(this.#url, base, () => this.sent(`${base}/api`));
  }

  /** The cookies that go with a request. */
  sent(path: string): string {
    const { pathname } = new URL(path, this.#url);
    const sent = this.cookies.filter((cookie) => isWithin(pathname, cookie.path));
    return sent.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  async #keep(asked: Promise<Response>): Promise<Response> {
    const answer = await asked;
    for (const header of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(header)!;
      const path = /; Path=([^;]+)/.exec(header)![1]!;
      this.cookies = this.cookies.filter((cookie) => cookie.name !== name || cookie.path !== path);
      if (!/; Max-Age=0(;|$)/.test(header)) this.cookies.push({ name: name!, value: value!, path });
    }
    return answer;
  }
}
