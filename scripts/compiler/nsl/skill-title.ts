/** The title of a skill: what a person reads beside its idn in the Builder and in a log. */

/** The platform's own client breaks lines of YAML at 80 characters and cannot read them again (docs/platform.md, "YAML style"). */
const LONGEST = 69;

/**
 * `placeBooking 5 · skills/booking/place-booking.ts:41`; in a long one the path loses folders from the left, then its end.
 *
 * @param place the file, relative to the project, and the line from 1; null for what the compiler writes by itself
 */
export function skillTitle(
  name: string,
  place: { readonly file: string; readonly line: number } | null,
): string {
  if (place === null) {
    return name.slice(0, LONGEST);
  }
  const line = `:${String(place.line)}`;
  let path = place.file;
  const titled = (): string => `${name} · ${path}${line}`;
  while (titled().length > LONGEST && path.includes("/")) {
    path = path.slice(path.indexOf("/") + 1);
  }
  return titled().slice(0, LONGEST);
}
