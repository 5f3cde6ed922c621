/** While an operation runs the session does not end under it and the agent does not ask; its answer releases both. */
import { afterAll, describe, expect, test } from "vitest";
import { extendSessionEvent, waitingModeEvent } from "#sdk";
import { openTheatre, type Stage, type Theatre } from "../../scripts/sandbox/conversations/index.ts";
import { followUpText, type Conversation } from "../../scripts/sandbox/platform/index.ts";
import type { SalonService } from "../../scripts/simulator/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { book, say, wish } from "../skills/fault-cells.ts";
import { isWrite } from "../skills/in-flight-cells.ts";
import { renamedParts } from "./renamed-parts.ts";
import { triedModule } from "./tried-module.ts";

const theatres = new Map<string, Theatre<SalonService>>();
afterAll(async () => {
  await Promise.all([...theatres.values()].map((theatre) => theatre.close()));
});

/** A stage whose core asks after 20 seconds, and ends a session after five minutes in which nothing is said. */
async function stageWith(
  runtime: "node" | "nsl",
  deafTo: readonly string[] = [],
): Promise<Stage<SalonService>> {
  const key = [runtime, ...deafTo].join();
  const theatre =
    theatres.get(key) ??
    (await openTheatre({
      ...triedModule,
      artifact: builtArtifact(),
      runtime,
      platform: { corePatience: { followUpSeconds: 20, sessionSeconds: 300, deafTo } },
    }));
  theatres.set(key, theatre);
  return theatre.open({ now: "2026-10-19T08:00:00Z" });
}

/** What core has done of itself so far. */
function interventions({ sandbox }: Stage<SalonService>, caller: Conversation): string[] {
  return [
    ...caller.memory.filter(({ text }) => text === followUpText).map(() => "asked"),
    ...sandbox.events
      .filter(({ idn, personaId }) => idn === "session_ended" && personaId === caller.personaId)
      .map(() => "ended"),
  ];
}

/** Lets seconds pass. Gives how many answers came meanwhile. */
async function wait(stage: Stage<SalonService>, caller: Conversation, seconds: number): Promise<number> {
  stage.pass(seconds / 60);
  return (await caller.settle()).answers.length;
}

/** The caller has said nothing for nearly five minutes when the agent promises to book; the write gets no answer yet. */
async function waitForBooking(stage: Stage<SalonService>) {
  const caller = stage.sandbox.conversation({ externalId: "+4915112345678" });
  await caller.fire("user_message");
  // What core does counts from the promise on.
  await wait(stage, caller, 280);
  const before = interventions(stage, caller).length;
  const held = stage.sandbox.holdResults(isWrite);
  await book(caller);
  held.stop();
  expect(held.events).toHaveLength(1);
  expect(await wait(stage, caller, 25)).toBe(0);
  return { caller, held, stepsIn: () => interventions(stage, caller).slice(before) };
}

/** Core asks again, and once: it does not wait for anything of the module's any more. */
async function expectReleased(stage: Stage<SalonService>, caller: Conversation): Promise<void> {
  await wait(stage, caller, 19);
  expect(interventions(stage, caller)).toEqual([]);
  await wait(stage, caller, 2);
  expect(interventions(stage, caller)).toEqual(["asked"]);
}

describe.each(["node", "nsl"] as const)("in %s", (runtime) => {
  test("a slow answer is waited for, and releases the conversation", async () => {
    const stage = await stageWith(runtime);
    const { caller, held, stepsIn } = await waitForBooking(stage);
    expect(stepsIn()).toEqual([]);
    held.release();
    expect(await wait(stage, caller, 0)).toBe(1);
    expect(stepsIn()).toEqual([]);
    await wait(stage, caller, 21);
    expect(stepsIn()).toEqual(["asked"]);
    await stage.close();
  });

  test("an answer that never comes ends in one that releases it too", async () => {
    const stage = await stageWith(runtime);
    const { caller, stepsIn } = await waitForBooking(stage);
    let answers = 0;
    for (let round = 0; round < 3 && answers === 0; round += 1) {
      expect(stepsIn()).toEqual([]);
      answers = await wait(stage, caller, 31);
    }
    expect(answers).toBe(1);
    await wait(stage, caller, 21);
    expect(stepsIn()).toEqual(["asked"]);
    await stage.close();
  });

  test.each([
    ["a look-up", say("altegio_check_availability_tool", wish), () => true],
    ["a booking", book, isWrite],
  ] as const)("%s that an update has interrupted is released by its answer too", async (_, act, matches) => {
    const stage = await stageWith(runtime);
    const { sandbox } = stage;
    const caller = sandbox.conversation({ externalId: "+4915112345678" });
    const held = sandbox.holdResults(matches);
    await act(caller);
    held.stop();
    await sandbox.forceUpdate(renamedParts(builtArtifact()));
    held.release();
    expect((await caller.settle()).answers).toHaveLength(1);
    await sandbox.forceUpdate(builtArtifact());
    await expectReleased(stage, caller);
    await stage.close();
  });

  test.each([
    ["altegio_check_availability_tool", "altegio_location_id"],
    ["altegio_book_appointment_tool", "altegio_partner_token"],
    ["altegio_cancel_appointment_tool", "altegio_location_id"],
    ["altegio_reschedule_appointment_tool", "altegio_partner_token"],
    ["altegio_find_appointments_tool", "altegio_user_token"],
  ])("%s of an account without %s is released by its answer too", async (tool, missing) => {
    const stage = await stageWith(runtime);
    const { sandbox } = stage;
    const caller = sandbox.conversation({ externalId: "+4915112345678" });
    sandbox.setAttribute(missing, "");
    const { answers, events, requests } = await say(tool, wish)(caller);
    expect(events.map(({ idn }) => idn)).toContain(waitingModeEvent);
    expect([answers.length, requests.length]).toEqual([1, 0]);
    await expectReleased(stage, caller);
    await stage.close();
  });

  test.each([
    [waitingModeEvent, "asked"],
    [extendSessionEvent, "ended"],
  ])("a core that does not know %s steps in", async (event, what) => {
    const stage = await stageWith(runtime, [event]);
    const { stepsIn } = await waitForBooking(stage);
    expect(stepsIn()).toEqual([what]);
    await stage.close();
  });

  test("what core has asked for itself keeps the session, and leaves the waiting to core", async () => {
    const stage = await stageWith(runtime);
    const caller = stage.sandbox.conversation({ externalId: "+4915112345678" });
    const { events } = await caller.fire("book_slot", { payload: { ...wish, phone: "+4915112345678" } });
    expect(events.map(({ idn }) => idn)).toContain(extendSessionEvent);
    expect(events.map(({ idn }) => idn)).not.toContain(waitingModeEvent);
    expect(events.map(({ idn }) => idn)).toContain("result_success");
    await stage.close();
  });
});
