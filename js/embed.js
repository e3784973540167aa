// Shows single figures in somebody else's page: as elements, <budget-lens figure="structure">, and in frames that become
// as high as their figure. Works as a module and as a plain script.

import { compiled, insist, join, late } from "./loader.js";

// The names of the program's files, which lie beside this script; the build puts them here.
const { glue, module, second, third, style, dark, contrast } = PROGRAM;

/** The URL of this script. A module has no script tag: there the URL is read from an error's stack trace. */
function address() {
  const tag = document.currentScript;
  // `currentScript` may also be an element of the portal's page with that name (DOM clobbering).
  return (tag instanceof HTMLScriptElement && tag.src) || /https?:\/\/[^\s()]*\/embed\.js/.exec(new Error().stack)[0];
}

const own = address().split("?")[0];
const folder = new URL("./", own).href;
const { origin } = new URL(own);
const tag = Array.from(document.querySelectorAll("script[src]")).find(({ src }) => src.split("?")[0] === own);

/** The origins whose files may be shown: the portal's, this script's, and those that the portal names. */
const allowed = [location.origin, origin, ...((tag && tag.dataset.allow) || "").split(/\s+/)].join(" ").trim();

// ---- frames -------------------------------------------------------------------------------------------

/** Whether an address is that of the page beside this script, or of a department's page in a folder beside it. */
const isPage = (address) => address.startsWith(folder) && /^([^/]+\/)?(index\.html)?$/.test(address.slice(folder.length).split(/[?#]/)[0]);

/** The iframes that show a page published beside this script. */
const frames = () => Array.from(document.querySelectorAll("iframe")).filter(({ src }) => isPage(src));

/** Makes a frame as high as what it shows. */
function fit(frame, height) {
  // With `box-sizing: border-box` the height includes border and padding: without them the frame would be too low.
  const box = getComputedStyle(frame);
  const edges = ["border-top-width", "border-bottom-width", "padding-top", "padding-bottom"];
  const edge = box.boxSizing === "border-box" ? edges.reduce((sum, name) => sum + parseFloat(box.getPropertyValue(name)), 0) : 0;
  frame.style.height = `${height + edge}px`;
}

addEventListener("message", (event) => {
  const { type, height } = event.data || {};
  if (type !== "budget-lens:height" || event.origin !== origin || !event.source) return;
  // No figure has a height outside these limits, whoever sends the message.
  if (!Number.isFinite(height) || height < 40 || height > 20000) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === event.source);
  if (frame) fit(frame, height);
});

// A frame that drew its figure before this script loaded sent its height to nobody; in a frame of the same origin it
// can be measured.
for (const frame of frames()) {
  const drawn = frame.contentDocument && frame.contentDocument.querySelector("main.lone[aria-busy=false]");
  if (drawn) fit(frame, Math.ceil(drawn.getBoundingClientRect().height));
}

// ---- elements -----------------------------------------------------------------------------------------

// One program serves all elements. Its events about its further modules are recorded for elements that are added later.
const arrivals = document.createElement("i");
const arrived = [];
const roots = new Set();
for (const what of ["second", "second-failed", "third", "third-failed"]) {
  arrivals.addEventListener(`budget-lens:${what}`, ({ type }) => {
    arrived.push(type);
    // Behind what an element that was just added is still told of modules that came before.
    for (const root of roots) setTimeout(() => root.dispatchEvent(new Event(type)), 1);
  });
}

let loading;

/** Fetches the program once for all elements; after a failure the next call tries again. */
function load() {
  const begin = async () => {
    const [module_or_path, program] = await Promise.all([compiled(folder + module), insist((url) => import(url), folder + glue)]);
    const first = await program.default({ module_or_path });
    const inFolder = (files) => files.map((file) => folder + file);
    join("second", inFolder(second), first, arrivals).then(() => join("third", inFolder(third), first, arrivals));
    return program;
  };
  loading =
    loading ||
    begin().catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

function made(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

const near =
  window.IntersectionObserver &&
  new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) {
          near.unobserve(target);
          /** @type {BudgetLens} */ (target).begin();
        }
      }
    },
    { rootMargin: "400px" },
  );

