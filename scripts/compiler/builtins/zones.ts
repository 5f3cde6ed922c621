/** Time zones in NSL. */
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";

/** Names that Python lists and that are no time zones: the local one of the machine, and one that was never set. */
const NO_ZONES = nsl.list(["Factory", "localtime"].map(nsl.text));

/** Is it the name of a time zone? `zone` is written twice. */
export function isKnownZone(zone: Expression): Expression {
  const listed = nsl.binary("in", zone, nsl.method(nsl.name("zoneinfo"), "available_timezones"));
  return nsl.and(listed, nsl.not(nsl.binary("in", zone, NO_ZONES)));
}
