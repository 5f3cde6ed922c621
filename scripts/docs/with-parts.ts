/** Pages that people write and that have parts made from the sources, between markers. */

/**
 * The text with everything between `<!-- name:start -->` and `<!-- name:end -->` replaced.
 *
 * @param page name of the page, for the message
 * @throws Error when a part has no markers
 */
export function withParts(page: string, text: string, parts: ReadonlyMap<string, string>): string {
  let result = text;
  for (const [name, part] of parts) {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const [from, to] = [result.indexOf(start), result.indexOf(end)];
    if (from < 0 || to < from) {
      throw new Error(`${page} has no place for the part "${name}": write ${start} and ${end} into it.`);
    }
    const between = part === "" ? "\n\n" : `\n\n${part}\n\n`;
    result = `${result.slice(0, from + start.length)}${between}${result.slice(to)}`;
  }
  return result;
}

/** Text that may stand in a cell of a table, on one line. */
export function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
