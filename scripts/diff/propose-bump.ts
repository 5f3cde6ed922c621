/** Which part of the version a change asks for. */
import type { ObjectChange } from "./compare.ts";

/** A part of a version, from the one that says the most. */
export type Bump = "major" | "minor" | "patch";

/**
 * Major when a public idn is gone (renamed: gone and there anew) or an attribute holds another form of value, minor when
 * one has come, patch for texts and code, null when nothing but the version itself differs.
 */
export function proposeBump(changes: readonly ObjectChange[]): Bump | null {
  const meant = changes.filter((change) => !isVersionOnly(change));
  const breaks = ({ change, kind, isPublic, fields }: ObjectChange): boolean =>
    isPublic &&
    (change === "removed" || (kind === "attribute" && fields.some(({ field }) => field === "value_type")));
  if (meant.some(breaks)) {
    return "major";
  }
  if (meant.some(({ change, isPublic }) => isPublic && change === "created")) {
    return "minor";
  }
  return meant.length > 0 ? "patch" : null;
}

function isVersionOnly({ kind, change, fields }: ObjectChange): boolean {
  return kind === "project" && change === "changed" && fields.every(({ field }) => field === "version");
}
