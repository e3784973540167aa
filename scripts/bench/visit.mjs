// One visit: a site is opened in a new tab as on some device, and what happens is measured until nothing happens any more.
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { Late, within } from "./chromium.mjs";

const script = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const SCRIPTS = ["recorder.js", "questions.js"].map(script);

/** The chart that is tapped, of every site. */
const CHART = "#structure canvas";
/** The most milliseconds that a whole visit may take, and the page until nothing happens any more. */
const PATIENCE = 90_000;
const QUIET_PATIENCE = 45_000;
/** For how long nothing may have happened. */
const SILENCE = 1_500;
/** How long the answer to a tap is waited for; what is quicker than `SHORTEST` the browser does not tell. */
const TAP_PATIENCE = 2_500;
const SHORTEST = 16;

/** A page that is just being opened cannot be asked yet; one that does not answer hangs. */
function unlessHung(error) {
  if (error instanceof Late) throw error;
  return false;
}

/** What was measured. A page that hangs or lacks its charts gives `failed`, which says why. */
export async function visit(browser, site, profile) {
  const arrivals = [];
  let begin = null;
  const tab = await browser.tab((event, told) => {
    if (event === "Network.requestWillBeSent") begin ??= told.timestamp;
    if (event === "Network.loadingFinished") arrivals.push({ at: (told.timestamp - begin) * 1000, bytes: told.encodedDataLength });
  });
  const result = await within(PATIENCE, site.path, measured(tab, site, profile));
  await tab.close();
  const sum = (some) => some.reduce((all, { bytes }) => all + bytes, 0);
  // What comes after the last drawing is what taps have asked for.
  const loaded = arrivals.slice(0, result.arrivals ?? arrivals.length);
  return { ...result, bytes: sum(loaded), bytesUntil: sum(loaded.filter(({ at }) => at <= result.charts)), requests: loaded.length, arrivals: undefined };

  /** Opens the page, waits, asks, taps. */
  async function measured({ send }, { server, path, charts, events, tap, control }, { screen, network, slowdown }) {
    const isTouched = screen.mobile;
    await send("Network.enable");
    await send("Page.enable");
    await send("Emulation.setDeviceMetricsOverride", screen);
    await send("Emulation.setTouchEmulationEnabled", { enabled: isTouched });
    await send("Emulation.setLocaleOverride", { locale: "zh-CN" });
    await send("Network.setExtraHTTPHeaders", { headers: { "Accept-Language": "zh-CN" } });
    await send("Network.emulateNetworkConditions", network);
    await send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    for (const source of SCRIPTS) await send("Page.addScriptToEvaluateOnNewDocument", { source });
    await send("Page.navigate", { url: server.address + path });

    const ask = async (question) => {
      const { result, exceptionDetails } = await send("Runtime.evaluate", { expression: `bench.${question}`, returnByValue: true });
      if (exceptionDetails) throw new Error(`${question}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
      return result.value;
    };
    const words = (...all) => all.map((word) => JSON.stringify(word)).join(", ");

    const until = Date.now() + QUIET_PATIENCE;
    let isQuiet = false;
    while (!isQuiet && Date.now() < until) {
      await pause(250);
      isQuiet = await ask(`isQuiet(${words(charts, events, SILENCE)})`).catch(unlessHung);
    }
    const numbers = { ...(await ask(`recorded(${words(charts, events)})`)), arrivals: arrivals.length };
    if (!isQuiet) return { ...numbers, failed: `not all is there, or something still happens after ${QUIET_PATIENCE / 1000} s` };

    const chartTap = await tapped(`placeOfChart(${words(CHART, tap)})`);
    const controlTap = await tapped(`placeOfControl(${words(control)})`);
    // What changes every number of the page, which peers have nothing of.
    const unitTap = await tapped(`placeOfControl(${words('.unit[aria-pressed="false"]')})`);
    await send("HeapProfiler.collectGarbage");
    const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await send("Runtime.getHeapUsage");
    return { ...numbers, chartTap, controlTap, unitTap, memory: usedSize + embedderHeapUsedSize + backingStorageSize };

    /** Milliseconds until a tap was answered on the screen; null where there is nothing to tap. */
    async function tapped(question) {
      const place = await ask(question);
      if (!place) return null;
      await pause(300);
      await ask("answered()");
      // Scrolling may have moved it since.
      const [x, y] = await ask(question);
      if (isTouched) {
        await send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
        await send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
      } else {
        const button = { x, y, button: "left", clickCount: 1 };
        for (const type of ["mouseMoved", "mousePressed", "mouseReleased"]) await send("Input.dispatchMouseEvent", { ...button, type });
      }
      let longest = null;
      for (const end = Date.now() + TAP_PATIENCE; longest === null && Date.now() < end; ) {
        await pause(250);
        longest = await ask("answered()");
      }
      return longest ?? SHORTEST;
    }
  }
}
