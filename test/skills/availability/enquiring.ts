/** An enquiry about a haircut, as the tests of its answers take it. */
import type { JsonObject } from "#sdk";
import { readAvailabilityWish } from "../../../skills/availability/availability-wish.ts";
import type { AvailabilityWish } from "../../../skills/availability/availability-wish.ts";
import type { Enquiry } from "../../../skills/availability/enquiry.ts";
import type { VisitPlan } from "../../../skills/matching/plan-visit.ts";
import type { Slot } from "../../../skills/domain/pick-slots.ts";

/** With anybody. */
export const plan: VisitPlan = {
  question: "",
  isUnknown: false,
  visit: { locationId: "4564", serviceIds: ["331"], staffId: "0" },
  serviceNames: ["Haircut"],
  staffName: "",
  subject: "Haircut",
  prepaid: false,
  whenAsked: "",
  isOnly: false,
};

/** With James. */
export const withJames: VisitPlan = {
  ...plan,
  visit: { ...plan.visit, staffId: "16" },
  staffName: "James",
  subject: "Haircut with James",
};

/** A wish of what was said. */
export function wishOf(said: JsonObject = {}): AvailabilityWish {
  return readAvailabilityWish(said);
}

/** On Friday, September 18, at 15:04. */
export function enquiring(said: JsonObject = {}, more: Partial<Enquiry> = {}): Enquiry {
  return {
    plan,
    wish: wishOf(said),
    clock: { today: "2026-09-18", now: "15:04" },
    seconds: 3600,
    team: [],
    among: [],
    only: "",
    byEverybody: false,
    own: null,
    apart: "",
    canBook: true,
    ...more,
  };
}

/** Free times of Monday, without lengths. */
export function day(...times: readonly string[]): readonly Slot[] {
  return times.map((time) => ({ time, datetime: `2026-09-21T${time}:00-05:00`, seconds: 0 }));
}
