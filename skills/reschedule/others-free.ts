/** Who else is free at a time at which the member of an appointment is not. */
import type { SkillContext } from "#sdk";
import { staffAtRequest } from "../altegio/catalog-requests.ts";
import { readStaff } from "../altegio/read-services.ts";
import type { Visit } from "../domain/visit.ts";
import { look } from "../lookups/ask.ts";

/** Names that are worth saying. */
const mostNamed = 3;

/**
 * The names of members who do all of the services and are free then; none when that could not be looked up.
 *
 * @param visit the services, with the member who is not free
 * @param date `YYYY-MM-DD`
 * @param time `HH:MM`
 */
export async function othersFree(
  ctx: SkillContext,
  visit: Visit,
  date: string,
  time: string,
): Promise<readonly string[]> {
  const request = staffAtRequest(visit.locationId, visit.serviceIds, `${date}T${time}:00`);
  const answer = await look(ctx, request, "checking who is free");
  return readStaff(answer.data)
    .filter((member) => member.id !== visit.staffId)
    .map((member) => member.label)
    .slice(0, mostNamed);
}
