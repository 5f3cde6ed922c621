/** An appointment that is booked anew for the same time while an older answer about it is on its way: it is told as it stands. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTheatre, type Stage, type Theatre } from "../../scripts/sandbox/conversations/index.ts";
import type { Conversation } from "../../scripts/sandbox/platform/index.ts";
import type { SalonService } from "../../scripts/simulator/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { book, say, wish } from "../skills/fault-cells.ts";
import { cancel, isWrite, move } from "../skills/in-flight-cells.ts";
import { judge } from "../skills/judge.ts";
import { answered, sceneOf } from "../skills/scene.ts";
import { triedModule } from "./tried-module.ts";

/** Monday, 19 October 2026, 10:00 in Berlin. */
const setting = { now: "2026-10-19T08:00:00Z" };

describe.each(["node", "nsl"] as const)("in %s", (runtime) => {
  let theatre: Theatre<SalonService>;
  beforeAll(async () => {
    theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime });
  });
  afterAll(() => theatre.close());

  /** Begins an act whose answer is kept back until the others are over; gives what is said when it comes. */
  async function saidLate(
    stage: Stage<SalonService>,
    caller: Conversation,
    act: (conversation: Conversation) => Promise<unknown>,
    meanwhile: readonly ((conversation: Conversation) => Promise<unknown>)[],
  ) {
    const held = stage.sandbox.holdResults(isWrite);
    await act(caller);
    held.stop();
    expect(held.events).toHaveLength(1);
    for (const next of meanwhile) {
      await next(caller);
    }
    held.release();
    const { answers, errors } = await caller.settle();
    expect(errors).toEqual([]);
    expect(answers).toHaveLength(1);
    return answers.join("");
  }

  test.each([
    ["a booking that was cancelled meanwhile", [], book, [cancel, book]],
    ["a cancellation", [book], cancel, [book]],
    ["a move of what was cancelled meanwhile", [book], move("14:00"), [cancel, bookThursday]],
  ] as const)("the late answer to %s", async (_name, before, act, meanwhile) => {
    const stage = await theatre.open(setting);
    const caller = stage.sandbox.conversation({ externalId: "+4915112345678" });
    for (const first of before) {
      await first(caller);
    }
    const text = await saidLate(stage, caller, act, meanwhile);
    const { kinds, faults } = judge([text], sceneOf(stage, caller.personaId));
    expect(faults).toEqual([]);
    expect(kinds).toEqual(["booked anew"]);
    // Nobody has asked to have that one cancelled, too.
    expect(text).not.toContain("cancelling the next one");
    expect(stage.service.calendar()).toHaveLength(1);
    await stage.close();
  });

  test("a cancellation offers none that was booked since", async () => {
    const stage = await theatre.open(setting);
    const caller = stage.sandbox.conversation({ externalId: "+4915112345678" });
    await book(caller);
    const text = await saidLate(stage, caller, cancel, [bookThursday]);
    expect(judge([text], sceneOf(stage, caller.personaId))).toEqual({ kinds: ["cancelled"], faults: [] });
    expect(text).not.toContain("cancelling the next one");
    await stage.close();
  });

  test("a refusal is not believed while one stands under the number, on a card in another name", async () => {
    const stage = await theatre.open(setting);
    const caller = stage.sandbox.conversation({ externalId: "+4915112345678" });
    const held = stage.sandbox.holdResults(isWrite);
    const forNora = { ...wish, staff: "", full_name: "Nora Lindt" };
    await say("altegio_book_appointment_tool", forNora)(caller);
    held.stop();
    const [event] = held.events;
    if (event === undefined) {
      throw new Error("nothing was submitted");
    }
    const refusal = { success: false, data: null, meta: { message: "busy" } };
    stage.sandbox.deliver(answered(event, 409, JSON.stringify(refusal)));
    const { answers } = await caller.settle();
    expect(judge(answers, sceneOf(stage, caller.personaId))).toEqual({
      kinds: ["booking unknown"],
      faults: [],
    });
    await stage.close();
  });
});

/** Books Thursday at two. */
function bookThursday(conversation: Conversation): Promise<unknown> {
  return say("altegio_book_appointment_tool", {
    ...wish,
    date: "2026-10-22",
    time: "14:00",
    despite_other: true,
  })(conversation);
}
