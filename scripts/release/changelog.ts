/** The sections of `CHANGELOG.md`, one for each version. */

/** What the changelog says of a version, without the heading; null when it has no section for it, or an empty one. */
export function changelogSection(text: string, version: string): string | null {
  const sections = text.split(/^## /mu);
  const own = sections.find((section) => section.split("\n")[0]?.trim().split(" ")[0] === version);
  const body = own?.split("\n").slice(1).join("\n").trim() ?? "";
  return body === "" ? null : body;
}
