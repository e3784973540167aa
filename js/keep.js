// Keeps the page for when there is no network (offline.js does), unless its host has taken out the line that says so.

/** What was kept is forgotten, with the worker that kept it: its name says for which folder. */
async function forget(workers) {
  for (const name of await caches.keys()) {
    const [whose, scope] = name.split(" ");
    if (whose !== "budget-lens" || !location.href.startsWith(scope)) continue;
    const registration = await workers.getRegistration(scope);
    if (registration && registration.scope === scope) await registration.unregister();
    await caches.delete(name);
  }
}

/** For the page itself only: in a frame it is a guest. Where a browser refuses, nothing is lost, and nothing is said. */
export async function keep() {
  if (top !== self) return;
  try {
    const workers = navigator.serviceWorker;
    const link = document.querySelector('link[rel="offline"]');
    if (!workers) return;
    if (!link) return await forget(workers);
    const tell = (worker) => {
      const names = performance.getEntriesByType("resource").map((entry) => entry.name);
      const budgets = names.filter((name) => /\.json($|\?)/.test(name) && name.startsWith(`${location.origin}/`));
      if (worker) worker.postMessage([location.href, ...budgets]);
    };
    workers.addEventListener("controllerchange", () => tell(workers.controller));
    await workers.register(link.href, { updateViaCache: "none" });
    // A worker that begins its work only now, or since the page was asked for, has not seen what the page was made of. It
    // is told also where it does not serve this page, which may have come just as it began.
    const [visit] = performance.getEntriesByType("navigation");
    if (!(visit && visit.workerStart)) tell((await workers.ready).active);
  } catch {
    // Not from a secure address, or not wanted by the reader.
  }
}
