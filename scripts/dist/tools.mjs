// What all steps of the build use: where it writes, how it names files, how it calls tools.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The folder that is made, as Trunk calls it. */
export const dist = process.env.TRUNK_STAGING_DIR;
/** Whether the page is built for whoever works on it: in seconds, and several times as large. */
export const isQuick = process.env.TRUNK_PROFILE === "debug";
/** The compiler's profile, and where it writes. */
export const profile = isQuick ? "quick" : "page";
export const built = join(process.env.CARGO_TARGET_DIR || "target", "wasm32-unknown-unknown", profile);

/** Sixteen letters that tell other bytes apart. */
export const digest = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

/** Writes a file that is named by its bytes; returns its name. */
export function named(name, end, bytes) {
  const file = `${name}-${digest(bytes)}.${end}`;
  writeFileSync(join(dist, file), bytes);
  return file;
}

/** What tells this set of files from any other. */
export const version = (names) => digest(Buffer.concat(names.flatMap((name) => [Buffer.from(name), readFileSync(join(dist, name))])));

/** The one file of the folder whose name is like this. */
export function left(like) {
  const found = readdirSync(dist).filter((name) => like.test(name));
  if (found.length !== 1) throw new Error(`${dist} has ${found.length} files like ${like}`);
  return found[0];
}

/** What a tool prints, given some input; what it complains of is shown. Where it fails, the build ends with that. */
export function fed(input, name, ...args) {
  try {
    /** @type {import("node:child_process").StdioOptions} */
    const stdio = [input === null ? "ignore" : "pipe", "pipe", "inherit"];
    return execFileSync(name, args, { encoding: "utf8", input: input ?? undefined, stdio, maxBuffer: 1 << 28 });
  } catch {
    console.error(`${name} ${args.slice(0, 6).join(" ")} failed: what is wrong stands above.`);
    process.exit(1);
  }
}

/** The same without any input. */
export const tool = (name, ...args) => fed(null, name, ...args);

/** What `budget-lens` prints. */
export const cargo = (...args) => tool("cargo", "run", "--quiet", "--locked", "--", ...args);
