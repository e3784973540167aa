// Makes the peers' pages: fetches the libraries, and bundles them as their guides say, with only what the charts use.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { charts } from "./charts.mjs";

const source = join("scripts", "bench", "peers");
/** The peers by the names of their scripts. */
const NAMES = ["chartjs", "echarts"];

const run = (name, ...words) => execFileSync(name, words, { stdio: ["ignore", "ignore", "inherit"] });

/** Fetches the libraries, pinned with digests, unless these versions are there. */
function fetched(folder) {
  const place = join(folder, "npm");
  const lock = "package-lock.json";
  const read = (where) => readFileSync(join(where, lock), "utf8");
  if (existsSync(join(place, lock)) && read(place) === read(source)) return place;
  console.error("bench: fetching Chart.js and ECharts from npm (only the benchmark uses them)");
  const part = `${place}.part`;
  for (const old of [part, place]) rmSync(old, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  for (const file of ["package.json", lock]) cpSync(join(source, file), join(part, file));
  run("npm", "ci", "--prefix", part, "--no-audit", "--no-fund", "--ignore-scripts", "--silent");
  renameSync(part, place);
  return place;
}

/** Writes each peer's page below `folder`. */
export function peers(folder) {
  const place = fetched(folder);
  const data = JSON.stringify(charts(JSON.parse(readFileSync("budget.json", "utf8"))));
  for (const name of NAMES) {
    const site = join(folder, name);
    mkdirSync(site, { recursive: true });
    cpSync(join(source, "page.html"), join(site, "index.html"));
    writeFileSync(join(site, "data.json"), data);
    const settings = ["--bundle", "--minify", "--format=iife", "--target=chrome86", "--log-level=warning"];
    // Bundled where the libraries lie, so that they are found.
    const script = join(place, `${name}.mjs`);
    cpSync(join(source, `${name}.mjs`), script);
    run("esbuild", script, ...settings, `--outfile=${join(site, "app.js")}`);
  }
}
