// Fetches WebAssembly modules and joins the program's two, for the page itself (boot.js) and for embedded figures.

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
 * Instantiates the program's second module, which uses the memory and functions of the first, and dispatches an event
 * at `place` that says whether it succeeded.
 * @param {EventTarget} place
 */
export async function join(second, first, place = document) {
  let what = "budget-lens:second";
  try {
    await WebAssembly.instantiate(await second, { __wasm_split: await first });
  } catch {
    what += "-failed";
  }
  place.dispatchEvent(new Event(what));
}
