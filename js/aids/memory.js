// What a reader has chosen, in the address and on this machine: the aids for a mouse as `aids=line,pointer`, beside large
// text and high contrast. boot.js puts what this machine remembers into an address that says nothing of it. What is
// shown in a frame is its portal's choice.

const NAME = "budget-lens";
const root = document.documentElement;

/** The aids for a mouse that the address names. */
export const named = () => (new URLSearchParams(location.search).get("aids") || "").split(",");

/** Puts a parameter into the address, or takes it out. */
export function address(name, value) {
  const query = new URLSearchParams(location.search);
  if (value) query.set(name, value);
  else query.delete(name);
  const text = String(query);
  try {
    history.replaceState(history.state, "", location.pathname + (text && `?${text}`) + location.hash);
  } catch {
    // A page that may not change its address (in a sandboxed frame) works without.
  }
}

/** Remembers the look of now, with these aids for a mouse; nothing, where all is as usual. */
export function remember(aids) {
  const { text, contrast } = root.dataset;
  const look = Object.entries({ text, contrast, aids: aids.join() }).filter(([, value]) => value);
  try {
    if (parent !== window) return;
    if (look.length) localStorage[NAME] = look.map((pair) => pair.join("=")).join("&");
    else localStorage.removeItem(NAME);
  } catch {
    // A browser that keeps nothing forgets it with the address.
  }
}
