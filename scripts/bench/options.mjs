// The options of the benchmark. The Makefile passes ROUNDS=, ONLY=, PROFILES=, OURS=, JSON= and WRITE=1 on to them.
import { parseArgs } from "node:util";
import { PROFILES } from "./profiles.mjs";

const USAGE = `node scripts/bench/bench.mjs [options]
  --rounds N          rounds that are counted (5)
  --only NAME,…       these sites alone: page, published, frame, element, chartjs, echarts
  --profiles NAME,…   these devices alone: ${Object.keys(PROFILES).join(", ")}
  --ours DIST,…       the built pages to measure (dist); of several builds each is measured
  --json FILE         also writes every number of every visit
  --write             also renews the tables in README.md and docs/benchmark.md`;

/** The options, or the end of the program where one is wrong. */
export function options(words) {
  try {
    return read(words);
  } catch (error) {
    console.error(`bench: ${error.message}\n${USAGE}`);
    process.exit(2);
  }
}

const list = (text) => text.split(",").filter(Boolean);

/** The options that these words of a command line say; throws where one is wrong. */
export function read(words) {
  const { values } = parseArgs({
    args: words,
    options: {
      rounds: { type: "string", default: "5" },
      only: { type: "string", default: "" },
      profiles: { type: "string", default: "" },
      ours: { type: "string", default: "dist" },
      json: { type: "string" },
      write: { type: "boolean", default: false },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds ${values.rounds}: a whole number from 1 on is expected`);
  const profiles = values.profiles ? list(values.profiles) : Object.keys(PROFILES);
  const unknown = profiles.find((name) => !PROFILES[name]);
  if (unknown) throw new Error(`--profiles ${unknown}: there are ${Object.keys(PROFILES).join(" and ")}`);
  return { rounds, only: values.only ? list(values.only) : null, profiles, ours: list(values.ours), json: values.json, write: values.write };
}
