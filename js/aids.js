// Aids for readers who see, hear or point with difficulty: styles of large text and high contrast, the simple page,
// reading aloud, a line to read along, a large pointer, and the memory of what was chosen. boot.js fetches this when it
// may be wanted first; nobody else downloads it.

import { line, pointer } from "./aids/mouse.js";
import { reading, voices } from "./aids/reading.js";
import { simple } from "./aids/simple.js";
import { address, named, remember } from "./aids/memory.js";
import { tr } from "./aids/words.js";

const root = document.documentElement;
let begun = false;

/** Switches the colours of high contrast on or off, and repaints the drawings. */
function contrast(on) {
  root.dataset.contrast = on ? "high" : "";
  address("contrast", root.dataset.contrast);
  repaint();
}

/** Has the drawings painted with the colours of now: the program listens for the dark theme's styles (`screen.rs`). */
function repaint() {
  document.getElementById("dark")?.dispatchEvent(new Event("load"));
}

/** The switches of the menu, in their order: their name, whether they are on, whether they can be of use here, and what they do. */
const SWITCHES = [
  { name: "contrast", words: ["高对比度", "High contrast"], on: () => root.dataset.contrast === "high", use: () => true, set: contrast },
  { name: "reading", words: ["朗读", "Read aloud"], on: reading.on, use: () => voices().length > 0, set: reading.set },
  { name: "line", words: ["辅助线", "Reading line"], on: line.on, use: () => !matchMedia("(pointer: coarse)").matches, set: line.set },
  { name: "pointer", words: ["大鼠标", "Large pointer"], on: pointer.on, use: () => !matchMedia("(pointer: coarse)").matches, set: pointer.set },
];

/** Shows the switches in the menu as they are, in the page's language. */
function show() {
  const panel = document.querySelector(".menu .panel");
  if (!panel) return;
  let group = panel.querySelector(".aids");
  if (!group) {
    group = Object.assign(document.createElement("div"), { className: "settings aids" });
    group.setAttribute("role", "group");
    panel.append(group);
  }
  group.setAttribute("aria-label", tr("看、听和指", "Seeing, hearing, pointing"));
  for (const { name, words, on, use } of SWITCHES) {
    /** @type {HTMLButtonElement} */
    let button = group.querySelector(`[data-aid=${name}]`);
    if (!button) {
      button = Object.assign(document.createElement("button"), { type: "button", className: "button" });
      button.dataset.aid = name;
      group.append(button);
    }
    button.hidden = !use();
    button.textContent = tr(words[0], words[1]);
    button.setAttribute("aria-pressed", String(on()));
  }
}

/** Adds the styles; resolves when they hold. */
function styled() {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL(AIDS_STYLE, import.meta.url).href });
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    // Before the dark theme and the portal's own, as other styles of all pages.
    const dark = document.getElementById("dark");
    if (dark) dark.before(link);
    else document.head.append(link);
  });
}

/** Begins, once however often it is called. */
export function begin() {
  if (begun) return;
  begun = true;
  if (/[?&]contrast=high/.test(location.search)) root.dataset.contrast = "high";
  for (const aid of [line, pointer]) if (named().includes(aid.name)) aid.set(true);
  // A browser that is asked for more contrast by its system has these styles' colours, too.
  styled().then(() => (root.dataset.contrast === "high" || matchMedia("(prefers-contrast: more)").matches) && repaint());
  const update = () => {
    simple();
    show();
  };
  // The program notes size of text and language at the root.
  new MutationObserver(update).observe(root, { attributes: true, attributeFilter: ["data-text", "data-contrast", "lang", "data-ready"] });
  reading.changed(update);
  document.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest(".menu button");
    const aid = SWITCHES.find(({ name }) => name === /** @type {HTMLElement} */ (button)?.dataset.aid);
    if (aid) aid.set(!aid.on());
    show();
    if (!button) return;
    const aids = [line, pointer].filter(({ on }) => on()).map(({ name }) => name);
    address("aids", aids.join());
    // What was chosen by hand is remembered, once the program has done its part.
    setTimeout(() => remember(aids), 100);
  });
  update();
}
