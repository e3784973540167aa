// The sites that are measured: our page in four ways, and the peers.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

const text = (file) => readFileSync(new URL(file, import.meta.url), "utf8");

/** Publishes the shipped budget with a built page; the answer is the folder. */
function published(dist, site) {
  // The program that the build has compiled; the shipped budget has numbers that do not agree.
  const words = ["publish", "budget.json", "-o", site, "--page", dist, "--allow-mismatch"];
  execFileSync("cargo", ["run", "--quiet", "--locked", "--", ...words], { stdio: ["ignore", "ignore", "pipe"] });
  return site;
}

// A site has a name, what tables call it, a folder (or what makes it) and further files, the path that is opened, how many
// charts it draws at first, where one of them is tapped, which control is, and the events that say that all is there.
const OURS = { charts: 3, tap: [0.3, 0.12, 0], events: ["budget-lens:ready", "budget-lens:third"], control: "#structure .pick", isPeer: false };
const PEER = { charts: 3, events: [], control: "[data-control]", isPeer: true };

/** The sites of these builds, then the peers. `folder` is where the bundles and published pages are written. */
export function sites(builds, folder) {
  const ours = builds.flatMap((dist) => {
    if (!existsSync(join(dist, "index.html"))) throw new Error(`${dist} has no page: run \`make dist\` first`);
    const isAlone = builds.filter((other) => basename(other) === basename(dist)).length === 1;
    const called = isAlone ? basename(dist) : dist.replace(/\W+/g, "-");
    const [at, build] = builds.length > 1 ? [`@${called}`, ` (${called})`] : ["", ""];
    const portal = (kind) => ({ ...OURS, folder: dist, path: `/${kind}.html`, extra: { [`${kind}.html`]: text(`portal/${kind}.html`) }, charts: 1 });
    return [
      { ...OURS, name: `page${at}`, label: `the page${build}`, folder: dist, path: "/" },
      { ...OURS, name: `published${at}`, label: `published${build}`, path: "/", prepare: () => published(dist, join(folder, `published${at}`)) },
      { ...portal("frame"), name: `frame${at}`, label: `one figure, frame${build}` },
      { ...portal("element"), name: `element${at}`, label: `one figure, element${build}` },
    ];
  });
  const peer = (name, label, tap) => ({ ...PEER, name, label, folder: join(folder, name), path: "/", tap });
  return [...ours, peer("chartjs", "Chart.js", [0.5, 0.5, -100]), peer("echarts", "ECharts core", [0.5, 0.5, -76])];
}
