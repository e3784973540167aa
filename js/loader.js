// Fetches WebAssembly modules and joins the program's modules, for the page itself (boot.js) and for embedded figures.

/** Fetches and compiles a WebAssembly module, also from a host that serves it with a wrong media type. */
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

/**
 * Fetches and instantiates a further module of the program with what it shares with others, which use the memory and
 * functions of the first, and dispatches an event at `place` that says whether it succeeded.
 * @param {string} name
 * @param {string[]} urls
 * @param {EventTarget} place
 */
export async function join(name, urls, first, place = document) {
  let what = `budget-lens:${name}`;
  try {
    for (const module of await Promise.all(urls.map(compiled))) {
      await WebAssembly.instantiate(module, { __wasm_split: await first });
    }
  } catch {
    what += "-failed";
  }
  place.dispatchEvent(new Event(what));
}
