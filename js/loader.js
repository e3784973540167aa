// Fetches the program and joins its two modules; for the page itself (boot.js), and for pages that show single figures.

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

/**
 * Joins the rest of the program to its first module, whose memory and functions it uses, and says at `place` that it is
 * there, or cannot be.
 * @param {EventTarget} place
 */
export async function join(rest, first, place = document) {
  let what = "budget-lens:rest";
  try {
    await WebAssembly.instantiate(await rest, { __wasm_split: await first });
  } catch {
    what += "-failed";
  }
  place.dispatchEvent(new Event(what));
}
