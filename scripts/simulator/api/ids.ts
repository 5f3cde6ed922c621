/** Where new identifiers come from. Injected, so that two runs of the simulator give the same bytes. */
import { createHash } from "node:crypto";

/** What an identifier is for. `record_hash` and `sms_code` are text on the wire, the others numbers. */
type IdKind = "record" | "record_hash" | "visit" | "client" | "sms_code";

/** Gives a fresh identifier of a kind at each call. */
export type IdSource = (kind: IdKind) => number | string;

const FIRST: { readonly [kind in "record" | "visit" | "client"]: number } = {
  record: 2_820_023,
  visit: 8_262_996,
  client: 57_200,
};

/** The default source: counts up per kind; a hash is 32 hex digits, a code four digits. */
export function countingIds(): IdSource {
  const used = new Map<IdKind, number>();
  return (kind) => {
    const index = used.get(kind) ?? 0;
    used.set(kind, index + 1);
    if (kind === "record_hash") {
      return createHash("md5").update(`record ${index}`).digest("hex");
    }
    if (kind === "sms_code") {
      return String(1000 + ((index * 7919 + 3882) % 9000));
    }
    return FIRST[kind] + index;
  };
}
