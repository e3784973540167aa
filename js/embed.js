// Shows single figures in somebody else's page: as elements, <budget-lens figure="structure">, and in frames that become
// as high as their figure. Works as a module and as a plain script.

import { compiled, join } from "./loader.js";

// The names of the program's files, which lie beside this script; the build puts them here.
const { glue, module, rest, style, dark } = PROGRAM;

/** Where this script lies. A module has no tag to ask: an error knows in which script it came up. */
function address() {
  const tag = document.currentScript;
  // A portal's text may hold an element of this name, which then stands here instead.
  return (tag instanceof HTMLScriptElement && tag.src) || /https?:\/\/[^\s()]*\/embed\.js/.exec(new Error().stack)[0];
}

const own = address().split("?")[0];
const folder = new URL("./", own).href;
const { origin } = new URL(own);
const tag = Array.from(document.querySelectorAll("script[src]")).find(({ src }) => src.split("?")[0] === own);

/** The origins whose files may be shown: the portal's, this script's, and those that the portal names. */
const allowed = [location.origin, origin, ...((tag && tag.dataset.allow) || "").split(/\s+/)].join(" ").trim();

// ---- frames -------------------------------------------------------------------------------------------

/** Whether this is the page beside this script, or that of a department in a folder beside it. */
const isPage = (address) => address.startsWith(folder) && /^([^/]+\/)?(index\.html)?$/.test(address.slice(folder.length).split(/[?#]/)[0]);

/** The frames that show a page of this script's. */
const frames = () => Array.from(document.querySelectorAll("iframe")).filter(({ src }) => isPage(src));

/** Makes a frame as high as what it shows. */
function fit(frame, height) {
  // A frame whose height includes its border would else be too low by it, and grow again and again.
  const box = getComputedStyle(frame);
  const edges = ["border-top-width", "border-bottom-width", "padding-top", "padding-bottom"];
  const edge = box.boxSizing === "border-box" ? edges.reduce((sum, name) => sum + parseFloat(box.getPropertyValue(name)), 0) : 0;
  frame.style.height = `${height + edge}px`;
}

addEventListener("message", (event) => {
  const { type, height } = event.data || {};
  if (type !== "budget-lens:height" || event.origin !== origin || !event.source) return;
  // Whatever says so, no figure is higher or lower.
  if (!Number.isFinite(height) || height < 40 || height > 20000) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === event.source);
  if (frame) fit(frame, height);
});

// A frame that had drawn its figure before this script came has told its height to nobody; one of the same site can be
// asked.
for (const frame of frames()) {
  const drawn = frame.contentDocument && frame.contentDocument.querySelector("main.lone[aria-busy=false]");
  if (drawn) fit(frame, Math.ceil(drawn.getBoundingClientRect().height));
}

// ---- elements -----------------------------------------------------------------------------------------

// One program serves all elements. What it says of its rest is kept for those that come later.
const arrivals = document.createElement("i");
const arrived = [];
const roots = new Set();
for (const what of ["rest", "rest-failed"]) {
  arrivals.addEventListener(`budget-lens:${what}`, ({ type }) => {
    arrived.push(type);
    for (const root of roots) root.dispatchEvent(new Event(type));
  });
}

let loading;

/** The program, fetched once; what did not come may come another time. */
function load() {
  const begin = async () => {
    const [module_or_path, program] = await Promise.all([compiled(folder + module), import(folder + glue)]);
    const first = await program.default({ module_or_path });
    join(compiled(folder + rest), first, arrivals);
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
    return ["data", "figure", "detail", "rows", "lang", "theme", "unit", "text", "code"];
  }

  /** What an attribute asks, as the page's address does. */
  asks(name) {
    const value = this.getAttribute(name);
    if (name === "figure") return value || "structure";
    if (name === "lang") return /^en\b/i.test(value) ? "en" : null;
    if (name === "theme") return value ? value.replace("auto", "") || null : this.portalsTheme();
    if (name !== "data" || !value) return value || null;
    try {
      return new URL(value, document.baseURI).href;
    } catch {
      return value;
    }
  }

  /** Light in a portal that is light: a dark figure in a white column would look broken. One that says it can both follows the reader. */
  portalsTheme() {
    const scheme = getComputedStyle(this).colorScheme || "";
    const [light, dark] = ["light", "dark"].map((one) => scheme.includes(one));
    return dark && light ? null : dark ? "dark" : "light";
  }

  connectedCallback() {
    // Where it was only moved, it goes on as it was.
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
    shadow.append(this.styles, Object.assign(link(dark), { id: "dark", media: this.asks("theme") === "light" ? "not all" : "(prefers-color-scheme: dark)" }), this.root);
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
      const [program] = await Promise.all([load(), this.styled]);
      // Meanwhile it may have been taken away.
      if (!root || root !== this.root) return;
      const query = new URLSearchParams();
      for (const name of BudgetLens.observedAttributes) if (this.asks(name)) query.set(name, this.asks(name));
      this.change = program.embed(root, String(query), folder);
      roots.add(root);
      for (const type of arrived) root.dispatchEvent(new Event(type));
    } catch (error) {
      if (root && root === this.root) this.fail(error);
    }
  }

  /** Takes the figure away with all that it listens to. */
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
