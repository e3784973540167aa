// Copies a WebAssembly module without what only tools and builders read: sections.mjs FROM TO
//
// Sections of names, relocations, and `target_features` go; wasm-bindgen's own section stays. In the data, the
// paths of source files that the compiler notes for messages become dots: whoever publishes the page need not
// tell where it was built, nobody sees those messages, and they take more than a thousand bytes of the download.
import { readFileSync, writeFileSync } from "node:fs";
import { Reader, changed } from "./wasm.mjs";

const [, , from, to] = process.argv;
const [CUSTOM, DATA] = [0, 11];
const PASSIVE = 1;
const CONSTANT = 0x41;
const PATHS = /(?:\/[\w.@+-]+?)+?\.rs/g;

/** The data with dots for paths. Only inside its segments: the length before one may read like a slash. */
function dotted(content) {
  const copy = Buffer.from(content);
  const reader = new Reader(copy);
  for (let count = reader.number(); count; count--) {
    const kind = reader.number();
    if (kind > PASSIVE) reader.number(); // which memory
    if (kind !== PASSIVE) {
      if (reader.take(1)[0] !== CONSTANT) throw new Error("a segment's place is no constant");
      reader.number();
      reader.take(1); // the end of the constant
    }
    const data = reader.take(reader.number());
    data.write(
      data.toString("latin1").replace(PATHS, (path) => ".".repeat(path.length)),
      "latin1",
    );
  }
  return copy;
}

const kept = changed(readFileSync(from), (id, content) => {
  if (id === CUSTOM) return new Reader(content).name().startsWith("__wasm_bindgen") ? content : null;
  return id === DATA && !process.env.QUICK ? dotted(content) : content;
});
writeFileSync(to, kept);
