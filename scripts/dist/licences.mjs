// Collects the licences of the packages that a program is linked from: most of them require that their text is shipped.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { tool } from "./tools.mjs";

/** The licence that is chosen wherever a package offers it: its text is the same for all and is printed once. */
const COMMON = "Apache-2.0";
/** What stands between two licences. */
const RULE = "-".repeat(80);
const BROWSER = "wasm32-unknown-unknown";
/** Cargo's arguments for the page's program, and for the one that reads official files. */
const PROGRAMS = [[], ["--no-default-features", "--features", "importer"]];

/** The names of the packages that a program for this target is linked from, each with its version. */
function linked(target, program) {
  const tree = tool("cargo", "tree", "--locked", "--target", target, ...program, "--edges", "normal", "--prefix", "none", "--format", "{p}");
  return tree
    .split("\n")
    .map((line) => /^(\S+) v(\S+)/.exec(line))
    .filter(Boolean)
    .map(([, name, version]) => `${name} ${version}`);
}

/** The text of the files in a package's folder whose name matches. */
function texts(folder, name) {
  const files = readdirSync(folder)
    .filter((file) => name.test(file))
    .sort();
  return files.map((file) => readFileSync(join(folder, file), "utf8").replace(/\r/g, "").trim()).join("\n\n");
}

/** The licence text that is shipped with the programs: the licence of each package, and each text once. */
export function licences(target = BROWSER, programs = PROGRAMS) {
  const wanted = new Set(programs.flatMap((program) => linked(target, program)));
  const { packages } = JSON.parse(tool("cargo", "metadata", "--locked", "--format-version", "1"));
  const ours = packages.filter((one) => wanted.has(`${one.name} ${one.version}`) && one.source);
  const users = new Map();
  for (const { name, version, license, manifest_path } of ours) {
    const folder = dirname(manifest_path);
    const isCommon = !/ AND /.test(license) && (license || "").split(/ OR |\//).some((one) => one.replace(/[()]/g, "").trim() === COMMON);
    const own = isCommon ? "" : texts(folder, /^(licen[cs]e|copying|unlicense)/i);
    const text = isCommon ? COMMON : own || license;
    users.set(text, [...(users.get(text) || []), `${name} ${version} (${license})`]);
  }
  // It is the last of the project's own two.
  const common = readFileSync("LICENSE", "utf8").split(RULE).pop().replace(/\r/g, "").trim();
  const written = Array.from(users, ([text, names]) => [names.sort().join("\n"), text === COMMON ? common : text]);
  const parts = written.sort().map(([names, text]) => `${names}\n\n${text}`);
  return ["The programs of this folder are made with these packages, under these licences.", ...parts].join(`\n\n${RULE}\n\n`) + "\n";
}
