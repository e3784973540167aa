// The numbers of the page's first three charts, for the peers: as floats, which is what these libraries draw.

const amount = (line, column) => Number(line.amounts?.[column] || 0);
const rounded = (number) => Number(number.toFixed(2));

/** Names and amounts of the three charts, of a budget as its file has it. */
export function charts({ tables, statements }) {
  const lines = (kind) => tables.find((table) => table.kind === kind).lines;
  const classes = lines("expenditure").filter(({ code }) => /^\d{3}$/.test(code || ""));
  const total = lines("expenditure").find(({ role }) => role === "total");
  const spent = lines("three-public").filter((line) => line.role !== "total" && line.key !== "vehicles" && amount(line, "total"));
  const change = ({ key }) => Number(statements.find(({ subject }) => subject === key)?.change || 0);
  return {
    structure: classes.map((line) => [line.name, amount(line, "total")]),
    parts: [total, ...classes].map((line) => [line.name, amount(line, "basic"), amount(line, "project")]),
    // This year, and last year, which follows from the change that the narrative states.
    years: spent.map((line) => [line.name, rounded(amount(line, "total") - change(line)), amount(line, "total")]),
  };
}
