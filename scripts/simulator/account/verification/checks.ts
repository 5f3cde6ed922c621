/** The five checks of the product page, as one caller makes them. */
import { moduleVersion, setupStatus, catalog as catalogAttribute } from "../../../../attributes/index.ts";
import {
  bookPhrase,
  cancelPhrase,
  checkPhrase,
  findPhrase,
  movePhrase,
} from "../../../../scenarios/code-phrases.ts";
import { catalogOf, type Catalog } from "../../../../skills/domain/catalog.ts";
import type { HeldAppointment } from "../../../../skills/domain/held-appointment.ts";
import type { CheckOutcome, VerifiedAccount, VerifiedSetUp } from "../../../sandbox/conversations/index.ts";
import type { asker } from "../ask.ts";
import { standingRecord } from "./clean-up.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import { planVisit, todayIn, type Plan } from "./plan.ts";

/** Titles, in the order and the words of the product page. */
const titles = {
  availability: "Services and availability",
  booking: "Booking",
  lookUp: "Existing appointment look-up",
  reschedule: "Reschedule",
  cancellation: "Cancellation",
} as const;

/** What the checks work on. */
export interface CheckedAccount {
  readonly account: Pick<VerifiedAccount, "caller" | "service" | "staff" | "signal" | "progress">;
  readonly location: string;
  readonly hasUserToken: boolean;
  /** Comment of what is booked. */
  readonly mark: string;
  readonly ask: ReturnType<typeof asker>;
  readonly ledger: Ledger;
}

/** The name everything is booked in. */
const visitor = "Test Verification";

/** What a check has found: nothing to complain of, or a sentence. */
type Verdict = { readonly says: string; readonly fault?: string };

type Conversation = ReturnType<VerifiedSetUp["sandbox"]["conversation"]>;

/** Reads what the publish has stored; null where it could not load the location. */
export function storedCatalog({ sandbox }: VerifiedSetUp, location: string): Catalog | null {
  return catalogOf(sandbox.getAttribute(catalogAttribute.idn), location);
}

/**
 * Makes the checks, to the end or to the first that fails: what follows needs the appointment of the second.
 *
 * @param onCheck hears of each check when it is over
 */
export async function makeChecks(
  on: CheckedAccount,
  setUp: VerifiedSetUp,
  onCheck: (outcome: CheckOutcome) => void,
): Promise<void> {
  const { signal, progress } = on.account;
  const outcome = (title: string, { says, fault }: Verdict): boolean => {
    onCheck(fault === undefined ? { title, state: "passed", says } : { title, state: "failed", says: fault });
    return fault === undefined && !signal.aborted;
  };
  const skip = (title: string, says: string): void => {
    onCheck({ title, state: "skipped", says });
  };

  progress("1 of 5: services and free times ...");
  const first = await checkAvailability(on, setUp);
  if (!outcome(titles.availability, first.verdict) || first.found === null) {
    return;
  }
  const { plan, caller, catalog } = first.found;
  if (catalog.location.smsCodeRequired) {
    const why = "The location wants a code that is sent by SMS, so book and cancel once by hand.";
    Object.values(titles)
      .slice(1)
      .forEach((title) => {
        skip(title, why);
      });
    return;
  }

  progress("2 of 5: booking an appointment ...");
  const second = await checkBooking(on, caller, plan);
  if (!outcome(titles.booking, second.verdict) || second.entry === null) {
    return;
  }
  const { entry } = second;

  if (on.hasUserToken) {
    progress("3 of 5: finding it from another call of the same number ...");
    if (!outcome(titles.lookUp, await checkLookUp(on, setUp, plan))) {
      return;
    }
    progress("4 of 5: moving it ...");
    if (!outcome(titles.reschedule, await checkReschedule(on, caller, plan, entry))) {
      return;
    }
  } else {
    skip(titles.lookUp, "Without a user token existing appointments are not looked up.");
    skip(titles.reschedule, "Without a user token appointments are not moved.");
  }

  progress("5 of 5: cancelling it ...");
  outcome(titles.cancellation, await checkCancellation(on, caller, entry));
}

async function checkAvailability(
  on: CheckedAccount,
  setUp: VerifiedSetUp,
): Promise<{
  readonly verdict: Verdict;
  readonly found: { readonly plan: Plan; readonly caller: Conversation; readonly catalog: Catalog } | null;
}> {
  const { sandbox } = setUp;
  const nothing = (fault: string) => ({ verdict: { says: "", fault }, found: null });
  const stopped = sandbox.trace.of("error").map(({ flow, skill, type }) => `${flow}/${skill} (${type})`);
  if (stopped.length > 0) {
    return nothing(`The publish has stopped in ${stopped.join(", ")}.`);
  }
  const catalog = storedCatalog(setUp, on.location);
  if (catalog === null) {
    const status = sandbox.getAttribute(setupStatus.idn).split("\n").slice(1).join(" ");
    return nothing(`The publish has loaded no services of this location. It reports: ${status}`);
  }
  const today = todayIn(catalog.location.zone, new Date());
  const plan = await planVisit(catalog, on.account, today, on.ask);
  if (typeof plan === "string") {
    return nothing(plan);
  }
  const caller = sandbox.conversation({ externalId: on.account.caller });
  const { service, member, date, times } = plan;
  const answer = await said(caller, checkPhrase, {
    services: [service.label],
    staff: member.label,
    date,
  });
  const offered = answer.match(/\b\d\d:\d\d\b/gu) ?? [];
  const wrong = offered.filter((time) => !times.includes(time));
  const fault =
    offered.length === 0
      ? `Altegio has free times on ${date}, and the agent offers none: ${answer}`
      : wrong.length > 0
        ? `The agent offers ${wrong.join(", ")} on ${date}, which ${member.name} does not have free in Altegio.`
        : !answer.includes(member.name)
          ? `The agent does not say that the times are those of ${member.name}: ${answer}`
          : undefined;
  const version = sandbox.getAttribute(moduleVersion.idn);
  const says = `Version ${version} knows ${String(catalog.services.length)} services and ${String(catalog.staff.length)} members of the staff of ${catalog.location.title}, and offers ${offered.join(", ")} of ${member.name} for ${service.name} on ${date}, as Altegio does.`;
  return {
    verdict: { says, ...(fault === undefined ? {} : { fault }) },
    found: { plan, caller, catalog },
  };
}

