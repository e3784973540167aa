// Rewrites the page's style sheet for a figure in another site's page, where it stands in a shadow tree: rules for the
// page as a whole become rules for the wrapper (`.lens`), so that no style is written twice.

/** The custom properties that a portal may set, as `--budget-lens-NAME`, explained in docs/embed.md. */
const OPEN = new Set(["page", "card", "ink", "soft", "rule", "brand", "radius", "font", ...[0, 1, 2, 3, 4, 5, 6].map((i) => `series-${i}`)]);

/** Rewrites a style sheet of the page, which has each declaration on a line of its own, for the shadow tree. */
export function inShadow(css) {
  return (
    css
      .replace(/:root\b|^body\b/gm, ".lens")
      // `rem` would follow the portal's font size; lengths are multiples of a custom property instead.
      .replace(/font-size: \d+%;/g, "")
      .replace(/(-?[\d.]+)rem\b/g, "calc($1 * var(--rem))")
      // Breakpoints follow the column's width. Engines without container queries keep the style of narrow screens.
      .replace(/@media (?=\((?:min|max)-width)/g, "@container ")
      .replace(/([\d.]+)vw\b/g, "$1cqw")
      .replace(/min-height: 100vh;/g, "")
      .replace(/^(\s*)--([\w-]+):\s*([^;]+);/gm, (all, indent, name, value) => (OPEN.has(name) ? `${indent}--${name}: var(--budget-lens-${name}, ${value});` : all))
  );
}
