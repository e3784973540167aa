// The service worker: after one visit the page opens without a network, too.
//
// While there is a network, pages and budgets come from the host, so nothing old is ever shown; the last response is
// cached for when the host cannot be reached. Files named by a digest of their content never change: the cache is asked
// first. What is cached under such a name is held against its digest, for hosts answer with other pages, too.
//
// scripts/dist.mjs defines FILES, the files of this version, beginning with the script that starts a page; OPTIONAL,
// files that only some readers need, which are cached on first use; and VERSION.

/** After so many milliseconds without the host's response what is cached is shown. */
const PATIENCE = 20000;

const own = `budget-lens ${registration.scope} `;
// A page is cached with the files of its version; a budget fits every version.
const PAGES = own + VERSION;
const BUDGETS = `${own}budgets`;
const files = new Set(FILES.concat(OPTIONAL).map((name) => new URL(name, location.href).href));
/** The digest of its content that a file's name has: its first sixteen hexadecimal digits, as scripts/dist writes them. */
const digestOf = (address) => (/-([0-9a-f]{16})\.\w+$/.exec(address) || [])[1];

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

/** Whether a response is the file that was asked for: it has the digest of the name or, without one, is no HTML. */
async function isFile(name, response) {
  if (response.status !== 200 || response.type !== "basic") return false;
  const digest = digestOf(name);
  if (!digest) return !/html/.test(response.headers.get("content-type"));
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()), 0, 8);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("") === digest;
}

/** Caches a response if it is the file that was asked for. */
async function keepFile(name, response) {
  const copy = response.clone();
  if (!(await isFile(name, response))) return false;
  await (await caches.open(PAGES)).put(name, copy);
  return true;
}

/**
 * Caches a successful response of this site, but no page of another version, whose files are not cached. A page reads
 * from its timings that it was cached, and when (register-service-worker.js).
 */
async function keep(response, [place, name, mark]) {
  if (response.status !== 200 || response.type !== "basic") return;
  const body = await response.blob();
  if (!(await new Response(body).text()).includes(mark)) return;
  const headers = new Headers(response.headers);
  headers.set("Server-Timing", `kept;desc="${new Date().toISOString()}"`);
  await (await caches.open(place)).put(name, new Response(body, { headers }));
}

/** The host's current response; without a network, or if none comes, the cached one. `save` caches a copy. */
async function current(event, place, name, save) {
  const fetched = fetch(event.request, { cache: "no-cache" });
  event.waitUntil(fetched.then((response) => save(response.clone())).catch(() => {}));
  const found = await (await caches.open(place)).match(name, { ignoreVary: true });
  try {
    return await (found ? Promise.race([fetched, new Promise((resolve) => setTimeout(resolve, PATIENCE, found))]) : fetched);
  } catch {
    return found || Response.error();
  }
}

/** The same for a page or a budget. */
const text = (event, as) => current(event, as[0], as[1], (response) => keep(response, as));
/** The same for a file whose name says nothing of its content. */
const file = (event, name) => current(event, PAGES, name, (response) => keepFile(name, response));

/**
 * A file that never changes, since its name has a digest of its content: from the cache, else from the host. A page to
 * which what it got was useless asks `again`.
 */
async function kept(event, name, again) {
  const found = await (await caches.open(PAGES)).match(name, { ignoreVary: true });
  if (found && !(again && !(await isFile(name, found)))) return found;
  const response = await fetch(event.request);
  event.waitUntil(keepFile(name, response.clone()));
  return response;
}

/** Caches a file of this version: from the HTTP cache if the page has fetched it, unless that is something else. */
async function prepare(name) {
  /** @type {RequestCache[]} */
  const ways = digestOf(name) ? ["force-cache", "reload"] : ["no-cache"];
  for (const cache of ways) if (await keepFile(name, await fetch(name, { cache }))) return;
  throw new TypeError(name);
}

addEventListener("install", (event) => {
  skipWaiting();
  // Where a file is missing, the host is in the middle of an update: the version before stays, and the browser tries
  // again at the next visit.
  event.waitUntil(Promise.all(FILES.map(prepare)));
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
  // A page asks again with a number behind the name (loader.js).
  const name = request.url.replace(/\?\d+$/, "");
  if (files.has(name)) {
    event.respondWith(digestOf(name) ? kept(event, name, name !== request.url) : file(event, name));
  } else if (request.mode === "navigate") {
    event.respondWith(text(event, asPage(request.url)));
  } else if (pathname.endsWith(".json")) {
    event.respondWith(text(event, asBudget(request.url)));
  } else if (request.url.startsWith(`${registration.scope}portal/`)) {
    // The header and footer that a portal may have put around the pages.
    event.respondWith(file(event, request.url));
  }
});
