/** What the user token may do at the location. */
import { asObject, property } from "#sdk";
import type { JsonValue } from "#sdk";
import { apiUrl } from "./hosts.ts";
import { wireFlag } from "./wire-values.ts";
import type { AltegioRequest } from "./altegio-request.ts";

/** The rights of the user token's owner (docs/altegio-api.md, "Rights"). */
export function rightsRequest(locationId: string): AltegioRequest {
  return { method: "GET", url: `${apiUrl}/user/permissions/${locationId}`, body: "", authorization: "user" };
}

/** The rights the look-up needs, then those rescheduling needs as well (docs/altegio-api.md, "Rights"). */
const neededRights = [
  { group: "timetable", right: "timetable_access", forMoving: false },
  { group: "clients", right: "clients_access", forMoving: false },
  { group: "record_form", right: "edit_records_access", forMoving: true },
  { group: "record_form", right: "records_edit_date_and_master_access", forMoving: true },
] as const;

/**
 * Names of the rights that are refused. A group the answer does not show is not counted: its absence is no
 * refusal.
 *
 * @param lookUp appointments are to be looked up
 * @param move appointments are to be moved
 */
export function missingRights(data: JsonValue, lookUp: boolean, move: boolean): readonly string[] {
  return neededRights
    .filter((needed) => (needed.forMoving ? move : lookUp || move))
    .filter(
      (needed) =>
        asObject(property(data, needed.group)) !== null &&
        !wireFlag(property(property(data, needed.group), needed.right)),
    )
    .map((needed) => needed.right);
}
