// Prints where the bytes of the built page's modules go: bytes.mjs [HOW MANY FUNCTIONS OF EACH]
//
// The sizes are those of the optimised modules, before compression. A function that the compiler has put into another counts
// as that one: of what the standard library's iterators take, most is our own closures.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { measured } from "./bytes/functions.mjs";
import { modules } from "./bytes/modules.mjs";
import { packageOf, readable } from "./bytes/names.mjs";

const most = Number(process.argv[2] || 30);
/** Packages with less than this part of a module are one row. */
const SMALL = 0.003;

/** Rows of a table, the largest first: bytes, the part of the whole, a name. */
function rows(sizes, whole) {
  const sorted = [...sizes].sort(([, one], [, other]) => other - one);
  return sorted.map(([name, size]) => `${size.toLocaleString("en").padStart(11)} ${((100 * size) / whole).toFixed(1).padStart(5)} %  ${name}`);
}

/** The sums of sizes by some name. */
function summed(functions, by) {
  const sums = new Map();
  for (const one of functions) sums.set(by(one.name), (sums.get(by(one.name)) ?? 0) + one.size);
  return sums;
}

/** Puts what is small into one row. */
function few(sizes, whole) {
  const isLarge = ([, size]) => size >= whole * SMALL;
  const small = [...sizes].filter((one) => !isLarge(one));
  const rest = small.length ? [[`${small.length} more`, small.reduce((sum, [, size]) => sum + size, 0)]] : [];
  return [...[...sizes].filter(isLarge), ...rest];
}

/** What is printed of a module: what it consists of, its packages and the parts of our own, its largest functions. */
function told({ name, bytes }) {
  const { size, functions, data, rest } = measured(bytes);
  const file = readdirSync("dist").find((file) => file.startsWith(`${name}-`) && file.endsWith(".wasm"));
  const served = file
    ? `${file} has ${readFileSync(join("dist", file)).length.toLocaleString("en")}, with brotli ${readFileSync(join("dist", `${file}.br`)).length.toLocaleString("en")}`
    : "not built";
  const named = functions.map((one) => ({ ...one, name: readable(one.name) }));
  const packages = few(summed(named, packageOf), size);
  const parts = [
    ["texts and other data", data],
    ["tables, types, imports", rest],
  ];
  // Functions of one name, as a generic one is for several types, are one row.
  const largest = rows(
    summed(named, (one) => one),
    size,
  ).slice(0, most);
  return [`${name}: ${size.toLocaleString("en")} bytes (${served})`, ...rows([...packages, ...parts], size), "", `  the largest of ${functions.length} functions`, ...largest, ""].join("\n");
}

for (const module of await modules()) console.log(told(module));
