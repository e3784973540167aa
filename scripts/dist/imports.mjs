// Shortens the names of a module's imports, in the module and in its script. wasm-bindgen's names describe the import
// and end in a digest: with some 160 imports they are four thousand bytes of the first download, compressed.
import { Reader, changed, number } from "./wasm.mjs";

const IMPORT = 2;

/** The module and its script with short names. */
export function shortened(module, script) {
  const names = new Map();
  const short = (name) => {
    if (!names.has(name)) names.set(name, `_${names.size.toString(36)}`);
    return names.get(name);
  };
  const bytes = changed(module, (id, content) => (id === IMPORT ? imported(content, short) : content));
  return [bytes, script.replace(/\b__wb\w+/g, (name) => names.get(name) || name)];
}

/** The import section with short names: each import has a module's name, its own name, a kind and a type. */
function imported(content, short) {
  const reader = new Reader(content);
  const count = reader.number();
  const written = [number(count)];
  for (let i = 0; i < count; i++) {
    const start = reader.at;
    reader.name();
    written.push(content.subarray(start, reader.at));
    const name = Buffer.from(short(reader.name()));
    const type = reader.at;
    reader.imported();
    written.push(number(name.length), name, content.subarray(type, reader.at));
  }
  return Buffer.concat(written);
}
