// Builds the program that reads official files: the same source without the page, as one module.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { built, profile, tool } from "./tools.mjs";

/** The memory limit of that program, in bytes: a malicious file that needs more ends the program, and not the page. */
const MOST_MEMORY = 256 << 20;

/** Builds the program; returns its module, not yet optimised, and wasm-bindgen's script for it. */
export function importer() {
  const program = ["--bin", "importer", "--no-default-features", "--features", "importer"];
  const target = ["--profile", profile, "--target", "wasm32-unknown-unknown"];
  tool("cargo", "rustc", "--quiet", "--locked", ...target, ...program, "--", "-C", `link-arg=--max-memory=${MOST_MEMORY}`);
  const folder = join(built, "importer");
  const whole = join(folder, "whole.wasm");
  mkdirSync(folder, { recursive: true });
  tool("node", "scripts/dist/sections.mjs", join(built, "importer.wasm"), whole);
  tool("wasm-bindgen", "--target", "web", "--no-typescript", "--out-dir", folder, "--out-name", "importer", whole);
  return { module: join(folder, "importer_bg.wasm"), script: join(folder, "importer.js") };
}
