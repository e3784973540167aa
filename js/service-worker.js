// The service worker: after one visit the page opens without a network, too.
//
// While there is a network, pages and budgets come from the host, so nothing old is ever shown; the last response is
// cached for when the host cannot be reached. Files named by a digest of their content never change: the cache is asked
// first.
//
// scripts/dist.mjs defines FILES, the files of this version, beginning with the script that starts a page; OPTIONAL,
// files that only some readers need, which are cached on first use; and VERSION.

const own = `budget-lens ${registration.scope} `;
// A page is cached with the files of its version; a budget fits every version.
const PAGES = own + VERSION;
const BUDGETS = `${own}budgets`;
const files = new Set(FILES.concat(OPTIONAL).map((name) => new URL(name, location.href).href));
const isNamedByContent = (address) => /-\w{16}[._]/.test(address);

/**
 * How a page is cached, whatever its parameters: the cache, the key, and a text that only a page of this version has.
 * @returns {[string, string, string]}
 */
const asPage = (address) => [PAGES, address.replace(/(index\.html)?([?#].*)?$/, ""), FILES[0]];
/**
 * How a budget is cached: the cache, the key, and a text that every budget has. Other JSON of the site is not cached.
 * @returns {[string, string, string]}
 */
const asBudget = (address) => [BUDGETS, address.replace(/#.*/, ""), '"budget-lens/'];

/** Caches a successful response of this site, but no page of another version, whose files are not cached. */
async function keep(response, [place, name, mark]) {
  if (response.status !== 200 || response.type !== "basic") return;
  const copy = response.clone();
  if ((await response.text()).includes(mark)) await (await caches.open(place)).put(name, copy);
}

/** The host's current response; without a network the cached one. */
async function current(event, [place, name, mark]) {
  try {
    const response = await fetch(event.request, { cache: "no-cache" });
    event.waitUntil(keep(response.clone(), [place, name, mark]));
    return response;
  } catch {
    return (await (await caches.open(place)).match(name, { ignoreVary: true })) || Response.error();
  }
}

/** A file that never changes, since its name has a digest of its content: from the cache, else from the host. */
async function kept(event, name) {
  const cache = await caches.open(PAGES);
  const found = await cache.match(name, { ignoreVary: true });
  if (found) return found;
  const response = await fetch(event.request);
  event.waitUntil(keep(response.clone(), [PAGES, name, ""]));
  return response;
}

addEventListener("install", (event) => {
  skipWaiting();
  // Files that the page has fetched already come from the HTTP cache. Where a file is missing, the host is in the
  // middle of an update: the version before stays, and the browser tries again at the next visit.
  const request = (name) => new Request(name, { cache: isNamedByContent(name) ? "force-cache" : "no-cache" });
  event.waitUntil(caches.open(PAGES).then((cache) => cache.addAll(FILES.map(request))));
});

addEventListener("activate", (event) => {
  const isOld = (name) => name.startsWith(own) && name !== PAGES && name !== BUDGETS;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name)))));
});

// A page that was opened before this worker was active sends its address, then those of its budgets, to be cached. The
// worker takes control of pages here, not on activation: a page that loads at that moment would be missed.
addEventListener("message", (event) => {
  const [page, ...budgets] = event.data;
  const again = async (where, address) => keep(await fetch(address, { cache: "force-cache", redirect: "manual" }), where);
  event.waitUntil(clients.claim());
  event.waitUntil(Promise.all([again(asPage(page), page), ...budgets.map((budget) => again(asBudget(budget), budget))]));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || request.headers.has("range")) return;
  if (files.has(request.url)) {
    const name = request.url;
    event.respondWith(isNamedByContent(name) ? kept(event, name) : current(event, [PAGES, name, ""]));
  } else if (request.mode === "navigate") {
    event.respondWith(current(event, asPage(request.url)));
  } else if (pathname.endsWith(".json")) {
    event.respondWith(current(event, asBudget(request.url)));
  } else if (request.url.startsWith(`${registration.scope}portal/`)) {
    // The header and footer that a portal may have put around the pages.
    event.respondWith(current(event, [PAGES, request.url, ""]));
  }
});
