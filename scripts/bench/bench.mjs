// Measures the page in a real browser beside its peers: the same charts with the same numbers, drawn by Chart.js and
// ECharts. Each site is opened in turn, round by round, so that what else the machine does disturbs all of them alike.
//
// `make bench-browser` runs it; options.mjs says what can be asked for. It ends with 1 where a site failed or hung.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Chromium } from "./chromium.mjs";
import { machine } from "./machine.mjs";
import { medians } from "./numbers.mjs";
import { options } from "./options.mjs";
import { peers } from "./peers.mjs";
import { PROFILES } from "./profiles.mjs";
import { failures, replaced, short, whole } from "./report.mjs";
import { serve } from "./server.mjs";
import { sites } from "./sites.mjs";
import { visit } from "./visit.mjs";

/** Where bundles, published pages and the report are written. */
const FOLDER = "target/bench";
const say = (text) => console.error(`bench: ${text}`);

/** Measures what is asked for; the answer is every number of every visit, with their medians. */
async function measured({ rounds, only, profiles, ours }) {
  const chosen = sites(ours, FOLDER).filter(({ name }) => !only || only.includes(name.split("@")[0]));
  if (!chosen.length) throw new Error(`--only ${only}: there is no such site`);
  if (chosen.some(({ isPeer }) => isPeer)) peers(FOLDER);
  const served = [];
  let browser;
  try {
    for (const { prepare, ...site } of chosen) {
      const folder = prepare ? prepare() : site.folder;
      served.push({ ...site, server: await serve({ ...site, folder }) });
    }
    browser = await Chromium.open();
    const before = machine(await browser.version());
    const visits = {};
    for (const profile of profiles.map((name) => PROFILES[name])) {
      const rows = Object.fromEntries(served.map(({ name }) => [name, []]));
      // The first round warms up the browser and is not counted.
      for (let round = 0; round <= rounds; round++) {
        for (const site of served) {
          const row = await visit(browser, site, profile).catch((error) => ({ failed: error.message }));
          if (row.failed) {
            // Whatever hangs is gone with the browser.
            say(`${site.name}, ${profile.name}: ${row.failed}`);
            await browser.close();
            browser = await Chromium.open();
          }
          if (round > 0) rows[site.name].push(row);
        }
        say(`${profile.name}, ${round ? `round ${round} of ${rounds}` : "warmed up"}`);
      }
      visits[profile.name] = Object.fromEntries(served.map(({ name, label }) => [name, { label, ...medians(rows[name]), rows: rows[name] }]));
    }
    return { format: "budget-lens-bench/1", ...before, loadAfter: machine("").load, rounds, profiles: visits };
  } finally {
    await browser?.close();
    for (const { server } of served) server.close();
  }
}

// Whoever stops it leaves no browser behind.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
try {
  const wanted = options(process.argv.slice(2));
  mkdirSync(FOLDER, { recursive: true });
  const result = await measured(wanted);
  const report = whole(result);
  console.log(report);
  writeFileSync(`${FOLDER}/report.md`, report);
  if (wanted.json) writeFileSync(wanted.json, `${JSON.stringify(result, null, 1)}\n`);
  const failed = Object.values(result.profiles).flatMap(failures);
  for (const text of failed) say(text);
  if (failed.length) process.exitCode = 1;
  else if (wanted.write) {
    const documents = { "README.md": short(result), "docs/benchmark.md": report };
    for (const [file, text] of Object.entries(documents)) writeFileSync(file, replaced(readFileSync(file, "utf8"), text, file));
  }
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
