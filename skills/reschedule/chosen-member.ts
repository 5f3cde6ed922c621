/** Who an appointment is to be with after a move. */
import type { SkillContext } from "#sdk";
import type { Reference } from "../domain/appointment.ts";
import { readCatalog } from "../domain/catalog.ts";
import type { HeldAppointment } from "../domain/held-appointment.ts";
import { currentCatalog } from "../lookups/current-catalog.ts";
import { meansAnybody } from "../matching/anybody.ts";
import { lookAgain, mayBeNew } from "../lookups/second-look.ts";
import { planVisit } from "../matching/plan-visit.ts";
import type { VisitPlan } from "../matching/plan-visit.ts";
import { simpleName } from "../matching/simple-name.ts";
import { staffUnknownText } from "./reschedule-texts.ts";

/** The member, or what to ask the caller (`question`, "" when nothing). */
export interface ChosenMember {
  readonly question: string;
  readonly staff: Reference;
}

/**
 * The member the caller wants for the new time: the present one unless another is named, who must do the services
 * of the appointment.
 *
 * @param said what the caller called the member, "" or words for anybody to keep the present one
 */
export async function chosenMember(
  ctx: SkillContext,
  locationId: string,
  held: HeldAppointment,
  said: string,
): Promise<ChosenMember> {
  const present = { question: "", staff: { id: held.staffId, name: held.staffName } };
  if (meansAnybody(said) || simpleName(said) === simpleName(held.staffName)) {
    return present;
  }
  const loaded = await currentCatalog(ctx, locationId);
  const catalog = loaded.catalog;
  if (catalog === null) {
    return { ...present, question: staffUnknownText };
  }
  const plan = planVisit(catalog, held.serviceIds, said);
  if (mayBeNew(ctx, plan.isUnknown, catalog)) {
    await lookAgain(ctx, catalog.location, plan.visit);
    const renewed = readCatalog(ctx, locationId);
    return renewed === null
      ? { ...present, question: staffUnknownText }
      : memberOf(planVisit(renewed, held.serviceIds, said), present);
  }
  return memberOf(plan, present);
}

function memberOf(plan: VisitPlan, present: ChosenMember): ChosenMember {
  return plan.question === ""
    ? { question: "", staff: { id: plan.visit.staffId, name: plan.staffName } }
    : { ...present, question: `${plan.question} Nothing is moved.` };
}
