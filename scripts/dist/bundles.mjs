// Bundles and minifies scripts and style sheets for browser engines from Chromium 75 on.
import { join, resolve } from "node:path";
import { fed, tool } from "./tools.mjs";

const TARGET = ["--minify", "--target=chrome75", "--log-level=error", "--tsconfig-raw={}"];

/**
 * Bundles a script of js/ with all that it imports; names in capitals are constants, whose values are `given`.
 * @param {string} source
 * @param {string} format
 * @param {{ alias?: Record<string, string>, loader?: Record<string, string>, [constant: string]: unknown }} [given]
 */
export function bundle(source, format, given = {}) {
  const { alias = {}, loader = {}, ...constants } = given;
  const defined = Object.entries(constants).map(([name, value]) => `--define:${name}=${JSON.stringify(value)}`);
  const aliases = Object.entries(alias).map(([name, file]) => `--alias:${name}=${resolve(file)}`);
  const loaders = Object.entries(loader).map(([end, as]) => `--loader:${end}=${as}`);
  // Browsers read these scripts as UTF-8; embed.js stays ASCII, for portals' pages in other encodings.
  const charset = source === "embed.js" ? [] : ["--charset=utf8"];
  return tool("esbuild", join("js", source), "--bundle", `--format=${format}`, ...TARGET, ...charset, ...defined, ...aliases, ...loaders);
}

/** Minifies a script that wasm-bindgen has written. */
export const minified = (file) => tool("esbuild", file, "--format=esm", ...TARGET);

/** A style sheet of style/ with all that it imports, not minified. */
export const whole = (source) => tool("esbuild", join("style", source), "--bundle", "--log-level=error");

/** Minifies the text of a style sheet. */
export const style = (css) => fed(css, "esbuild", "--loader=css", ...TARGET);
