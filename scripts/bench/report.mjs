// The tables of a report, as Markdown.
import { ratio } from "./numbers.mjs";
import { PROFILES } from "./profiles.mjs";

const integer = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const scaled = (unit, size, digits) => (number) => `${(number / size).toFixed(digits)} ${unit}`;
const time = (number) => `${integer.format(number)} ms`;
const plain = (number) => String(number);

/** What is measured: what tables call it, and how its numbers are written. */
const MEASURES = {
  bytes: ["bytes in all, with brotli", scaled("KB", 1000, 1)],
  bytesUntil: ["bytes of what is there when the charts are", scaled("KB", 1000, 1)],
  requests: ["requests", plain],
  paint: ["first paint", time],
  readable: ["first paint with the figures in it", time],
  firstChart: ["first chart", time],
  charts: ["all charts drawn and answering", time],
  complete: ["all is there and answers", time],
  quiet: ["last drawing", time],
  longest: ["longest task", time],
  busy: ["all tasks over 50 ms", time],
  chartTap: ["tap on a chart answered", time],
  controlTap: ["tap on an entry of the legend answered", time],
  unitTap: ["tap that changes every number answered", time],
  shift: ["layout shift", (number) => number.toFixed(3)],
  draws: ["most drawings of a chart", plain],
  drawsInAll: ["drawings in all", plain],
  memory: ["memory of scripts and modules", scaled("MB", 1e6, 1)],
};
/** What the README shows. */
const SHORT = ["bytes", "readable", "charts", "chartTap", "longest", "shift", "memory"];
/** What is divided by the peers' number, and by which of theirs. */
const RATIOS = {
  readable: "paint",
  charts: "charts",
  complete: "charts",
  bytes: "bytes",
  bytesUntil: "bytesUntil",
  requests: "requests",
  longest: "longest",
  chartTap: "chartTap",
  controlTap: "controlTap",
  memory: "memory",
};
const PEERS = ["chartjs", "echarts"];

const told = (number, write) => (Number.isFinite(number) ? write(number) : "—");
const row = (cells) => `| ${cells.join(" | ")} |`;
/** A table; all columns but the first are numbers. */
const table = (head, rows) => [row(head), row(["---", ...head.slice(1).map(() => "---:")]), ...rows.map(row)].join("\n");

/** A table with a row for each measure and a column for each site. */
function measures(sites, names) {
  const all = Object.values(sites);
  const rows = names.map((name) => [MEASURES[name][0], ...all.map(({ median }) => told(median[name], MEASURES[name][1]))]);
  return table(["", ...all.map(({ label }) => label)], rows);
}

/** What is measured of our sites as multiples of another's; nothing where there is none of either. */
function ratios(ours, other, named) {
  if (!ours.length || !other) return [];
  const rows = Object.entries(named).map(([name, theirs]) => {
    const called = name === theirs ? MEASURES[name][0] : `${MEASURES[name][0]} (theirs: ${MEASURES[theirs][0]})`;
    return [called, ...ours.map(({ median }) => told(ratio(median[name], other.median[theirs]), (number) => number.toFixed(2)))];
  });
  return [`As multiples of ${other.label}:`, table(["", ...ours.map(({ label }) => label)], rows)];
}

/** Our sites beside each peer, then each further build beside the first. */
function comparisons(sites) {
  const ours = Object.keys(sites).filter((name) => !PEERS.includes(name));
  const kind = (name) => name.split("@")[0];
  const at = (names) => names.map((name) => sites[name]);
  const every = Object.fromEntries(Object.keys(MEASURES).map((name) => [name, name]));
  const later = [...new Set(ours.map(kind))].flatMap((one) => {
    const [first, ...others] = at(ours.filter((name) => kind(name) === one));
    return ratios(others, first, every);
  });
  return [...PEERS.flatMap((peer) => ratios(at(ours), sites[peer], RATIOS)), ...later];
}

/** On what, when and how often it was measured. */
const about = ({ date, browser, processor, memory, rounds, load, loadAfter }) =>
  `${date}, ${browser}, ${processor}, ${memory}; medians of ${rounds} ${rounds === 1 ? "visit" : "visits"} each; load of the machine ${load.toFixed(1)} before and ${loadAfter.toFixed(1)} after.`;

/** What has failed, and what pages have complained of: a sentence each. */
export const failures = (sites) =>
  Object.values(sites).flatMap(({ label, failures: why, errors }) => [...why.map((text) => `${label} failed: ${text}`), ...errors.map((text) => `${label} said: ${text}`)]);

/** All that was measured: for each profile the numbers, and the ratios to the peers. */
export function whole(result) {
  const parts = Object.entries(result.profiles).flatMap(([name, sites]) => [
    `**${PROFILES[name].label}**`,
    measures(sites, Object.keys(MEASURES)),
    ...comparisons(sites),
    ...failures(sites).map((text) => `- ${text}`),
  ]);
  return `${[about(result), ...parts].filter(Boolean).join("\n\n")}\n`;
}

/** What the README shows: our page and the peers, on the phone. */
export function short(result) {
  const sites = result.profiles.phone ?? {};
  const shown = Object.fromEntries(["page", ...PEERS].filter((name) => sites[name]).map((name) => [name, sites[name]]));
  if (!shown.page) throw new Error("the README's table shows the page on the phone, which was not measured");
  return `${measures(shown, SHORT)}\n\n${about(result)}\n`;
}

const [BEGIN, END] = ["<!-- make bench WRITE=1 writes this -->", "<!-- end of what it writes -->"];

/** A document with this text between its two marks; `file` says where they are missing. */
export function replaced(document, text, file) {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${file} lacks the marks "${BEGIN}" and "${END}"`);
  return `${document.slice(0, begin + BEGIN.length)}\n\n${text}\n${document.slice(end)}`;
}