class BudgetLens extends HTMLElement {
  static get observedAttributes() {
    return ["data", "stats", "figure", "detail", "rows", "lang", "theme", "unit", "text", "code"];
  }

  /** An attribute's value, as the parameter of the same name in the page's address; the addresses of several files with spaces between. */
  asks(name) {
    const value = this.getAttribute(name);
    if (name === "figure") return value || "structure";
    if (name === "lang") return /^en\b/i.test(value) ? "en" : null;
    if (name === "theme") return value ? value.replace("auto", "") || null : this.portalsTheme();
    if (!/^(data|stats)$/.test(name) || !value) return value || null;
    try {
      const absolute = (address) => new URL(address, document.baseURI).href;
      return value.trim().split(/\s+/).map(absolute).join(" ");
    } catch {
      return value;
    }
  }

  /** The theme of the portal's page: a dark figure in a white column would look broken. Null if it supports both. */
  portalsTheme() {
    const scheme = getComputedStyle(this).colorScheme || "";
    const [light, dark] = ["light", "dark"].map((one) => scheme.includes(one));
    return dark && light ? null : dark ? "dark" : "light";
  }

  connectedCallback() {
    // An element that was only moved keeps its figure.
    if (this.root) return;
    const shadow = this.shadowRoot || this.attachShadow({ mode: "open" });
    shadow.textContent = "";
    const link = (name) => made("link", { rel: "stylesheet", href: folder + name });
    this.styles = link(style);
    this.styled = new Promise((resolve, reject) => Object.assign(this.styles, { onload: resolve, onerror: () => reject(new Error(style)) }));
    this.styled.catch(() => {});
    this.root = made("div", { className: "lens" });
    this.root.dataset.allow = allowed;
    this.root.addEventListener("budget-lens:ready", ({ type }) => this.dispatchEvent(new Event(type, { bubbles: true })));
    shadow.append(
      this.styles,
      Object.assign(link(dark), { id: "dark", media: this.asks("theme") === "light" ? "not all" : "(prefers-color-scheme: dark)" }),
      this.getAttribute("contrast") ? link(contrast) : "",
      this.root,
    );
    if (near) near.observe(this);
    else this.begin();
  }

  disconnectedCallback() {
    Promise.resolve().then(() => this.isConnected || this.end());
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.change) return;
    if (name !== "figure") this.change({ name, value: this.asks(name) });
    else {
      this.end();
      this.connectedCallback();
    }
  }

  async begin() {
    const { root } = this;
    try {
      const [program] = await late(Promise.all([load(), this.styled]));
      // The element may have been removed while the program loaded.
      if (!root || root !== this.root) return;
      const query = new URLSearchParams();
      for (const name of BudgetLens.observedAttributes) for (const value of (this.asks(name) || "").split(" ")) if (value) query.append(name, value);
      this.change = program.embed(root, String(query), folder);
      roots.add(root);
      // One after the other: only what the second module begins listens for the third.
      for (const [i, type] of arrived.entries()) setTimeout(() => root.dispatchEvent(new Event(type)), i);
    } catch (error) {
      if (root && root === this.root) this.fail(error);
    }
  }

  /** Removes the figure with its event listeners. */
  end() {
    if (near) near.unobserve(this);
    roots.delete(this.root);
    if (this.change) this.change({});
    if (this.root) this.root.remove();
    this.root = this.change = undefined;
  }

  fail(error) {
    console.error("budget-lens:", error);
    const en = this.asks("lang");
    const alert = made("p", { className: "alert" });
    alert.setAttribute("role", "alert");
    const whole = made("a", { href: folder, target: "_blank", rel: "noopener", textContent: en ? "Open the whole page" : "打开完整页面" });
    alert.append(en ? "This figure did not arrive. Check the network and reload. " : "这张图没有载入。请检查网络后刷新。", whole);
    this.root.textContent = "";
    this.root.append(alert);
  }
}

if (!customElements.get("budget-lens")) customElements.define("budget-lens", BudgetLens);
