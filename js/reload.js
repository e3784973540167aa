// Reloads the page when it has been rebuilt, in development builds only (make serve QUICK=1).

/** How often the manifest of the build is fetched, in milliseconds. */
const EVERY = 500;

/** Reloads the page once the manifest, the list of the built files, has changed. */
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
