// The simple page, with large text: the answer, three figures with their tables, and a button for all the rest. The style
// sheet hides the rest (`data-simple`); what a link leads to is never hidden.

import { tr } from "./words.js";

const root = document.documentElement;
/** Whether the reader has asked for everything. */
let all = !!location.hash;
/** @type {HTMLElement} */
let place;

/** Whether the page is one that can be simple: whole, with large text, and drawn. */
const can = () => /^large/.test(root.dataset.text || "") && root.dataset.lone === undefined && root.dataset.ready === "true";

/** Shows the simple page or all of it, as size of text and reader ask. */
export function simple() {
  if (can() && !all) root.dataset.simple = "";
  else delete root.dataset.simple;
  if (!can()) {
    place?.remove();
    return;
  }
  place = place || made();
  const button = place.firstElementChild;
  button.textContent = all ? tr("简洁版", "Simple page") : tr("全部内容", "Show everything");
  if (!place.isConnected) document.querySelector("main").append(place);
}

function made() {
  const one = Object.assign(document.createElement("p"), { className: "simple" });
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button main" });
  button.addEventListener("click", () => {
    all = !all;
    simple();
    // All begins where the simple page ended, and the simple page at its top.
    const first = document.querySelector(all ? "[data-place=projects]" : ".headline");
    first?.scrollIntoView();
  });
  one.append(button);
  return one;
}

// Before the program follows a link, so that it finds the place shown.
addEventListener(
  "click",
  ({ target }) => {
    const link = /** @type {Element} */ (target).closest('a[href^="#"]');
    if (!link || root.dataset.simple === undefined) return;
    const place = document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
    if (place?.offsetParent) return;
    all = true;
    simple();
  },
  true,
);
