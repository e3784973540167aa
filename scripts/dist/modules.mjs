// The program's modules: the first, which readers download first, and the parts that follow it.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { minified } from "./bundles.mjs";
import { shortened } from "./imports.mjs";
import { built, digest, dist, isQuick, named } from "./tools.mjs";

/** What the engines from Chromium 75 on know beyond the first version of WebAssembly. */
const FEATURES = ["--enable-mutable-globals", "--enable-bulk-memory", "--enable-bulk-memory-opt", "--enable-sign-ext", "--enable-nontrapping-float-to-int"];
/** What makes modules small. Tried one by one: each of them saves some bytes of the first download. */
const SMALL = "-Oz --low-memory-unused --flatten --rereloop --merge-locals --coalesce-locals --reorder-locals -Oz -Oz -aimfs 4 -fimfs 8 -ocimfs 2 --mvp-features".split(" ");
const FLAGS = [...(isQuick ? ["--remove-unused-module-elements"] : SMALL), ...FEATURES];

const made = join(built, "small");
mkdirSync(made, { recursive: true });

/** The bytes of a module made small; what was made of the same bytes before is taken again. */
export async function small(file) {
  const out = join(made, `${digest(Buffer.concat([readFileSync(file), Buffer.from(FLAGS.join(" "))]))}.wasm`);
  if (!existsSync(out)) {
    await promisify(execFile)("wasm-opt", [...FLAGS, file, "-o", `${out}.part`]);
    renameSync(`${out}.part`, out);
  }
  return readFileSync(out);
}

/** The first module and its script, from wasm-bindgen's. */
export async function first(script, module) {
  // Made small a second time it is smaller still. Then both name things to each other in few letters.
  const once = join(made, "once.wasm");
  writeFileSync(once, await small(join(dist, module)));
  // Who starts the program says where the module is: the script's own idea of that is nobody's.
  const text = readFileSync(join(dist, script), "utf8").replaceAll(module, "module.wasm");
  const [bytes, glue] = shortened(await small(once), text);
  const short = join(made, "glue.js");
  writeFileSync(short, glue);
  return { glue: named("budget-lens", "js", minified(short)), module: named("budget-lens", "wasm", bytes) };
}

/** In their order; each is split off by scripts/bin/wasm-bindgen. */
const PARTS = ["later", "checks", "share"];

/** The names of the parts' modules. What several parts share, which the splitter's own script tells, comes with the earliest of them. */
export async function parts() {
  const folder = join(built, "split");
  const told = readFileSync(join(folder, "__wasm_split.js"), "utf8");
  /** @type {Map<string, string[]>} */
  const users = new Map();
  for (const [, names, chunk] of told.matchAll(/\/\* (.*) \*\/\s*const __(chunk_\d+) /g)) users.set(`${chunk}.wasm`, names.split(", "));
  for (const part of PARTS) users.set(`split_${part}.wasm`, [part]);
  const modules = readdirSync(folder).filter((name) => /^(chunk|split)_.*\.wasm$/.test(name));
  const bytes = await Promise.all(modules.map((module) => small(join(folder, module))));
  const names = Object.fromEntries(PARTS.map((part) => [part, []]));
  modules.forEach((module, i) => {
    const part = PARTS.find((part) => users.get(module).includes(part));
    names[part].push(named(module.startsWith("chunk") ? "shared" : part, "wasm", bytes[i]));
  });
  return names;
}
