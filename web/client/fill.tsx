import './older-browsers.ts';
import { download } from './download.ts';
import { type KnownFile, LinkSession } from './link-session.ts';
import { Stopped } from './live-parts.tsx';
import { keepPages } from './offline.ts';
import { OverviewScreen } from './overview-screen.tsx';
import { render } from './render.ts';
import { isField, SectionScreen } from './section-screen.tsx';
import { LiveFile, pageLanguage } from './views.ts';

/** While the page is looked at, others' saves are asked for this often. */
const LOOK_AGAIN_MS = 120_000;

/** Takes over what the worker rendered, and renders the same from what this browser has. */
class Page {
  readonly #session: LinkSession;
  readonly #main = document.querySelector('main')!;
  readonly #section: SectionScreen | null = null;
  readonly #overview: OverviewScreen | null = null;
  #live: LiveFile | null = null;
  #drawn = false;
  #offer: HTMLElement | null = null;
  #waiting = false;

  constructor(session: LinkSession, path: string) {
    this.#session = session;
    const [unitId, section, ...more] = path.split('/');
    if (path === '') this.#overview = new OverviewScreen(session);
    else if (unitId && section && more.length === 0) this.#section = new SectionScreen(session, unitId, section);
    session.onChange = () => {
      if (this.#waiting || !this.#drawn) return;
      this.#waiting = true;
      requestAnimationFrame(() => this.#draw());
    };
  }

  async start(script: string): Promise<void> {
    this.#listen();
    if (this.#isUpToDate()) this.#draw();
    await this.#lookAgain();
    if (!this.#isShut) void keepPages(this.#session.base, script);
  }

  /** Whether the page is one that this script renders. */
  get #isOurs(): boolean {
    return this.#section !== null || this.#overview !== null;
  }

  /** Whether the server shows nothing of the link here: it is no more, or this browser is to open it again. */
  get #isShut(): boolean {
    const { gone, saving } = this.#session;
    return gone || (saving.kind === 'stopped' && saving.code === 'link_needed');
  }

  /** Whether what is kept is no older than what the worker has just rendered. */
  #isUpToDate(): boolean {
    const rendered = this.#main.querySelector<HTMLInputElement>('[name=":revision"]')?.value;
    return (
      this.#main.childElementCount === 0 || (rendered !== undefined && Number(rendered) === this.#section?.revision)
    );
  }

  async #lookAgain(): Promise<void> {
    const unsent = this.#session.unsent;
    await this.#session.refresh();
    this.#draw();
    await this.#session.flush();
    // A page that the worker alone renders, such as the one for handing in, was rendered without what has been sent since.
    if (!this.#isOurs && unsent > 0 && this.#session.unsent === 0) location.reload();
  }

  #draw(): void {
    this.#waiting = false;
    const session = this.#session;
    const { file } = session;
    if (this.#isShut && !this.#drawn) this.#offerUnsent();
    else if (file && this.#isOurs) this.#drawFile(file);
  }

  #drawFile(file: KnownFile): void {
    const session = this.#session;
    const main = this.#main;
    if (this.#live?.file !== file) this.#live = new LiveFile(session, file);
    const form = main.querySelector('form');
    if (!this.#drawn && form) this.#section?.takeOver(form);
    const content = (this.#section ?? this.#overview)!.render(this.#live);
    if (!content) return;
    this.#drawn = true;
    render(content, main);
    main.dataset.live = '';
    const heading = main.querySelector('h1')?.textContent;
    if (heading) document.title = `${heading} – Địa Bàn`;
  }

  /** On the page that says why nothing is shown: what was typed and not sent. */
  #offerUnsent(): void {
    const session = this.#session;
    const main = this.#main;
    if (session.unsent === 0 || session.saving.kind !== 'stopped') return;
    this.#offer ??= main.appendChild(document.createElement('div'));
    render(<Stopped session={session} title="" language={pageLanguage()} />, this.#offer);
  }

  #listen(): void {
    const main = this.#main;
    const section = this.#section;
    const session = this.#session;
    main.addEventListener('input', ({ target }) => isField(target) && section?.input(target));
    main.addEventListener('focusout', ({ target }) => isField(target) && section?.leave(target));
    main.addEventListener('change', ({ target }) => {
      if (!isField(target)) return;
      section?.leave(target);
      const [file] = (target instanceof HTMLInputElement && target.files) || [];
      if (file) void this.#overview?.take(file);
    });
    main.addEventListener('click', (event) => void this.#click(event));
    main.addEventListener('submit', (event) => section && this.#submit(event, section));
    addEventListener('pagehide', () => session.leave());
    addEventListener('online', () => void this.#lookAgain());
    addEventListener('pageshow', ({ persisted }) => persisted && void session.takeLeft().then(() => this.#lookAgain()));
    document.addEventListener('visibilitychange', () => void (document.hidden ? session.flush() : this.#lookAgain()));
    setInterval(() => !document.hidden && void this.#lookAgain(), LOOK_AGAIN_MS);
    addEventListener('beforeunload', (event) => session.full && session.unsent > 0 && event.preventDefault());
  }

  async #click(event: MouseEvent): Promise<void> {
    const target = event.target as Element;
    const link = target.closest('a');
    if (link?.pathname === `${this.#session.base}/nop` && this.#session.unsent > 0) {
      event.preventDefault();
      if (await this.#overview?.sendAll()) location.assign(link.href);
      return;
    }
    const button = target.closest<HTMLButtonElement>('button[data-act]');
    const { act, question = '' } = button?.dataset ?? {};
    if (act === 'export') download(this.#session.unsentFile(), 'so-lieu-chua-gui.json');
    else if (act) this.#section?.act(act, question);
  }

  /** What is typed is kept already: going on needs no answer of the server. */
  #submit(event: SubmitEvent, section: SectionScreen): void {
    event.preventDefault();
    if (!this.#live) return;
    const action = event.submitter?.getAttribute('value');
    void this.#session.flush();
    const wrong = section.firstError(this.#live);
    if (action?.startsWith('lang:')) location.assign(`?lang=${action.slice('lang:'.length)}`);
    else if (wrong) wrong.focus();
    else if (action === 'overview') location.assign(this.#session.base);
    else if (action === 'next') location.assign(section.next(this.#live) ?? this.#session.base);
  }
}

const script = document.querySelector<HTMLScriptElement>('script[data-link]');
if (script) {
  // On a page that says why something is not to be had no link is named: it is the one of the address.
  const base = script.dataset.link || location.pathname.split('/', 3).join('/');
  const session = new LinkSession(base);
  const page = new Page(session, location.pathname.slice(base.length + 1));
  void session.open().then(() => page.start(new URL(script.src).pathname));
}
