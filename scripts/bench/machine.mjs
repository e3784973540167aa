// What the numbers were measured on, without which they say little.
import { cpus, loadavg, totalmem } from "node:os";

/** The machine, its load and the day. */
export const machine = (browser) => ({
  date: new Date().toISOString().slice(0, 10),
  browser,
  processor: `${cpus().length} × ${cpus()[0]?.model.trim() || "unknown processor"}`,
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  load: loadavg()[0],
});
