// Tests of what the benchmark computes and writes, and that nothing is waited for without an end; no browser is needed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { charts } from "./charts.mjs";
import { within } from "./chromium.mjs";
import { median, medians, ratio } from "./numbers.mjs";
import { read } from "./options.mjs";
import { failures, replaced, short, whole } from "./report.mjs";

test("a median is the middle, or lies between the two in the middle, and does not count what is missing", () => {
  assert.equal(median([30, 1, 2]), 2);
  assert.equal(median([10, 1, 2, 4]), 3);
  assert.equal(median([null, 7, undefined, Number.NaN]), 7);
  assert.equal(median([]), null);
});

test("a ratio is missing where a number is, and where nothing is divided by", () => {
  assert.equal(ratio(3, 2), 1.5);
  assert.equal(ratio(null, 2), null);
  assert.equal(ratio(3, undefined), null);
  assert.equal(ratio(3, 0), null);
});

test("visits that failed are told and not counted", () => {
  const hung = { failed: "no answer", charts: 9_000, errors: ["a"] };
  const { median, failures, errors } = medians([{ charts: 10, errors: ["a"] }, hung, { charts: 30, errors: [] }, hung]);
  assert.deepEqual([median, failures, errors], [{ charts: 20 }, ["no answer"], ["a"]]);
  assert.deepEqual(medians([hung]).median, {});
});

/** The result of a measurement with these medians. */
function result(sites) {
  const measured = Object.entries(sites).map(([name, median]) => [name, { label: name, median, failures: [], errors: [], rows: [] }]);
  const about = { date: "2026-01-02", browser: "Chrome 1", processor: "1 × P", memory: "1 GB", load: 0.04, loadAfter: 2 };
  return { ...about, rounds: 3, profiles: { phone: Object.fromEntries(measured) } };
}

test("the report has a row for each measure, and our sites as multiples of each peer", () => {
  const report = whole(result({ page: { bytes: 2_500, charts: 1_500, readable: 300 }, chartjs: { bytes: 1_000, charts: 1_000, paint: 200 }, echarts: { bytes: 5_000 } }));
  assert.match(report, /^2026-01-02, Chrome 1, 1 × P, 1 GB; medians of 3 visits each; load of the machine 0\.0 before and 2\.0 after\.\n/);
  for (const line of [
    "| bytes in all, with brotli | 2.5 KB | 1.0 KB | 5.0 KB |",
    "| all charts drawn and answering | 1,500 ms | 1,000 ms | — |",
    "As multiples of chartjs:",
    "| bytes in all, with brotli | 2.50 |",
    "| bytes in all, with brotli | 0.50 |",
    "| first paint with the figures in it (theirs: first paint) | 1.50 |",
  ])
    assert(report.includes(`${line}\n`), `${line}\n\n${report}`);
  // Alone it has nothing to be compared with.
  assert(!whole(result({ page: { bytes: 1 } })).includes("multiples"));
});

test("a further build is shown as multiples of the first", () => {
  const report = whole(result({ "page@before": { bytes: 1_000, draws: 4 }, "frame@before": { bytes: 10 }, "page@now": { bytes: 900, draws: 1 }, "frame@now": { bytes: 20 } }));
  const [, page, frame, ...rest] = report.split("As multiples of ");
  assert.deepEqual(rest, []);
  assert(page.startsWith("page@before:\n\n|  | page@now |\n") && page.includes("| bytes in all, with brotli | 0.90 |\n") && page.includes("| most drawings of a chart | 0.25 |\n"), page);
  assert(frame.startsWith("frame@before:\n\n|  | frame@now |\n") && frame.includes("| bytes in all, with brotli | 2.00 |\n"), frame);
});

test("the README's table shows the page and the peers on the phone alone", () => {
  const table = short(result({ page: { shift: 0 }, frame: { shift: 1 }, chartjs: { shift: 0.25 } }));
  assert.match(table, /^\| {2}\| page \| chartjs \|\n/);
  assert.match(table, /\n\| layout shift \| 0\.000 \| 0\.250 \|\n/);
  assert.throws(() => short(result({ frame: { shift: 1 } })), /not measured/);
});

test("what has failed is said with the site that it was", () => {
  const sites = { page: { label: "the page", failures: ["no answer"], errors: [] }, chartjs: { label: "Chart.js", failures: [], errors: ["broken"] } };
  assert.deepEqual(failures(sites), ["the page failed: no answer", "Chart.js said: broken"]);
});

test("both documents have the marks between which the tables stand, and keep what is around them", () => {
  for (const file of ["README.md", "docs/benchmark.md"]) {
    const document = readFileSync(file, "utf8");
    const once = replaced(document, "A\n", file);
    assert(once.includes("\n\nA\n\n<!--") && once.startsWith(document.slice(0, 200)), file);
    assert.equal(replaced(replaced(document, "B\n", file), "A\n", file), once);
  }
  assert.throws(() => replaced("nothing", "A", "x.md"), /x\.md lacks the marks/);
});

test("options are read, and wrong ones are told", () => {
  assert.deepEqual(read(["--rounds", "3", "--only", "page,frame", "--ours", "a,b"]), {
    rounds: 3,
    only: ["page", "frame"],
    profiles: ["phone", "desk"],
    ours: ["a", "b"],
    json: undefined,
    write: false,
  });
  assert.equal(read([]).only, null);
  for (const wrong of [
    ["--rounds", "0"],
    ["--profiles", "watch"],
    ["--round", "1"],
  ])
    assert.throws(() => read(wrong));
});

test("the peers' charts have the numbers of the budget's file", () => {
  const line = (rest, ...amounts) => ({ ...rest, amounts: Object.fromEntries(["total", "basic", "project"].map((column, i) => [column, amounts[i]])) });
  const expenditure = [line({ role: "total", name: "合计" }, "3.3", "1.1", "2.2"), line({ code: "201", name: "甲" }, "3.3", "1.1", "2.2"), line({ code: "20103", name: "乙" }, "3.3", "1.1", "2.2")];
  const spent = [line({ key: "reception", name: "丙" }, "0.3"), line({ key: "overseas", name: "丁" }), line({ key: "vehicles", name: "戊" }, "9"), line({ role: "total", name: "合计" }, "9.3")];
  const budget = {
    tables: [
      { kind: "expenditure", lines: expenditure },
      { kind: "three-public", lines: spent },
    ],
    statements: [{ subject: "reception", change: "-0.1" }],
  };
  assert.deepEqual(charts(budget), {
    structure: [["甲", 3.3]],
    parts: [
      ["合计", 1.1, 2.2],
      ["甲", 1.1, 2.2],
    ],
    years: [["丙", 0.4, 0.3]],
  });
  const shipped = charts(JSON.parse(readFileSync("budget.json", "utf8")));
  assert.deepEqual(
    Object.values(shipped).map((rows) => rows.length),
    [4, 5, 2],
  );
});

test("nothing is waited for without an end", async () => {
  assert.equal(await within(1_000, "something", Promise.resolve(1)), 1);
  await assert.rejects(within(1, "something", new Promise(() => {})), /something: no answer within/);
});
