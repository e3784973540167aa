// Fetches the program and joins its parts; for the page itself (boot.js), and for pages that show single figures.

/** The module, also from a host that serves it under a wrong type. */
export async function compiled(url) {
  const response = await fetch(url, { credentials: "same-origin" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const copy = response.clone();
  if (WebAssembly.compileStreaming) {
    try {
      return await WebAssembly.compileStreaming(response);
    } catch {
      // Wrong type, most likely; if the bytes are wrong, the next line says so.
    }
  }
  return WebAssembly.compile(await copy.arrayBuffer());
}

const say = (place, what) => place.dispatchEvent(new Event(`budget-lens:${what}`));

/**
 * Joins a part to the first, whose memory and functions it uses, and says at `place` that it is there, or cannot be.
 * `modules` gives the modules of a part by its name.
 * @param {EventTarget} place
 */
export async function join(part, modules, first, place) {
  try {
    for (const module of await modules(part)) await WebAssembly.instantiate(module, { __wasm_split: await first });
    say(place, part);
    return true;
  } catch {
    say(place, `${part}-failed`);
    return false;
  }
}

/** Whether the engine knows 'wasm-unsafe-eval': those that know this style, which came later, all do. */
export const knowsToken = typeof CSS !== "undefined" && CSS.supports("container-type", "size");

/**
 * The parts that follow, one after the other, each standing on the ones before. The last is for those who share
 * something, and waits for them; on engines that could not compile it once the page has guarded itself it comes at once.
 * @param {EventTarget} place
 */
export async function follow(modules, first, place = document) {
  const bring = (part) => join(part, modules, first, place);
  const before = bring("later").then((came) => came && bring("checks"));
  let coming = false;
  const share = async () => {
    if (coming) return;
    coming = true;
    const stands = await before;
    if (!stands) say(place, "share-failed");
    // What did not come may come another time.
    coming = stands && (await bring("share"));
  };
  // Somebody may be quicker than the parts before it.
  place.addEventListener("budget-lens:wanted", share);
  if (!knowsToken) return share();
  return before;
}
