// Builds the program that reads official files: the same source without the page, in one piece.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

/** The most memory it may have: what a file made to harm wants beyond that ends the program, and no more than that. */
const MOST_MEMORY = 256 << 20;

/** Its module, not yet made small, and the script that wasm-bindgen writes beside it; `built` is the compiler's folder. */
export function importer(built, profile) {
  const program = ["--bin", "importer", "--no-default-features", "--features", "importer"];
  const target = ["--profile", profile, "--target", "wasm32-unknown-unknown"];
  execFileSync("cargo", ["rustc", "--quiet", ...target, ...program, "--", "-C", `link-arg=--max-memory=${MOST_MEMORY}`], { stdio: "inherit" });
  const folder = join(built, "importer");
  const whole = join(folder, "whole.wasm");
  mkdirSync(folder, { recursive: true });
  execFileSync("node", ["scripts/sections.mjs", join(built, "importer.wasm"), whole], { stdio: "inherit" });
  execFileSync("wasm-bindgen", ["--target", "web", "--no-typescript", "--out-dir", folder, "--out-name", "importer", whole], { stdio: "inherit" });
  return { module: join(folder, "importer_bg.wasm"), script: join(folder, "importer.js") };
}
