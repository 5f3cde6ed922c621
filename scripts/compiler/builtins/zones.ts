/** Time zones in NSL. */
import { and, binary, type Expression, list, method, name, not, text } from "../nsl/ast.ts";

/** Names that Python lists and that are no time zones: the local one of the machine, and one that was never set. */
const NO_ZONES = list(["Factory", "localtime"].map(text));

/** Is it the name of a time zone? `zone` is written twice. */
export function isKnownZone(zone: Expression): Expression {
  const listed = binary("in", zone, method(name("zoneinfo"), "available_timezones"));
  return and(listed, not(binary("in", zone, NO_ZONES)));
}
