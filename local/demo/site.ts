type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A running service as its users meet it: over HTTP, with a cookie once signed in. */
export class Site {
  readonly #url: string;
  /** What the browser would send back: empty until somebody signed in. */
  cookie = '';

  constructor(url: string) {
    this.#url = url;
  }

  async signIn(email: string, password: string): Promise<void> {
    const answer = await this.post('/sign-in', { email, password });
    if (answer.status !== 303) throw new Error(`signing in answered ${answer.status}`);
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    this.cookie = cookies.join('; ');
  }

  /** Sends a form as a browser does, without following where it leads. */
  post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.#url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: this.cookie, origin: this.#url, ...headers },
      body: new URLSearchParams(fields),
    });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.#url + path, { redirect: 'manual', headers: { cookie: this.cookie, ...headers } });
  }

  /** Calls the API and gives its answer, whatever it is. */
  call(method: Method, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(method, `/v1${path}`, body, headers);
  }

  /** Calls the API and gives its JSON; throws with the problem when it refuses. */
  api<T>(method: Method, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    return this.json(method, `/v1${path}`, body, headers);
  }

  /** As `api`, for what answers JSON elsewhere: the path is the whole one. */
  async json<T>(method: Method, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const answer = await this.#send(method, path, body, headers);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text) as T;
  }

  #send(method: Method, path: string, body: unknown, headers: Record<string, string>): Promise<Response> {
    return fetch(this.#url + path, {
      method,
      headers: { cookie: this.cookie, 'content-type': 'application/json', origin: this.#url, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}
