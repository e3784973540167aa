// Scripts with all that they import, and styles, both small and for engines from Chromium 75 on.
import { join, resolve } from "node:path";
import { fed, tool } from "./tools.mjs";

const TARGET = ["--minify", "--target=chrome75", "--log-level=error", "--tsconfig-raw={}"];

/**
 * A script of js/ as one file; what it names in capitals is given as `constants`.
 * @param {string} source
 * @param {string} format
 * @param {{ alias?: Record<string, string>, loader?: Record<string, string>, [constant: string]: unknown }} [given]
 */
export function bundle(source, format, given = {}) {
  const { alias = {}, loader = {}, ...constants } = given;
  const defined = Object.entries(constants).map(([name, value]) => `--define:${name}=${JSON.stringify(value)}`);
  const aliases = Object.entries(alias).map(([name, file]) => `--alias:${name}=${resolve(file)}`);
  const loaders = Object.entries(loader).map(([end, as]) => `--loader:${end}=${as}`);
  // Scripts are read as UTF-8, whatever the page is that has them, but for those that old pages of portals embed.
  const charset = source === "embed.js" ? [] : ["--charset=utf8"];
  return tool("esbuild", join("js", source), "--bundle", `--format=${format}`, ...TARGET, ...charset, ...defined, ...aliases, ...loaders);
}

/** A script of the compiler's, made small. */
export const minified = (file) => tool("esbuild", file, "--format=esm", ...TARGET);

/** A style sheet of style/ with all that it imports, as it is written. */
export const whole = (source) => tool("esbuild", join("style", source), "--bundle", "--log-level=error");

/** The same, made small. */
export const style = (css) => fed(css, "esbuild", "--loader=css", ...TARGET);
