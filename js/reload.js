// Shows the page anew when it was built anew: for whoever works on it (make serve QUICK=1); no other build has it.

/** How often it looks, in milliseconds. */
const EVERY = 500;

/** Looks for another list of files than the one that the page was made of. */
export function reload() {
  let known = "";
  const look = async () => {
    try {
      const response = await fetch("manifest.json", { cache: "no-store" });
      const now = response.ok ? await response.text() : "";
      if (known && now && now !== known) location.reload();
      known = now || known;
    } catch {
      // The server is being started again.
    }
    setTimeout(look, EVERY);
  };
  look();
}
