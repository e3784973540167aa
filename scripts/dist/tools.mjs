// Helpers for all steps of the build: where it writes, how it names files, how it runs tools.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The folder that the build writes, named by Trunk. */
export const dist = process.env.TRUNK_STAGING_DIR;
/** Whether this is a development build, made in seconds and several times as large. */
export const isQuick = process.env.TRUNK_PROFILE === "debug";
/** Cargo's profile, and the folder of its output. */
export const profile = isQuick ? "quick" : "page";
const target = process.env.CARGO_TARGET_DIR || "target";
export const built = join(target, "wasm32-unknown-unknown", profile);

/** A digest of bytes, as sixteen hexadecimal digits. */
export const digest = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

/** Writes a file with a digest of its bytes in its name; returns the name. */
export function named(name, end, bytes) {
  const file = `${name}-${digest(bytes)}.${end}`;
  writeFileSync(join(dist, file), bytes);
  return file;
}

/** A digest of the names and bytes of a set of files. */
export const version = (names) => digest(Buffer.concat(names.flatMap((name) => [Buffer.from(name), readFileSync(join(dist, name))])));

/** The name of the one file in the build's folder that matches a pattern. */
export function left(like) {
  const found = readdirSync(dist).filter((name) => like.test(name));
  if (found.length !== 1) throw new Error(`${dist} has ${found.length} files like ${like}`);
  return found[0];
}

/** Runs a tool with some input and returns its output; its error output is shown. If it fails, the build ends. */
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

/** Runs a tool without input and returns its output. */
export const tool = (name, ...args) => fed(null, name, ...args);

/** Runs the command-line program `budget-lens` and returns its output. A development build uses the program that `make`
 * compiled when it began: compiling it again takes longer than the page, which replaces the program's figures anyway. */
export const program = (...args) => (isQuick ? tool(join(target, "debug", "budget-lens"), ...args) : tool("cargo", "run", "--quiet", "--locked", "--", ...args));

/** When a file, or the newest file of a folder, was last changed, in milliseconds; 0 if there is none. */
export function changedAt(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return 0;
  return entry.isDirectory() ? Math.max(...readdirSync(path).map((name) => changedAt(join(path, name)))) : entry.mtimeMs;
}