async function checkBooking(
  on: CheckedAccount,
  caller: Conversation,
  plan: Plan,
): Promise<{ readonly verdict: Verdict; readonly entry: LedgerEntry | null }> {
  const { service, member, date } = plan;
  const time = plan.times[0] ?? "";
  const wish = {
    services: [service.label],
    staff: member.label,
    date,
    time,
    full_name: visitor,
    email: "verification@example.com",
    comment: on.mark,
  };
  const readBack = await said(caller, bookPhrase, { ...wish, confirmed: false });
  if (on.ledger.entries.length > 0) {
    return { verdict: { says: "", fault: "It is booked before the caller has agreed." }, entry: null };
  }
  if (on.account.signal.aborted) {
    return { verdict: { says: "Stopped before anything was booked." }, entry: null };
  }
  const answer = await said(caller, bookPhrase, { ...wish, confirmed: true });
  const entry = on.ledger.entries.find(({ state }) => state === "standing") ?? null;
  if (entry === null) {
    const fault = `Nothing was booked. The agent was told: ${answer === "" ? readBack : answer}`;
    return { verdict: { says: "", fault }, entry };
  }
  const fault = faultOf(await standingRecord(on, entry), plan, time);
  const says = `${service.name} with ${member.name} on ${date} at ${time} stands in Altegio.`;
  return { verdict: { says, ...(fault === undefined ? {} : { fault }) }, entry };
}

/** Another call, of which the module remembers nothing: what it tells comes from Altegio. */
async function checkLookUp(on: CheckedAccount, { sandbox }: VerifiedSetUp, plan: Plan): Promise<Verdict> {
  const later = sandbox.conversation({ externalId: on.account.caller });
  const answer = await said(later, findPhrase, {});
  const time = plan.times[0] ?? "";
  const missing = [plan.service.name, plan.member.name, time].filter((word) => !answer.includes(word));
  return missing.length === 0
    ? { says: `A new call from the same number is told of it, with service, person and time.` }
    : { says: "", fault: `The answer lacks ${missing.join(", ")}: ${answer}` };
}

async function checkReschedule(
  on: CheckedAccount,
  caller: Conversation,
  plan: Plan,
  entry: LedgerEntry,
): Promise<Verdict> {
  const time = plan.times.at(-1) ?? "";
  const wish = { date: plan.date, time };
  await said(caller, movePhrase, { ...wish, confirmed: false });
  const answer = await said(caller, movePhrase, { ...wish, confirmed: true });
  const fault = faultOf(await standingRecord(on, entry), plan, time);
  return fault === undefined
    ? { says: `It stands at ${time} now.` }
    : { says: "", fault: `${fault} The agent was told: ${answer}` };
}

async function checkCancellation(
  on: CheckedAccount,
  caller: Conversation,
  entry: LedgerEntry,
): Promise<Verdict> {
  await said(caller, cancelPhrase, { confirmed: false });
  const answer = entry.state === "cancelled" ? "" : await said(caller, cancelPhrase, { confirmed: true });
  const held = await standingRecord(on, entry);
  return held === null
    ? { says: "It is gone in Altegio." }
    : { says: "", fault: `It still stands in Altegio. The agent was told: ${answer}` };
}

/** Why an appointment is not as it was wanted; undefined when it is. */
function faultOf(held: HeldAppointment | null | "unknown", plan: Plan, time: string): string | undefined {
  if (held === null || held === "unknown") {
    return held === null
      ? "It does not stand in Altegio."
      : "Altegio does not show the appointment, so it is not known whether it stands.";
  }
  const { service, member, date } = plan;
  const differences = [
    held.date === date && held.time === time ? "" : `on ${held.date} at ${held.time}`,
    held.staffId === "" || held.staffId === member.id ? "" : `with ${held.staffName}`,
    held.serviceIds.includes(service.id) ? "" : `for ${held.serviceNames.join(" + ")}`,
  ].filter((difference) => difference !== "");
  return differences.length === 0 ? undefined : `It stands in Altegio ${differences.join(" ")}.`;
}

/** Has the agent make a promise, with what a perfect model would have understood; gives what it was told. */
async function said(
  caller: Conversation,
  { tool, phrase }: { readonly tool: string; readonly phrase: string },
  facts: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { answers, problem, errors } = await caller.say({
    user: "Yes, please.",
    agent: `${phrase}.`,
    tool,
    facts,
  });
  const stopped = errors.map(({ flow, skill, type }) => `${flow}/${skill} has stopped (${type}).`);
  return [...answers, ...stopped, problem].filter((text) => text !== "").join(" ");
}
