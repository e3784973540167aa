// Finds out how many bytes each function of a WebAssembly module takes, and what the rest of the module is.
import { Reader } from "../dist/wasm.mjs";

const [CUSTOM, IMPORT, CODE, DATA] = [0, 2, 10, 11];
const FUNCTIONS = 1;

/**
 * A module's functions with their names and sizes, the bytes of its data, and those of all else but its names.
 * @param {Buffer} bytes
 */
export function measured(bytes) {
  const sections = [...sectionsOf(bytes)];
  const content = (wanted) => sections.find(({ id }) => id === wanted)?.content ?? Buffer.alloc(0);
  const named = sections.find(({ id, content }) => id === CUSTOM && new Reader(content).name() === "name");
  const names = named ? namesOf(named.content) : new Map();
  const before = imported(content(IMPORT));
  const functions = sizes(content(CODE)).map((size, i) => ({ name: names.get(before + i) ?? `function ${before + i}`, size }));
  const size = bytes.length - (named?.size ?? 0);
  const data = content(DATA).length;
  return { size, functions, data, rest: size - data - functions.reduce((sum, one) => sum + one.size, 0) };
}

/** The sections of a module, each with all the bytes that it takes. */
function* sectionsOf(bytes) {
  const reader = new Reader(bytes, 8);
  while (reader.at < bytes.length) {
    const start = reader.at;
    const [id] = reader.take(1);
    const content = reader.take(reader.number());
    yield { id, content, size: reader.at - start };
  }
}

/** The sizes of all functions of the code section, with the numbers that say them. */
function sizes(content) {
  if (!content.length) return [];
  const reader = new Reader(content);
  return Array.from({ length: reader.number() }, () => {
    const start = reader.at;
    reader.take(reader.number());
    return reader.at - start;
  });
}

/** The names of functions by their number, which counts imported ones first. */
function namesOf(content) {
  const reader = new Reader(content);
  reader.name();
  const names = new Map();
  while (reader.at < content.length) {
    const [kind] = reader.take(1);
    const part = new Reader(reader.take(reader.number()));
    if (kind === FUNCTIONS) for (let count = part.number(); count; count--) names.set(part.number(), part.name());
  }
  return names;
}

/** How many functions are imported. */
function imported(content) {
  if (!content.length) return 0;
  const reader = new Reader(content);
  let functions = 0;
  for (let count = reader.number(); count; count--) {
    reader.name();
    reader.name();
    if (reader.imported()) functions++;
  }
  return functions;
}
