// Registers the service worker, which caches the page for use without a network, unless the host removed its link; and
// says so where what is shown is a cached copy.

/** Deletes the caches of this page and unregisters their service worker, whose scope is part of a cache's name. */
async function forget(workers) {
  for (const name of await caches.keys()) {
    const [whose, scope] = name.split(" ");
    if (whose !== "budget-lens" || !location.href.startsWith(scope)) continue;
    const registration = await workers.getRegistration(scope);
    if (registration && registration.scope === scope) await registration.unregister();
    await caches.delete(name);
  }
}

/** Shows a line that this is a copy, and of when, in the page's language also when that changes. */
function show(when) {
  const root = document.documentElement;
  const written = (lang) => when.toLocaleString(lang, { year: "numeric", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit" });
  const line = document.querySelector(".kept") || Object.assign(document.createElement("p"), { className: "notice kept" });
  const write = () => {
    line.textContent = /^en/.test(root.lang)
      ? `The host cannot be reached: this is the copy that your browser kept on ${written("en-GB")}. Its numbers may not be the latest.`
      : `现在连不上网站：这是浏览器在 ${written("zh-CN")} 留下的一份，数字可能不是最新的。`;
  };
  line.setAttribute("role", "status");
  document.querySelector("main").prepend(line);
  write();
  new MutationObserver(write).observe(root, { attributes: true, attributeFilter: ["lang"] });
}

/** Looks whether the page or a budget came from the worker's cache, which notes in the timings when it was cached. */
function look(entries) {
  const kept = entries.map(({ serverTiming }) => (serverTiming || []).find(({ name }) => name === "kept")).filter(Boolean);
  const [oldest] = kept.map(({ description }) => description).sort();
  if (oldest) show(new Date(oldest));
}

/** The script's address for a page whose policy requires Trusted Types (`trusted-types budget-lens`). */
function trusted(href) {
  const { trustedTypes } = /** @type {any} */ (window);
  // The address is the one that the page's own link names.
  return trustedTypes ? trustedTypes.createPolicy("budget-lens", { createScriptURL: String }).createScriptURL(href) : href;
}

/** Registers the service worker, not in a frame of another page. Errors are ignored: the page works without it. */
export async function register() {
  const all = /** @type {PerformanceResourceTiming[]} */ (["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type)));
  look(all);
  new PerformanceObserver((list) => look(/** @type {PerformanceResourceTiming[]} */ (list.getEntries()))).observe({ entryTypes: ["resource"] });
  if (top !== self) return;
  try {
    const workers = navigator.serviceWorker;
    const link = document.querySelector('link[rel="service-worker"]');
    if (!workers) return;
    if (!link) return await forget(workers);
    const tell = (worker) => {
      const names = performance.getEntriesByType("resource").map((entry) => entry.name);
      const budgets = names.filter((name) => /\.json($|\?)/.test(name) && name.startsWith(`${location.origin}/`));
      if (worker) worker.postMessage([location.href, ...budgets]);
    };
    workers.addEventListener("controllerchange", () => tell(workers.controller));
    await workers.register(trusted(link.href), { updateViaCache: "none" });
    // A worker that started only now, after the page was requested, or in the place of another meanwhile, has not seen the page's requests. It is told of
    // them also where it does not control this page, which may have loaded just as the worker started.
    const [visit] = performance.getEntriesByType("navigation");
    if (!(visit && visit.workerStart && (await caches.match(location.href)))) tell((await workers.ready).active);
  } catch {
    // The page was not served over HTTPS, or the browser refuses service workers.
  }
}
