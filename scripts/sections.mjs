// Copies a WebAssembly module without what only tools and builders read: sections.mjs FROM TO
//
// Sections of names, relocations, and `target_features` go; wasm-bindgen's own section stays. In the data, the
// folders of source files that the compiler notes for messages become dots: whoever publishes the page need not
// tell where it was built, and they take a thousand bytes of the download.
import { readFileSync, writeFileSync } from "node:fs";

const [, , from, to] = process.argv;
const bytes = readFileSync(from);
const DATA = 11;
const FOLDERS = /(?:\/[\w.@+-]+)+\/(?=[\w-]+\.rs)/g;
let at = 8; // after the magic number and the version
const kept = [bytes.subarray(0, at)];

/** The number at `at`, in the format's variable length (LEB128). */
function number() {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value >>> 0;
  }
}

while (at < bytes.length) {
  const start = at;
  const id = bytes[at++];
  const length = number();
  const end = at + length;
  let keep = true;
  if (id === 0) {
    const letters = number();
    keep = bytes.toString("utf8", at, at + letters).startsWith("__wasm_bindgen");
  }
  at = end;
  if (id === DATA) {
    const text = bytes.toString("latin1", start, end);
    bytes.write(text.replace(FOLDERS, (folders) => ".".repeat(folders.length)), start, "latin1");
  }
  if (keep) kept.push(bytes.subarray(start, end));
}
writeFileSync(to, Buffer.concat(kept));
