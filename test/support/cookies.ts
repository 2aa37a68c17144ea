import { Site } from '../../local/demo/site.ts';

/** A browser as far as cookies go: keeps what it is sent, and drops what is taken back. */
export class Visitor {
  readonly #site: Site;
  readonly #cookies = new Map<string, string>();

  constructor(url: string) {
    this.#site = new Site(url);
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#kept(this.#site.get(path, headers));
  }

  post(path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Response> {
    return this.#kept(this.#site.post(path, fields, headers));
  }

  /** The text of a page, whatever its status. */
  async text(path: string): Promise<string> {
    return (await this.get(path)).text();
  }

  signIn(email: string, password: string, next = '/console'): Promise<Response> {
    return this.post('/sign-in', { email, password, next });
  }

  async #kept(asked: Promise<Response>): Promise<Response> {
    const answer = await asked;
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split('; ');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(name.length + 1);
      if (value === '' || attributes.some((each) => /^max-age=0$/i.test(each))) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    this.#site.cookie = this.cookie;
    return answer;
  }
}
