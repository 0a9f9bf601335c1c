// The page without a network: a service worker that keeps the files of this build. With a network it
// asks that first, so that it never shows an old page; without, it hands out what it has kept.

/** The build, and its files, as the bundler puts them here. */
declare const BUILD: string;
declare const FILES: string[];

/** The events of a service worker, as far as they are heard here. */
interface Waiting extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly registration: { readonly scope: string };
  skipWaiting(): Promise<void>;
}

const worker = self as unknown as Worker;

/** The caches of this folder, one for each build: other folders of a site have their own. */
const OURS = `downhill ${worker.registration.scope} `;
const KEPT = OURS + BUILD;

addEventListener("install", (event) => {
  const keep = async () => {
    const cache = await caches.open(KEPT);
    await cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })));
    await worker.skipWaiting();
  };
  (event as Waiting).waitUntil(keep());
});

addEventListener("activate", (event) => {
  const clear = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== KEPT);
    await Promise.all(old.map((name) => caches.delete(name)));
  };
  (event as Waiting).waitUntil(clear());
});

addEventListener("fetch", (event) => {
  const { request } = event as Fetching;
  if (request.method !== "GET" || !request.url.startsWith(worker.registration.scope)) return;
  const answer = async () => {
    try {
      return await fetch(request);
    } catch (error) {
      const cache = await caches.open(KEPT);
      // The query is the figure's: the file is the same.
      const kept = await cache.match(request, { ignoreSearch: true });
      if (kept) return kept;
      throw error;
    }
  };
  (event as Fetching).respondWith(answer());
});
