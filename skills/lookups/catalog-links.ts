/** Who does which service, and on which terms: asked for member by member, because no list of online booking tells it. */
import type { SkillContext } from "#sdk";
import { servicesRequest } from "../altegio/catalog-requests.ts";
import { pauseBefore, readLookUp } from "../altegio/look-up.ts";
import { readStaffServices } from "../altegio/read-services.ts";
import { joinLinks, linksLine, noLinks } from "../domain/link-terms.ts";
import type { StaffLinks } from "../domain/link-terms.ts";

/**
 * Up to this many members, each is asked for their services: a request each, 200 a minute allowed
 * (docs/altegio-api.md, "Limits").
 */
const mostStaffAsked = 80;

/** The persona attribute that collects the members' lines: a frame that held them would be written with each request. */
const field = "altegio_catalog_links";

/**
 * One request a member, each with a second try as any look-up has. False when there are too many members or a request
 * fails; `takeLinks` gives what came. Of one wait, because each part of a loop that waits is run for each member.
 */
export async function loadLinks(
  ctx: SkillContext,
  locationId: string,
  staffIds: readonly string[],
): Promise<boolean> {
  ctx.setPersonaAttribute(field, "");
  if (staffIds.length > mostStaffAsked) {
    return false;
  }
  let position = 0;
  let isSecond = false;
  for (let turn = 0; turn < 2 * mostStaffAsked; turn += 1) {
    const staffId = staffIds[position];
    if (staffId === undefined) {
      break;
    }
    const result = await ctx.send(servicesRequest(locationId, staffId));
    const answer = readLookUp(result);
    if (answer.ok) {
      const line = linksLine(readStaffServices(answer.data));
      const before = position === 0 ? "" : ctx.getPersonaAttribute(field);
      ctx.setPersonaAttribute(field, `${before}${line}\n`);
      position += 1;
      isSecond = false;
    } else if (isSecond || !pauseBefore(ctx, result, answer)) {
      return false;
    } else {
      isSecond = true;
    }
  }
  return true;
}

/**
 * What `loadLinks` has collected, once. Where not all members were asked, lengths that were learnt count all the same; who does
 * what and on which terms does not.
 *
 * @param known what it answered
 */
export function takeLinks(ctx: SkillContext, known: boolean): StaffLinks {
  const lines = ctx.getPersonaAttribute(field);
  ctx.setPersonaAttribute(field, "");
  const links = joinLinks(lines);
  return known ? links : { ...noLinks, shortest: links.shortest, longest: links.longest };
}
