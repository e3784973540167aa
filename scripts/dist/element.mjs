// The page's style for a figure in somebody else's page, where it stands in a shadow tree. Nothing is written twice:
// the page's own style is taken, and what only a page has becomes the wrapper's (`.lens`).

/** The custom properties that a portal may set, as `--budget-lens-NAME`. docs/embed.md tells of them. */
const OPEN = new Set(["page", "card", "ink", "soft", "rule", "brand", "radius", "font", ...[0, 1, 2, 3, 4, 5, 6].map((i) => `series-${i}`)]);

/** Style sheet text of the page, each declaration in a line of its own, for the shadow tree. */
export function inShadow(css) {
  return (
    css
      .replace(/:root\b|^body\b/gm, ".lens")
      // The root's text has the portal's size; ours is counted from a length of its own.
      .replace(/font-size: \d+%;/g, "")
      .replace(/(-?[\d.]+)rem\b/g, "calc($1 * var(--rem))")
      // What counts is the column's width, not the screen's. Old engines do not know it and keep the narrow style.
      .replace(/@media (?=\((?:min|max)-width)/g, "@container ")
      .replace(/([\d.]+)vw\b/g, "$1cqw")
      .replace(/min-height: 100vh;/g, "")
      .replace(/^(\s*)--([\w-]+):\s*([^;]+);/gm, (all, indent, name, value) => (OPEN.has(name) ? `${indent}--${name}: var(--budget-lens-${name}, ${value});` : all))
  );
}
