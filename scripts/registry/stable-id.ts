/** UUIDs that are the same on every machine. */
import { createHash } from "node:crypto";

/** The UUID of a name: of the form of version 5, made of the SHA-256 of its parts. */
export function stableId(...parts: readonly string[]): string {
  const hex = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
