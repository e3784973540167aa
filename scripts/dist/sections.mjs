// Copies a WebAssembly module without tool sections and source paths: sections.mjs FROM TO [--names]
//
// Custom sections (names, relocations, `target_features`) are dropped, names stay with `--names`; wasm-bindgen's own stays. In the data, the paths
// of source files that the compiler stores for panic messages become dots: they reveal where the page was built, nobody
// sees those messages, and they take more than a thousand bytes of the download.
import { readFileSync, writeFileSync } from "node:fs";
import { Reader, changed } from "./wasm.mjs";

const [, , from, to, names] = process.argv;
const [CUSTOM, DATA] = [0, 11];
const PASSIVE = 1;
const CONSTANT = 0x41;
const KEPT = names === "--names" ? /^(__wasm_bindgen|name$)/ : /^__wasm_bindgen/;
const PATHS = /(?:\/[\w.@+-]+?)+?\.rs/g;

/** The data section with dots for source paths, inside its segments only: a length before one may look like a slash. */
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
  if (id === CUSTOM) return KEPT.test(new Reader(content).name()) ? content : null;
  return id === DATA && !process.env.QUICK ? dotted(content) : content;
});
writeFileSync(to, kept);
