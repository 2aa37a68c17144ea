import { CLEAN } from '../fill/clean-address.ts';

/** One cache per link, named as service-worker.ts finds it by its scope. */
const cacheName = (base: string) => `dia-ban:${base}`;

const FONTS = ['latin-400', 'latin-600', 'vietnamese-400', 'vietnamese-600'].map(
  (name) => `/fonts/be-vietnam-pro-${name}.woff2`,
);

/** The page around the content, as which every page of the link opens without a network (service-worker.ts). */
export const shellOf = (base: string): string => `${base}?shell`;

/**
 * Makes the link's pages open without a network from now on: a service worker that works for this link alone, what it then needs,
 * and one for all links that leads from the address in a message to where its pages are kept. Where the browser has none, or no room, pages need the network as before.
 */
export async function keepPages(base: string, script: string): Promise<void> {
  if (!navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register('/fill-sw.js', { scope: base });
    if (base.startsWith(CLEAN)) await navigator.serviceWorker.register('/fill-sw.js', { scope: '/s/' });
    const cache = await caches.open(cacheName(base));
    const kept = await (await cache.match(shellOf(base)))?.text();
    if (kept?.includes(script)) return;
    for (const path of [script, '/favicon.svg', ...FONTS]) {
      if (!(await cache.match(path))) await cache.add(path);
    }
    const page = await fetch(base);
    if (!page.ok) return;
    const empty = (await page.text()).replace(/(<main id="main">)[\s\S]*(<\/main>)/, '$1$2');
    await cache.put(shellOf(base), new Response(empty, { headers: page.headers }));
    for (const { url } of await cache.keys()) {
      if (/\/fill-[^/]*\.js$/.test(url) && !url.endsWith(script)) await cache.delete(url);
    }
  } catch {
    // A full disk or a private window: nothing is lost but opening pages without a network.
  }
}

/** The link is no more: its pages do not open again. */
export async function forgetPages(base: string): Promise<void> {
  if (!navigator.serviceWorker) return;
  await caches.delete(cacheName(base));
  const registration = await navigator.serviceWorker.getRegistration(base);
  await registration?.unregister();
}
