/** Finds the members of the staff any of whom will do, where a caller has named several, or some who will not do. */
import type { Catalog } from "../domain/catalog.ts";
import { speakList } from "../text/speak-date.ts";
import { meansAnybody } from "./anybody.ts";
import { chooseStaff } from "./choose-staff.ts";
import { matchName } from "./match-name.ts";
import type { VisitPlan } from "./plan-visit.ts";

/** Of more members the times are not looked up: it is a request for each. */
const mostMembers = 4;

/** Who will do, or what to ask the caller (`question`, "" when nothing). */
export interface TeamChoice {
  readonly question: string;
  /** It is asked because there is no member of that name. */
  readonly isUnknown: boolean;
  /** The members' ids, up to four; empty when it is left open. */
  readonly ids: readonly string[];
}

/**
 * Whoever is named beside anybody, and whoever is not wanted and does not do the services anyway, changes nothing.
 *
 * @param plan of the visit with anybody
 * @param options names of whom the caller would take, empty for anybody
 * @param excluded names of whom the caller would not take
 */
export function chooseTeam(
  catalog: Catalog,
  plan: VisitPlan,
  options: readonly string[],
  excluded: readonly string[],
): TeamChoice {
  const { serviceIds } = plan.visit;
  const able = catalog.staff.filter(
    (member) => !catalog.linksKnown || serviceIds.every((id) => member.services.includes(id)),
  );
  const wanted = options.some((name) => meansAnybody(name)) ? [] : options;
  const named = wanted.map((name) => idsOf(catalog, name));
  const fitting = able.filter(
    (member) => wanted.length === 0 || named.some((ids) => ids.includes(member.id)),
  );
  if (fitting.length === 0 || named.some((ids) => ids.length === 0)) {
    const services = serviceIds.map((id, index) => ({ id, name: plan.serviceNames[index] ?? "" }));
    const { question, isUnknown } = chooseStaff(catalog.staff, able, wanted.join(" or "), services);
    return { question, isUnknown, ids: [] };
  }
  const unwanted = excluded.flatMap((name) => idsOf(catalog, name));
  const left = fitting.filter((member) => !unwanted.includes(member.id)).map((member) => member.id);
  if (left.length === 0) {
    const names = speakList(fitting.slice(0, mostMembers).map((member) => member.label));
    return {
      question: `${plan.subject} can be done by: ${names}, and by nobody else. Tell the caller and ask whether that would suit after all.`,
      isUnknown: false,
      ids: [],
    };
  }
  return {
    question: "",
    isUnknown: false,
    ids: left.length === able.length ? [] : left.slice(0, mostMembers),
  };
}

function idsOf(catalog: Catalog, name: string): readonly string[] {
  const people = catalog.staff.map((member) => ({ id: member.id, name: member.name, label: member.label }));
  const trades = catalog.staff.map((member) => member.specialization);
  return matchName(name, people, trades, "staff member").ids;
}
