/** Who does each of several services, where they are not done in one visit. */
import type { Service, StaffMember } from "../domain/catalog.ts";
import { speakList } from "../text/speak-date.ts";

/** Most members that are named for one service. */
const mostNamed = 4;

/**
 * The members by service, as in `Pedicure can be done by: Sofia; Balayage can be done by: Mila`; "" when nobody does
 * one of them.
 *
 * @param staff who is to be named
 */
export function separately(staff: readonly StaffMember[], services: readonly Service[]): string {
  const rows = services.map((service) => ({
    name: service.label,
    members: staff.filter(
      (member) =>
        member.services.includes(service.id) ||
        (service.parts.length > 0 && service.parts.every((part) => member.services.includes(part))),
    ),
  }));
  return rows.some((row) => row.members.length === 0)
    ? ""
    : rows
        .map(
          (row) =>
            `${row.name} can be done by: ${speakList(
              row.members.slice(0, mostNamed).map((member) => member.label),
              "or",
            )}`,
        )
        .join("; ");
}
