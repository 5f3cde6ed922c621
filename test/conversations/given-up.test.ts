/** Answers that come when the caller has gone on without them or to nobody, and entries of versions that kept less. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTheatre, type Setting, type Theatre } from "../../scripts/sandbox/conversations/index.ts";
import type { SalonService } from "../../scripts/simulator/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { book } from "../skills/fault-cells.ts";
import { isWrite } from "../skills/in-flight-cells.ts";
import { judge } from "../skills/judge.ts";
import { answered, sceneOf } from "../skills/scene.ts";
import { triedModule } from "./tried-module.ts";

/** Monday, 19 October 2026, 10:00 in Berlin. */
const setting: Setting = { now: "2026-10-19T08:00:00Z" };
const wish = {
  services: ["Pedicure"],
  staff: "Sofia",
  date: "2026-10-20",
  time: "10:30",
  full_name: "Clara Weiss",
  confirmed: true,
};
const bookIt = { user: "Yes.", agent: "One moment.", tool: "altegio_book_appointment_tool" };

describe.each(["node", "nsl"] as const)("in %s", (runtime) => {
  let theatre: Theatre<SalonService>;
  beforeAll(async () => {
    theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime });
  });
  afterAll(() => theatre.close());

  test.each([
    ["stands and is told", true],
    ["was refused and changes nothing", false],
  ])("a booking that was given up for another time %s", async (_, isMade) => {
    const stage = await theatre.open(setting);
    const { sandbox, service } = stage;
    const caller = sandbox.conversation({ externalId: "+4915112345678" });
    // The request is still on its way to Altegio.
    service.altegio.faults.add({ method: "POST", path: "/book_record/*", fault: { kind: "reset" } });
    const held = sandbox.holdResults(isWrite);
    await book(caller);
    held.stop();
    for (let minute = 0; minute < 3; minute += 1) {
      stage.pass(1.1);
      await sandbox.settle();
    }
    // Altegio does not show it, and the other time is free; only then it is made.
    await caller.say({ ...bookIt, facts: wish });
    expect(sceneOf(stage, caller.personaId).stored.map(({ status }) => status)).toEqual([
      "given_up",
      "booked",
    ]);
    const [event] = held.events;
    const record = { service: "Pedicure", staff: "Sofia Rossi", date: "2026-10-20", time: "09:15" };
    if (isMade) {
      await service.actAsTeam?.({ books: { ...record, client: "Clara Weiss", phone: "4915112345678" } });
    }
    const [made] = service.altegio.state.records.slice(-1);
    const entry = {
      record_id: made?.id,
      record_hash: made?.hash,
      record: { date: "2026-10-20 09:15:00", staff: { id: 7104, name: "Sofia Rossi" } },
    };
    expect(event).toBeDefined();
    if (event !== undefined) {
      const body = isMade ? { success: true, data: [entry] } : { success: false, data: null };
      sandbox.deliver(answered(event, isMade ? 201 : 422, JSON.stringify(body)));
    }
    const late = await caller.settle();
    expect(late.errors).toEqual([]);
    const verdict = judge(late.answers, sceneOf(stage, caller.personaId));
    expect(verdict).toEqual({ kinds: isMade ? ["stands after all"] : [], faults: [] });
    expect(sceneOf(stage, caller.personaId).stored.map(({ status }) => status)).toEqual(
      isMade ? ["booked", "booked"] : ["given_up", "booked"],
    );
    await stage.close();
  });

  test("an answer that names no user settles the appointment of its own caller, once", async () => {
    const stage = await theatre.open(setting);
    const { sandbox } = stage;
    const caller = sandbox.conversation({ externalId: "+4915112345678" });
    const held = sandbox.holdResults(isWrite);
    await book(caller);
    held.stop();
    const from = sandbox.events.length;
    for (const event of [...held.events, ...held.events]) {
      sandbox.deliver({ ...event, personaId: "", actorId: "" });
    }
    await sandbox.settle();
    const told = sandbox.events.slice(from).filter(({ idn }) => idn === "urgent_message");
    expect(told.map(({ arguments: args }) => args["baseInstruction"])).toEqual([
      expect.stringMatching(/^The appointment is booked/u),
    ]);
    const { stored, standing } = sceneOf(stage, caller.personaId);
    expect(stored.map(({ status }) => status)).toEqual(["booked"]);
    expect(standing).toHaveLength(1);
    const again = await book(caller);
    expect(again.answers).toEqual([expect.stringMatching(/^This appointment is already booked/u)]);
    await stage.close();
  });

  test("an appointment whose length an older version did not keep is looked up before it is overlapped", async () => {
    const stage = await theatre.open(setting);
    const caller = stage.sandbox.conversation({ externalId: "+4915112345678" });
    await book(caller);
    const kept = stage.sandbox.account.personas.get(caller.personaId)?.attributes;
    const entries = JSON.parse(kept?.get("altegio_appointments") ?? "[]") as Record<string, unknown>[];
    const old = entries.map(({ record_id, record_hash, location_id, services, staff, datetime, status }) => ({
      ...{ record_id, record_hash, location_id, services, staff, datetime, status },
    }));
    kept?.set("altegio_appointments", JSON.stringify(old));
    const facts = { ...wish, services: ["Women's haircut"], staff: "Anna" };
    const over = await caller.say({ ...bookIt, facts });
    expect(judge(over.answers, sceneOf(stage, caller.personaId))).toEqual({
      kinds: ["other at that time", "not booked", "question"],
      faults: [],
    });
    const after = await caller.say({ ...bookIt, facts: { ...facts, time: "11:00" } });
    expect(after.answers).toEqual([expect.stringMatching(/^The appointment is booked/u)]);
    expect(stage.service.calendar()).toHaveLength(2);
    await stage.close();
  });
});
