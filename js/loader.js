// Fetches WebAssembly modules and joins the program's modules, for the page itself (boot.js) and for embedded figures.

/** After so many milliseconds a module that has not arrived counts as failed; if it still comes, it is taken. */
const PATIENCE = 60000;

async function fetched(url) {
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

/** Fails if something takes too long. */
export const late = (work) => Promise.race([work, new Promise((_, fail) => setTimeout(fail, PATIENCE, "late"))]);

/** Does something with a file; if that fails, once more with an address that no cache knows. */
export const insist = (get, url) => get(url).catch(() => get(`${url}?${Date.now()}`));

/** Fetches and compiles a WebAssembly module, also from a host that serves it with a wrong media type. */
export const compiled = (url) => insist(fetched, url);

/**
 * Fetches and instantiates a further module of the program with what it shares with others, which use the memory and
 * functions of the first, and dispatches an event at `place` that says whether it succeeded. Returns the end of that
 * event's name, empty after success.
 * @param {string} name
 * @param {string[]} urls
 * @param {EventTarget} place
 */
export async function join(name, urls, first, place = document) {
  const tell = (end) => place.dispatchEvent(new Event(`budget-lens:${name}${end}`));
  const late = setTimeout(tell, PATIENCE, "-failed");
  let end = "";
  try {
    for (const module of await Promise.all(urls.map(compiled))) {
      await WebAssembly.instantiate(module, { __wasm_split: await first });
    }
  } catch {
    end = "-failed";
  }
  clearTimeout(late);
  tell(end);
  return end;
}
