// Reads the page aloud, sentence by sentence, with the browser's own voices: nothing is sent anywhere by this page. What
// is being read is marked. It begins with what is on the screen.

import { isEnglish, tr } from "./words.js";

/** What is read, in the page's order; what is folded away is not. */
const BLOCKS = ["h1", ".who", ".what", ".big", ".lead", ".exact", "h2", "h3", ".years li", ".largest li", ".facts li", ".reason", "figcaption", ".entry", ".note", ".section > p", ".list li", "tr"]
  .map((block) => `main ${block}`)
  .join();
/** Blocks whose parts stand beside each other, and are read with a pause between them. */
const PARTS = ".entry, .years li, .largest li, .exact, tr";
/** A sentence with its end. A full stop inside a number is none. */
const SENTENCE = /(?:[^。！？；!?;.]|\.(?!\s|$))+[。！？；!?;.]*/g;

const synth = window.speechSynthesis;
let isReading = false;
let changed = () => {};
/** @type {HTMLElement} */
let stop;
/** @type {HTMLElement} */
let marked;

/** The browser's voices for the page's language. */
export function voices() {
  const own = isEnglish() ? /^en/i : /^(zh|cmn|yue)/i;
  return synth ? synth.getVoices().filter(({ lang }) => own.test(lang)) : [];
}

/** The texts of a block, each with its place: `[node, its beginning in the whole text]`, and the whole text. */
function text(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const has = block.matches(PARTS);
  let whole = "";
  const nodes = [];
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (!node.data.trim() || node.parentElement.closest("i, [hidden]")) continue;
    if (has && whole) whole += tr("，", ", ");
    nodes.push([node, whole.length]);
    whole += node.data;
  }
  return { whole, nodes };
}

/** The range of a part of a block's text. */
function range({ nodes }, from, to) {
  const own = document.createRange();
  const node = (offset) => nodes.filter(([, begin]) => begin <= offset).pop();
  const within = ([{ data }, begin], offset) => Math.min(offset - begin, data.length);
  const [first, last] = [node(from), node(to)];
  own.setStart(first[0], within(first, from));
  own.setEnd(last[0], within(last, to));
  return own;
}

/** All sentences from the first that is on the screen. */
function* sentences() {
  const top = document.querySelector(".toolbar")?.getBoundingClientRect().bottom || 0;
  const seen = [...document.querySelectorAll(BLOCKS)].filter((block) => block.getClientRects().length);
  const first = seen.findIndex((block) => block.getBoundingClientRect().bottom > top);
  for (const block of seen.slice(Math.max(first, 0))) {
    const own = text(block);
    for (const { 0: sentence, index } of own.whole.matchAll(SENTENCE)) {
      if (/[\p{L}\p{N}]/u.test(sentence)) yield { block, sentence, range: range(own, index, index + sentence.length) };
    }
  }
}

/** Marks what is being read: its block, and where the engine can, its sentence. */
function mark(now) {
  marked?.removeAttribute("data-spoken");
  marked = now?.block;
  marked?.setAttribute("data-spoken", "");
  marked?.scrollIntoView({ block: "center" });
  const { highlights } = /** @type {any} */ (CSS);
  if (!highlights) return;
  if (now) highlights.set("spoken", new /** @type {any} */ (window).Highlight(now.range));
  else highlights.delete("spoken");
}

function end() {
  isReading = false;
  synth.cancel();
  mark(null);
  stop?.remove();
  changed();
}

/** Reads the next sentence, and then those after it. */
function read(left) {
  const { value, done } = left.next();
  if (!isReading) return;
  if (done) {
    end();
    return;
  }
  mark(value);
  // A voice reads 4,560.06 as one number only without the comma.
  const said = new SpeechSynthesisUtterance(value.sentence.replace(/(\d),(?=\d{3})/g, "$1"));
  [said.voice] = voices();
  said.lang = said.voice ? said.voice.lang : document.documentElement.lang;
  said.onend = () => isReading && read(left);
  said.onerror = () => isReading && end();
  synth.speak(said);
}

function begin() {
  isReading = true;
  const menu = document.querySelector(".menu");
  menu?.removeAttribute("open");
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button main", textContent: tr("停止朗读", "Stop reading"), onclick: end });
  stop = Object.assign(document.createElement("div"), { className: "speaking" });
  stop.append(button);
  document.body.append(stop);
  button.focus({ preventScroll: true });
  synth.cancel();
  read(sentences());
}

/** Reading aloud: whether it is on, and how it is switched. */
export const reading = {
  on: () => isReading,
  set: (on) => (on ? begin() : end()),
  /** Calls a function when reading ends by itself, or voices arrive, which browsers load late. */
  changed(call) {
    changed = call;
    synth?.addEventListener?.("voiceschanged", call);
    addEventListener("keydown", ({ key }) => isReading && key === "Escape" && end());
    addEventListener("pagehide", () => isReading && end());
  },
};
