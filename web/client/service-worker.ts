import { cleanAddress } from '../fill/clean-address.ts';

/**
 * Opens the pages of one link without a network. It is registered once for each link, with the link's path as its scope, and
 * answers from that link's cache only; what is in there, the page's script puts there (offline.ts). Registered for `/s/` it leads
 * from the address in a message to where it would have led.
 */
interface FetchEvent extends Event {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface ServiceWorker {
  registration: { scope: string };
  skipWaiting(): void;
  clients: { claim(): Promise<void> };
  addEventListener(
    type: 'install' | 'activate',
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}

const worker = self as unknown as ServiceWorker;

/** A network that has not answered by then is taken for none: the page itself asks again. */
const PATIENCE_MS = 4000;

const base = new URL(worker.registration.scope).pathname;
const isEntrance = base === '/s/';
const cacheOf = (path: string) => `dia-ban:${path}`;
/** Looks without making the cache where it is gone. */
const here = { cacheName: cacheOf(base) };

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const { pathname } = new URL(request.url);
  if (isEntrance) {
    const token = /^\/s\/(\d\d-\w{26})$/.exec(pathname.toLowerCase())?.[1];
    if (token && request.mode === 'navigate') event.respondWith(lead(request, token));
  } else if (request.mode === 'navigate') {
    // Handing in and its receipt are for the server to say.
    const isFilledIn = pathname === base || pathname.split('/').length === base.split('/').length + 2;
    if (isFilledIn) event.respondWith(page(request));
  } else if (!pathname.startsWith(`${base}/`)) {
    event.respondWith(kept(request));
  }
});

/** The page from the network, or the shell that the script fills. */
async function page(request: Request): Promise<Response> {
  return fromNetwork(request, await caches.match(`${base}?shell`, here));
}

/** What the network answers to a link's own address, or on to its pages where they are kept. */
async function lead(request: Request, token: string): Promise<Response> {
  const pages = await cleanAddress(token);
  const isKept = await caches.has(cacheOf(pages));
  return fromNetwork(request, isKept ? Response.redirect(pages, 303) : undefined);
}

async function fromNetwork(request: Request, instead: Response | undefined): Promise<Response> {
  const network = fetch(request);
  if (!instead) return network;
  const tooLate = new Promise<Response>((resolve) => setTimeout(() => resolve(instead), PATIENCE_MS));
  return Promise.race([network.then((answer) => (answer.status >= 500 ? instead : answer)), tooLate]).catch(
    () => instead,
  );
}

/** Scripts and fonts, which never change under their names. */
async function kept(request: Request): Promise<Response> {
  return (await caches.match(request, here)) ?? fetch(request);
}
