// The service worker: after one visit the page opens without a network, too.
//
// While there is a network, pages and budgets come from the host, so nothing old is ever shown; what came last is kept
// for when the host cannot be reached. Files that are named by what is in them cannot grow old and come from here.
//
// scripts/dist.mjs writes in FILES, the files of this version, the script that starts a page first; WANTED, those that
// only some readers want, which are kept once somebody does; and VERSION.

const own = `budget-lens ${registration.scope} `;
// A page is kept with the files that it runs on; a budget fits every version.
const PAGES = own + VERSION;
const BUDGETS = `${own}budgets`;
const files = new Set(FILES.concat(WANTED).map((name) => new URL(name, location).href));
const isNamedByContent = (address) => /-\w{16}[._]/.test(address);

/** A page whatever its parameters: where it is kept, and what only a page of this version says. */
const asPage = (address) => [PAGES, address.replace(/(index\.html)?([?#].*)?$/, ""), FILES[0]];
/** A budget: other JSON, which may be anybody's, is not for keeping. */
const asBudget = (address) => [BUDGETS, address.replace(/#.*/, ""), '"budget-lens/'];

/** Keeps a good answer of this site's; not an error page, and not a page of another version, whose files are not here. */
async function keep(response, [place, name, mark]) {
  if (response.status !== 200 || response.type !== "basic") return;
  const copy = response.clone();
  if ((await response.text()).includes(mark)) await (await caches.open(place)).put(name, copy);
}

/** The host's answer as it is now; without a network the one that was kept. */
async function current(event, [place, name, mark]) {
  try {
    const response = await fetch(event.request, { cache: "no-cache" });
    event.waitUntil(keep(response.clone(), [place, name, mark]));
    return response;
  } catch (error) {
    return (await (await caches.open(place)).match(name, { ignoreVary: true })) || Response.error();
  }
}

/** A file that is named by what is in it. */
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
  // What the page has fetched already is not asked for again. Where a file is missing, the host is in the middle of an
  // update: the version before stays, and the browser tries again at the next visit.
  const request = (name) => new Request(name, { cache: isNamedByContent(name) ? "force-cache" : "no-cache" });
  event.waitUntil(caches.open(PAGES).then((cache) => cache.addAll(FILES.map(request))));
});

addEventListener("activate", (event) => {
  const isOld = (name) => name.startsWith(own) && name !== PAGES && name !== BUDGETS;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name)))));
});

// What a page shows that was opened before this worker was there: the page itself first, then its budgets. It is served
// from here on: not before it says so, for one that arrives just as this worker begins would be missed.
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
    // What stands around the pages, if a portal has put something there.
    event.respondWith(current(event, [PAGES, request.url, ""]));
  }
});
