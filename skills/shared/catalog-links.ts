/** Who does which service: asked for member by member, because no list of online booking tells it. */
import type { SkillContext } from "../../module/sdk/index.ts";
import { sendLookUp } from "../altegio/ask.ts";
import { servicesRequest } from "../altegio/catalog-requests.ts";
import { readAnswer } from "../altegio/read-answer.ts";
import { readStaffServices } from "../altegio/read-services.ts";
import type { StaffService } from "../altegio/read-services.ts";

/** Up to this many members, each is asked for their services: a request each, 200 a minute allowed (section 7). */
const mostStaffAsked = 80;

/** The links of a staff. */
export interface StaffLinks {
  readonly known: boolean;
  /** For each member, in the order of the staff: ids of services. */
  readonly services: readonly (readonly string[])[];
  /** Each service with its length at the first member who does it. */
  readonly lengths: readonly StaffService[];
}

/** One request a member; not known when there are too many members or a request fails. */
export async function loadLinks(
  ctx: SkillContext,
  locationId: string,
  staffIds: readonly string[],
): Promise<StaffLinks> {
  let services: readonly (readonly string[])[] = [];
  let lengths: readonly StaffService[] = [];
  if (staffIds.length > mostStaffAsked) {
    return { known: false, services, lengths };
  }
  for (const staffId of staffIds) {
    const result = await sendLookUp(ctx, servicesRequest(locationId, staffId));
    const answer = readAnswer(result);
    if (!answer.ok) {
      return { known: false, services: [], lengths };
    }
    const done = readStaffServices(answer.data);
    const measured = lengths.map((entry) => entry.id);
    services = [...services, done.map((entry) => entry.id)];
    lengths = [...lengths, ...done.filter((entry) => entry.seconds > 0 && !measured.includes(entry.id))];
  }
  return { known: true, services, lengths };
}
