/**
 * Callers who change their minds, made at random: whatever they ask for, on whatever channel, and whatever becomes of
 * the answers, what is told is what stands, once, and the same in both runtimes.
 */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTheatre, type RuntimeName, type Theatre } from "../../scripts/sandbox/conversations/index.ts";
import type { SalonService } from "../../scripts/simulator/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { calls } from "./random-calls/calls.ts";
import { playCall } from "./random-calls/play-call.ts";
import { triedModule } from "./tried-module.ts";

const seed = 20_261_019;

describe.each(["in turn", "interleaved"] as const)("calls made at random, flows %s", (flows) => {
  let theatres: Readonly<Record<RuntimeName, Theatre<SalonService>>>;
  beforeAll(async () => {
    const open = (runtime: RuntimeName): Promise<Theatre<SalonService>> =>
      openTheatre({ ...triedModule, artifact: builtArtifact(), runtime, platform: { flows } });
    theatres = { node: await open("node"), nsl: await open("nsl") };
  });
  afterAll(() => Promise.all(Object.values(theatres).map((theatre) => theatre.close())));

  test("leave one truth, in Node", () =>
    fc.assert(
      fc.asyncProperty(calls, async (call) => {
        const { faults, transcript } = await playCall(call, theatres.node);
        expect(faults, transcript.join("\n")).toEqual([]);
      }),
      { seed, numRuns: 250 },
    ));

  test("leave one truth as built, and go the same way as in Node", () =>
    fc.assert(
      fc.asyncProperty(calls, async (call) => {
        const { faults, transcript, actions } = await playCall(call, theatres.nsl);
        expect(faults, transcript.join("\n")).toEqual([]);
        // Side by side the runtimes take their turns at different places.
        if (flows === "in turn") {
          const inNode = await playCall(call, theatres.node);
          expect(transcript).toEqual(inNode.transcript);
          expect(actions).toEqual(inNode.actions);
        }
      }),
      { seed, numRuns: flows === "in turn" ? 40 : 15 },
    ));
});
