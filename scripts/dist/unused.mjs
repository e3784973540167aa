// Copies a WebAssembly module without exported classes that nobody uses: unused.mjs FROM TO
//
// A dependency of Leptos (wasm-streams, for server functions) exports three classes to scripts that do not exist here.
// The linker cannot know that; with all the code that they reach and their own script they are five thousand bytes of
// the first download. So their exports are removed, and their descriptions for wasm-bindgen.
import { readFileSync, writeFileSync } from "node:fs";
import { Reader, changed, number } from "./wasm.mjs";

const [, , from, to] = process.argv;
const [CUSTOM, EXPORT] = [0, 7];
const UNUSED = /IntoUnderlying(Source|ByteSource|Sink)/i;

/** The export section without the unused classes: each export has a name, a kind and an index. */
function exported(content) {
  const reader = new Reader(content);
  const kept = [];
  for (let count = reader.number(); count; count--) {
    const start = reader.at;
    const name = reader.name();
    reader.take(1);
    reader.number();
    if (!UNUSED.test(name)) kept.push(content.subarray(start, reader.at));
  }
  return Buffer.concat([number(kept.length), ...kept]);
}

/** wasm-bindgen's section without the unused classes: pairs of a version and a description, each after its length. */
function told(content) {
  const reader = new Reader(content);
  if (reader.name() !== "__wasm_bindgen_unstable") return content;
  const kept = [content.subarray(0, reader.at)];
  while (reader.at < content.length) {
    const start = reader.at;
    reader.take(content.readUInt32LE(reader.at) + 4);
    const what = reader.take(content.readUInt32LE(reader.at) + 4);
    if (!UNUSED.test(what.toString("latin1"))) kept.push(content.subarray(start, reader.at));
  }
  return Buffer.concat(kept);
}

const CHANGES = { [CUSTOM]: told, [EXPORT]: exported };
writeFileSync(
  to,
  changed(readFileSync(from), (id, content) => (CHANGES[id] ? CHANGES[id](content) : content)),
);
