// The program's modules: the first, which readers download first, and the rest, which follows it.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
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

/** The name of the module with the rest of the program, which scripts/bin/wasm-bindgen splits off. */
export const rest = async () => named("rest", "wasm", await small(join(built, "split", "split_rest.wasm")));
