// Registers the service worker, which caches the page for use without a network, unless the host removed its link.

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

/** Registers the service worker, not in a frame of another page. Errors are ignored: the page works without it. */
export async function register() {
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
    await workers.register(link.href, { updateViaCache: "none" });
    // A worker that started only now, or after the page was requested, has not seen the page's requests. It is told of
    // them also where it does not control this page, which may have loaded just as the worker started.
    const [visit] = performance.getEntriesByType("navigation");
    if (!(visit && visit.workerStart)) tell((await workers.ready).active);
  } catch {
    // The page was not served over HTTPS, or the browser refuses service workers.
  }
}
