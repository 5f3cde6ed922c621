import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  openTheatre,
  type Setting,
  type Stage,
  type Theatre,
} from "../../scripts/sandbox/conversations/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { triedModule } from "./tried-module.ts";

const system = { integrationIdn: "system", connectorIdn: "system" };
const wish = { services: ["Pedicure"], date: "2026-10-20", time: "10:00", full_name: "Nora Lindt" };
const toThursday = { appointment: "1", date: "2026-10-22", time: "14:00" };
const withToken: Setting = { now: "2026-10-19T08:00:00Z" };
const without: Setting = { ...withToken, attributes: { altegio_user_token: "" } };
const runtimes = [
  ["in Node", "node"],
  ["in NSL", "nsl"],
] as const;

/** Queues all events before any of them is handled, and gives what the agent and core were told. */
async function atOnce(
  { sandbox, brain }: Stage,
  conversation: { readonly personaId: string; readonly actorId: string },
  facts: Readonly<Record<string, unknown>>,
  events: readonly { readonly idn: string; readonly payload?: unknown }[],
): Promise<readonly string[]> {
  const { personaId, actorId } = conversation;
  brain.tell(personaId, facts);
  const from = sandbox.events.length;
  for (const { idn, payload } of events) {
    sandbox.deliver({
      idn,
      ...system,
      arguments: payload === undefined ? {} : { payload },
      personaId,
      actorId,
    });
  }
  await sandbox.settle();
  return sandbox.events
    .slice(from)
    .filter(
      ({ idn, integrationIdn }) =>
        integrationIdn === "system" && /^(?:urgent_message|result_success)$/u.test(idn),
    )
    .map(({ arguments: args }) => String(args["baseInstruction"] ?? args["output"]));
}

describe.each(runtimes)("one promise that is heard twice, %s", (_, runtime) => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime });
  });
  afterAll(() => theatre.close());

  test.each([
    ["with a user token", withToken],
    ["without one", without],
  ])("makes one appointment, %s", async (_name, setting) => {
    const stage = await theatre.open(setting);
    const caller = stage.sandbox.conversation({ externalId: "+4915198765432" });
    const told = await atOnce(stage, caller, { ...wish, confirmed: true }, [
      { idn: "altegio_book_appointment_tool" },
      { idn: "book_slot", payload: wish },
      { idn: "altegio_book_appointment_tool" },
    ]);
    expect(told).toHaveLength(3);
    expect(told.filter((text) => text.startsWith("The appointment is booked"))).toHaveLength(1);
    expect(stage.service.calendar()).toHaveLength(1);
    await stage.close();
  });

  test.each([
    ["with a user token", withToken],
    ["without one", without],
  ])("makes one of two appointments that overlap, %s", async (_name, setting) => {
    const stage = await theatre.open(setting);
    const caller = stage.sandbox.conversation({ externalId: "+4915198765432" });
    const told = await atOnce(stage, caller, {}, [
      { idn: "book_slot", payload: { ...wish, confirmed: true } },
      { idn: "book_slot", payload: { ...wish, time: "10:30", confirmed: true } },
    ]);
    expect(told).toHaveLength(2);
    expect(told.filter((text) => text.startsWith("The appointment is booked"))).toHaveLength(1);
    expect(told.filter((text) => text.includes("Nothing else is booked"))).toHaveLength(1);
    expect(stage.service.calendar()).toHaveLength(1);
    await stage.close();
  });

  test("moves and cancels one appointment, and leaves the other alone", async () => {
    const stage = await theatre.open(withToken);
    const caller = stage.sandbox.conversation({ externalId: "+4915198765432" });
    for (const time of ["10:00", "12:00"]) {
      await atOnce(stage, caller, { ...wish, time, despite_other: true, confirmed: true }, [
        { idn: "altegio_book_appointment_tool" },
      ]);
    }
    const moved = await atOnce(stage, caller, { ...toThursday, confirmed: true }, [
      { idn: "altegio_reschedule_appointment_tool" },
      { idn: "reschedule_booking_tool", payload: toThursday },
    ]);
    expect(moved).toHaveLength(2);
    expect(moved.every((text) => /The appointment is moved|at that time already/u.test(text))).toBe(true);
    expect(stage.service.calendar().map(({ line }) => line.slice(0, 16))).toEqual([
      "2026-10-20 12:00",
      "2026-10-22 14:00",
    ]);
    const cancelled = await atOnce(stage, caller, { appointment: "1", confirmed: true }, [
      { idn: "altegio_cancel_appointment_tool" },
      { idn: "convo_agent_cancel_booking", payload: { appointment: "1" } },
      { idn: "altegio_cancel_appointment_tool" },
    ]);
    expect(cancelled).toHaveLength(3);
    expect(cancelled.every((text) => /is cancelled|already cancelled/u.test(text))).toBe(true);
    expect(stage.service.calendar().map(({ line }) => line.slice(0, 16))).toEqual(["2026-10-20 12:00"]);
    await stage.close();
  });
});
