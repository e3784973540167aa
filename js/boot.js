// Starts the page's WebAssembly program, and shows a message in the page when it cannot start.
//
// Script and module are being downloaded already: the page preloads them, and their names are read from its links. The
// second module, with all that the first answers do not need, follows when the first has arrived. The third comes when
// the reader does anything but read, when the program wants it, or when nothing else is left to do.

import { compiled, insist, join } from "./loader.js";
import { reload } from "./reload.js";

/** The milliseconds after which a reader who does nothing seems to be reading. */
const IDLE = 3000;
/** Whether the engine knows `wasm-unsafe-eval`, which came before this property. */
const knowsToken = CSS.supports("container-type", "size");

const still = document.getElementById("static");

// The page's HTML shows the budget beside it, in Chinese; the address may ask for something else.
const asks = (what) => new RegExp(`[?&]${what}`).test(location.search);
// What a reader has chosen on this machine before (aids.js) holds where the address says nothing else. A frame shows what
// its portal asks for.
try {
  const kept = parent === window && localStorage["budget-lens"];
  if (kept && !asks("(text|contrast|aids)=")) history.replaceState(null, "", `${location.search || "?"}&${kept}${location.hash}`);
} catch {}
const another = asks("data=");
let lone = asks("figure=");
// `table=` without a fragment shows the figure of tables alone; sandboxed frames may not change their address.
if (asks("table=") && !lone && !location.hash) {
  try {
    history.replaceState(null, "", location.search + "&figure=tables");
    lone = true;
  } catch {}
}
if (another || lone || asks("lang=en")) still.hidden = true;
if (lone) {
  // A single figure, embedded in another site's page, hides the portal's header and footer (`data-lone` in the styles).
  document.documentElement.dataset.lone = "";
  document.documentElement.style.overflowY = "auto";
  // In a frame the figure is light, as nearly every portal is, unless the frame's address names a theme.
  if (parent !== window) {
    document.documentElement.dataset.lone = "framed";
    if (!asks("(theme|contrast)=")) document.getElementById("dark").remove();
  }
}

// The policy of a host may forbid the styles in the HTML: then their file does the same.
const style = document.querySelector("style");
if (!style.sheet) style.replaceWith(Object.assign(document.createElement("link"), { rel: "stylesheet", href: style.dataset.file }));

// A frame shares the history of the page around it, whose way back leads out of that page: no step is added to it.
if (parent !== window) history.pushState = history.replaceState;

const linked = (rel) => document.querySelector(`link[rel="${rel}"]`).href;
const all = (rel) => Array.from(document.querySelectorAll(`link[rel="${rel}"]`), (link) => link.href);

/**
 * Adds a Content-Security-Policy that allows this site's own scripts only, also where the host sends none. It is added
 * only now because compiling needs `wasm-unsafe-eval`, which old engines do not know. Engines that know it (all that
 * know `container-type`) keep it, for the page's own frames that preview the embedded element.
 */
function guard() {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `script-src 'self'${knowsToken ? " 'wasm-unsafe-eval'" : ""}; worker-src 'self'`;
  document.head.append(policy);
}

/** Resolves when the third module is wanted. A reader who saves data and only reads goes without it. */
function wanted(ready) {
  return new Promise((resolve) => {
    for (const sign of ["budget-lens:wanted", "pointerdown", "keydown"]) document.addEventListener(sign, resolve, { once: true, passive: true });
    if (!navigator.connection?.saveData) ready.then(() => setTimeout(resolve, IDLE));
  });
}

/** Has `failure.js`, which has this name in every release, say what has failed. */
const tell = (...what) => import(new URL("failure.js", import.meta.url).href).then((failure) => failure.say(still, ...what)).catch(() => {});

/** The same for what leaves the page without its program; until that script comes, a sentence of the page itself shows. */
function say(...what) {
  document.documentElement.dataset.failed = "";
  tell(...what);
}

/** Fetches what helps readers who see, hear or point with difficulty: the first time that it may be wanted. */
const aid = () => import(new URL(AIDS, import.meta.url).href).then((aids) => aids.begin()).catch(() => {});
if (asks("(text|contrast|aids)=") || matchMedia("(forced-colors: active), (prefers-contrast: more)").matches) aid();
addEventListener("click", ({ target }) => target.closest(".menu") && aid());

function start() {
  still.querySelector("main").setAttribute("aria-busy", "true");
  if (typeof WebAssembly !== "object") {
    say("off");
    return;
  }
  const glue = linked("modulepreload");
  const module = document.querySelector('link[rel="preload"][type="application/wasm"]').href;
  const ready = new Promise((resolve) => document.addEventListener("budget-lens:ready", resolve, { once: true }));
  let failed = false;
  addEventListener("error", (event) => {
    if (!failed && event.error instanceof WebAssembly.RuntimeError) {
      failed = true;
      say("broken", event.error);
    }
  });
  Promise.all([compiled(module), insist((url) => import(url), glue)])
    .then(([module_or_path, { default: init }]) => {
      const first = init({ module_or_path });
      // The service worker is registered last, so that it delays nothing that a reader waits for.
      const register = () => import(linked("register-service-worker")).then((script) => script.register());
      const part = (name) => join(name, all(name), first).then((end) => end && tell("part"));
      const asked = wanted(ready);
      const kept = part("second")
        .then(() => knowsToken && guard())
        .then(() => asked)
        .then(() => part("third"))
        .then(() => knowsToken || guard())
        .then(() => ready);
      if (navigator.serviceWorker) kept.then(register).catch(() => {});
      return first;
    })
    .catch((error) => say("absent", error));
}

start();
if (QUICK) reload();
