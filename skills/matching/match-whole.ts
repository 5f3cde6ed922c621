/** Compares names as wholes. */

/**
 * The places of the names that are what was said, else begin with it, else are it but for the ending, else have it
 * as a part that begins a word.
 *
 * @param said what was said, simplified
 * @param names simplified names
 * @param labels simplified labels, as many
 */
export function matchWhole(
  said: string,
  names: readonly string[],
  labels: readonly string[],
): readonly number[] {
  const joined = said.replaceAll(" ", "");
  const rows = names.map((name, index) => ({
    index,
    name,
    joined: name.replaceAll(" ", ""),
    label: labels[index] ?? "",
  }));
  const same = rows.filter((row) => row.label === said || row.joined === joined);
  if (same.length > 0) {
    return same.map((row) => row.index);
  }
  const starts = rows.filter((row) => row.name.startsWith(said) || row.joined.startsWith(joined));
  if (starts.length > 0) {
    return starts.map((row) => row.index);
  }
  const stem = joined.slice(0, Math.max(4, joined.length - 2));
  const plural = rows.filter(
    (row) => row.joined.startsWith(stem) && Math.abs(row.joined.length - joined.length) <= 2,
  );
  if (plural.length === 1) {
    return plural.map((row) => row.index);
  }
  return rows.filter((row) => ` ${row.name}`.includes(` ${said}`)).map((row) => row.index);
}
