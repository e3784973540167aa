// Copies a WebAssembly module without what only tools and builders read: sections.mjs FROM TO
//
// Sections of names, relocations, and `target_features` go; wasm-bindgen's own section stays. In the data, the
// folders of source files that the compiler notes for messages become dots: whoever publishes the page need not
// tell where it was built, and they take a thousand bytes of the download.
import { readFileSync, writeFileSync } from "node:fs";
import { Reader, changed } from "./wasm.mjs";

const [, , from, to] = process.argv;
const [CUSTOM, DATA] = [0, 11];
const FOLDERS = /(?:\/[\w.@+-]+)+\/(?=[\w-]+\.rs)/g;

const kept = changed(readFileSync(from), (id, content) => {
  if (id === CUSTOM) return new Reader(content).name().startsWith("__wasm_bindgen") ? content : null;
  if (id !== DATA) return content;
  const text = content.toString("latin1").replace(FOLDERS, (folders) => ".".repeat(folders.length));
  return Buffer.from(text, "latin1");
});
writeFileSync(to, kept);
