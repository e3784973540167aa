// Makes the built page's modules once more as the build does (scripts/dist), but with the names of their functions.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FAST_PASSES, PASSES, small } from "../dist/modules.mjs";
import { built, tool } from "../dist/tools.mjs";

const NAMES = "--debuginfo";
const PAGE = [...PASSES, NAMES];
const made = join(built, "named");

/** The modules with their names, each with what begins the name of its built file. */
export function modules() {
  const split = join(built, "split", "named");
  if (!existsSync(split)) throw new Error("bytes: there is no built page. Build it first: make dist");
  mkdirSync(made, { recursive: true });
  const shared = readdirSync(split).filter((name) => name.startsWith("chunk_"));
  const later = [...shared.map((file) => ["shared", file]), ["second", "split_second.wasm"], ["third", "split_third.wasm"]];
  return Promise.all([
    first(bound("budget-lens", join(split, "main.wasm"), "--keep-lld-exports")),
    ...later.map(async ([name, file]) => ({ name, bytes: await small(join(split, file), PAGE) })),
    small(bound("importer", join(built, "importer.wasm")), [...FAST_PASSES, NAMES]).then((bytes) => ({ name: "importer", bytes })),
  ]);
}

/** The first module, which is optimised twice. */
async function first(module) {
  const once = join(made, "once.wasm");
  writeFileSync(once, await small(module, PAGE));
  return { name: "budget-lens", bytes: await small(once, PAGE) };
}

/** What wasm-bindgen makes of a module. */
function bound(name, module, ...more) {
  const whole = join(made, `${name}-whole.wasm`);
  tool("node", "scripts/dist/sections.mjs", module, whole, "--names");
  const target = ["--target", "web", "--no-typescript", "--no-demangle", "--out-dir", made, "--out-name", name];
  tool("wasm-bindgen", ...target, ...more, whole);
  return join(made, `${name}_bg.wasm`);
}
