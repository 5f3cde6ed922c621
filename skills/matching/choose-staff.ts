/** Finds the member of the staff a caller named. */
import type { Reference } from "../domain/appointment.ts";
import { speakList } from "../text/speak-date.ts";
import { meansAnybody } from "./anybody.ts";
import { askWhichText } from "./ask-which.ts";
import { alternativeNames, listedNames } from "./listed-names.ts";
import { matchAlternatives } from "./match-alternatives.ts";
import type { Named } from "./match-name.ts";

/** Most members that are named as those who do it. */
const mostNamed = 5;

/** What a member is found by. */
export interface NamedMember extends Named {
  readonly specialization: string;
  /** Ids of the services the member does. */
  readonly services: readonly string[];
}

/** The member's id, or what to ask the caller (`question`, "" when nothing). */
export interface StaffChoice {
  readonly question: string;
  /** It is asked because there is no member of that name. */
  readonly isUnknown: boolean;
  /** The one member who was named and does not do the services; "" where it is not that. */
  readonly deniedId: string;
  readonly id: string;
}

/**
 * Asks back when a name fits nobody or several, when several are named, and when one is that does not do the
 * services. Of namesakes the one who does them is meant, and of those nothing tells apart the first.
 *
 * @param staff all members
 * @param able those who do all of the services
 * @param copied a name, an id, the caller's words or a line of the list of the staff
 * @param services what is wanted
 */
export function chooseStaff(
  staff: readonly NamedMember[],
  able: readonly NamedMember[],
  copied: string,
  services: readonly Reference[],
): StaffChoice {
  // In the list the agent reads, a member's services stand behind the name; a name may have a colon of its own.
  const own = staff.find(
    ({ name }) =>
      name.includes(":") && [`${name}:`, `${name} (`].some((start) => `${copied}:`.startsWith(start)),
  );
  const wanted = own === undefined ? copied.replace(/:.*$/u, "") : own.name;
  const subject = namesOf(services);
  const people = staff.map(({ id, name, label }) => ({ id, name, label }));
  const trades = staff.map((member) => member.specialization);
  // Members are named one beside the other as well: `Anna, Mila`.
  const names = alternativeNames(listedNames(wanted).join("\n"));
  const match = matchAlternatives(names.join("\n"), people, trades, "staff member");
  const named = staff.filter((member) => match.ids.includes(member.id));
  const others = speakList(able.slice(0, mostNamed).map((member) => member.label));
  const first = named[0];
  if (first === undefined) {
    const isOpen = names.some((name) => meansAnybody(name)) && match.labels.length > 0;
    return {
      question: isOpen
        ? `Ask the caller whether it has to be ${speakList(match.labels, "or")} or may be whoever is free.`
        : askWhichText(match, wanted, "staff member", ` ${subject} can be done by: ${others}.`),
      isUnknown: !isOpen && match.kind === "none",
      deniedId: "",
      id: "",
    };
  }
  const fitting = able.filter((member) => match.ids.includes(member.id));
  if (fitting.length === 0) {
    const nobody =
      named.length === 1
        ? notDoneText(first, services)
        : `Neither ${named.map((member) => member.label).join(" nor ")} does ${subject}.`;
    const what = services.length === 1 ? "This" : "All of it in one visit";
    return {
      question: `${nobody} ${what} can be done by: ${others}. Tell the caller and ask whether someone else would suit them.`,
      isUnknown: false,
      deniedId: named.length === 1 ? first.id : "",
      id: "",
    };
  }
  const meant = fitting[0] ?? first;
  if (
    named.every((member) => member.name === first.name) &&
    fitting.every((member) => member.label === meant.label)
  ) {
    return { question: "", isUnknown: false, deniedId: "", id: meant.id };
  }
  return {
    question:
      fitting.length === 1
        ? `Of ${speakList(match.labels)}, only ${meant.label} does ${subject}. Tell the caller and ask whether that suits them.`
        : askWhichText({ ...match, labels: fitting.map((member) => member.label) }, wanted, "staff member"),
    isUnknown: false,
    deniedId: "",
    id: "",
  };
}

/** Which of the services a member does not do, and which of them the member does. */
function notDoneText(member: NamedMember, services: readonly Reference[]): string {
  const done = services.filter((service) => member.services.includes(service.id));
  const missing = services.filter((service) => !member.services.includes(service.id));
  return done.length === 0
    ? `${member.label} does not do ${namesOf(services)}.`
    : `${member.label} does ${namesOf(done)}, but not ${namesOf(missing)}.`;
}

function namesOf(services: readonly Reference[]): string {
  return speakList(services.map((service) => service.name));
}
