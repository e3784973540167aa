// Arithmetic on what visits have measured.

/** The middle of some numbers, or of the two in the middle; null where there is none. */
export function median(numbers) {
  const sorted = numbers.filter((number) => Number.isFinite(number)).sort((one, other) => one - other);
  if (!sorted.length) return null;
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
}

/** How many times the other one number is; null where one is missing or nothing is divided by. */
export const ratio = (one, other) => (Number.isFinite(one) && Number.isFinite(other) && other !== 0 ? one / other : null);

/** The medians of visits that succeeded; why others failed; what pages have complained of. */
export function medians(rows) {
  const sound = rows.filter(({ failed }) => !failed);
  const names = new Set(sound.flatMap((row) => Object.keys(row)).filter((name) => name !== "errors"));
  const different = (texts) => [...new Set(texts)];
  return {
    median: Object.fromEntries(Array.from(names, (name) => [name, median(sound.map((row) => row[name]))])),
    failures: different(rows.map(({ failed }) => failed).filter(Boolean)),
    errors: different(rows.flatMap(({ errors }) => errors ?? [])),
  };
}
