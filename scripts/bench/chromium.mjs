// Chromium without a window, driven by its own protocol (Chrome DevTools) over a pipe: no library, no port.
//
// Every command has an end: a browser that does not answer is an error, not a wait.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The most milliseconds that a command may take. */
const PATIENCE = 30_000;

/** Settings that let nothing but the opened page work and load. */
const SETTINGS = [
  ...["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars", "--mute-audio"],
  ...["--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync", "--disable-component-update"],
  ...["--disable-background-networking", "--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows"],
];

/** What is thrown where something took too long. */
export class Late extends Error {}

/** The result of a promise, or an error that says what took longer than so many milliseconds. */
export function within(milliseconds, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Late(`${what}: no answer within ${milliseconds / 1000} s`)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** A browser with a profile of its own, which is removed with it. */
export class Chromium {
  /** Starts the browser: `chromium`, or what the variable CHROMIUM names. */
  static async open() {
    const program = process.env.CHROMIUM || "chromium";
    const browser = new Chromium(program);
    await browser.version();
    return browser;
  }

  constructor(program) {
    this.folder = mkdtempSync(join(tmpdir(), "budget-lens-bench-"));
    const settings = [...SETTINGS, "--remote-debugging-pipe", `--user-data-dir=${this.folder}`, "about:blank"];
    // A group of its own, so that no process of it is left behind.
    this.child = spawn(program, settings, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"], detached: true });
    this.waiting = new Map();
    this.listeners = new Map();
    this.count = 0;
    this.gone = new Promise((resolve) => {
      this.child.once("error", (error) => this.end(new Error(`${program} does not start: ${error.message}`)));
      this.child.once("exit", () => this.end(new Error("the browser has ended")));
      this.child.once("close", resolve);
      this.child.once("error", resolve);
    });
    process.once("exit", this.stop);
    const [input, output] = [this.child.stdio[3], this.child.stdio[4]];
    this.input = /** @type {import("node:stream").Writable} */ (input);
    this.input.on("error", () => {});
    let rest = Buffer.alloc(0);
    /** @type {import("node:stream").Readable} */ (output).on("data", (bytes) => {
      rest = Buffer.concat([rest, bytes]);
      // Each message ends with a zero byte.
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        this.hear(JSON.parse(rest.subarray(0, end).toString()));
        rest = rest.subarray(end + 1);
      }
    });
  }

  /** Ends all processes of the browser, at once, and removes what they have written. */
  stop = () => {
    try {
      if (this.child.pid) process.kill(-this.child.pid, "SIGKILL");
    } catch {
      // They are gone already.
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };

  /** Nothing is answered any more. */
  end(error) {
    this.ended = error;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  hear({ id, method, params, sessionId, result, error }) {
    if (!id) return this.listeners.get(sessionId)?.(method, params);
    const { resolve, reject, command } = this.waiting.get(id) || {};
    this.waiting.delete(id);
    if (error) reject?.(new Error(`${command}: ${error.message}`));
    else resolve?.(result);
  }

  /** The answer to a command, of the browser or of a tab's session. */
  send(command, params = {}, sessionId = undefined) {
    if (this.ended) return Promise.reject(this.ended);
    const id = ++this.count;
    const answer = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject, command }));
    this.input.write(`${JSON.stringify({ id, method: command, params, sessionId })}\0`);
    return within(PATIENCE, command, answer);
  }

  /** The browser's name and version. */
  async version() {
    return (await this.send("Browser.getVersion")).product.replace("Headless", "").replace("/", " ");
  }

  /** A new tab, which shares nothing with others: no cache, no storage. `heard` is told the tab's events. */
  async tab(heard) {
    const { browserContextId } = await this.send("Target.createBrowserContext");
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank", browserContextId });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    this.listeners.set(sessionId, heard);
    return {
      send: (command, params) => this.send(command, params, sessionId),
      close: async () => {
        this.listeners.delete(sessionId);
        await this.send("Target.disposeBrowserContext", { browserContextId });
      },
    };
  }

  /** Ends the browser, by force where it does not end by itself. */
  async close() {
    await this.send("Browser.close").catch(() => {});
    await within(5_000, "the browser's end", this.gone).catch(() => {});
    this.stop();
    process.removeListener("exit", this.stop);
  }
}
