// Optimises the program's WebAssembly modules: the one that readers download first, and those that follow.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { minified } from "./bundles.mjs";
import { shortened } from "./imports.mjs";
import { built, digest, dist, isQuick, named } from "./tools.mjs";

/** The WebAssembly features beyond its first version that engines from Chromium 75 on support. */
const FEATURES = ["--enable-mutable-globals", "--enable-bulk-memory", "--enable-bulk-memory-opt", "--enable-sign-ext", "--enable-nontrapping-float-to-int"];
/** wasm-opt's options for every module: what it may inline, and which features it may use. */
const OPTIONS = ["--low-memory-unused", ..."-aimfs 4 -fimfs 8 -ocimfs 2 --mvp-features".split(" "), ...FEATURES];
/** wasm-opt's passes for the page's modules, tried one by one: each saves some bytes of the first download. */
export const PASSES = "-Oz --flatten --rereloop --merge-locals --coalesce-locals --reorder-locals -Oz -Oz".split(" ");
/** The passes for a module that few readers want. `--flatten` takes minutes for the long functions of the reader of
 * official files, and saves half of a percent of it. */
export const FAST_PASSES = ["-Oz", "-Oz"];

const made = join(built, "small");
mkdirSync(made, { recursive: true });

/** Optimises a module for size and returns its bytes; results are cached by a digest of module and options. A
 * development build leaves modules as they are. */
export async function small(file, passes = PASSES) {
  if (isQuick) return readFileSync(file);
  const flags = [...passes, ...OPTIONS];
  const out = join(made, `${digest(Buffer.concat([readFileSync(file), Buffer.from(flags.join(" "))]))}.wasm`);
  if (!existsSync(out)) {
    await promisify(execFile)("wasm-opt", [...flags, file, "-o", `${out}.part`]);
    renameSync(`${out}.part`, out);
  }
  return readFileSync(out);
}

/** Optimises and writes the first module and its script, which wasm-bindgen made; returns their file names. */
export async function first(script, module) {
  // A second optimisation makes the module smaller still. Then the names of its imports are shortened.
  const once = join(made, "once.wasm");
  writeFileSync(once, await small(join(dist, module)));
  // The caller passes the module to the script, so the script's default address of it is never used.
  const text = readFileSync(join(dist, script), "utf8").replaceAll(module, "module.wasm");
  const [bytes, glue] = shortened(await small(once), text);
  const short = join(made, "glue.js");
  writeFileSync(short, glue);
  return { glue: named("budget-lens", "js", minified(short)), module: named("budget-lens", "wasm", bytes) };
}

/** Optimises and writes the modules that scripts/bin/wasm-bindgen splits off; returns their file names by what brings
 * them. What both later modules use is a file of its own, which comes with the second. */
export async function later() {
  const folder = join(built, "split");
  const shared = readdirSync(folder).filter((name) => /^chunk_\d+\.wasm$/.test(name));
  const written = async (name, file) => named(name, "wasm", await small(join(folder, file)));
  const [second, third, ...common] = await Promise.all([written("second", "split_second.wasm"), written("third", "split_third.wasm"), ...shared.map((file) => written("shared", file))]);
  return { second: [...common, second], third: [third] };
}
