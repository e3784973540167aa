// Builds the program that reads official files: the same source without the page, as one module.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { built, changedAt, isQuick, profile, tool } from "./tools.mjs";

/** The memory limit of that program, in bytes: a malicious file that needs more ends the program, and not the page. */
const MAX_MEMORY = 256 << 20;

/** What the program is compiled from. */
const SOURCES = ["src/bin", "src/import", "src/budget", "src/check", "src/load", "src/money", "src/locale.rs", "src/lib.rs", "Cargo.toml", "Cargo.lock"];

/** Builds the program; returns its module, not yet optimised, and wasm-bindgen's script for it. */
export function importer() {
  const folder = join(built, "importer");
  const [module, script] = [join(folder, "importer_bg.wasm"), join(folder, "importer.js")];
  // A development build after a change of the page has nothing to do here, which saves a compilation.
  if (isQuick && changedAt(module) > Math.max(...SOURCES.map(changedAt))) return { module, script };
  const program = ["--bin", "importer", "--no-default-features", "--features", "importer"];
  const target = ["--profile", profile, "--target", "wasm32-unknown-unknown"];
  tool("cargo", "rustc", "--quiet", "--locked", ...target, ...program, "--", "-C", `link-arg=--max-memory=${MAX_MEMORY}`);
  const whole = join(folder, "whole.wasm");
  mkdirSync(folder, { recursive: true });
  tool("node", "scripts/dist/sections.mjs", join(built, "importer.wasm"), whole);
  tool("wasm-bindgen", "--target", "web", "--no-typescript", "--out-dir", folder, "--out-name", "importer", whole);
  return { module, script };
}
