/** Every capability under every disturbance: one answer, no false claim, nothing twice, nothing lost. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { naive } from "../../scripts/simulator/api/index.ts";
import {
  openTheatre,
  type RuntimeName,
  type Stage,
  type Theatre,
} from "../../scripts/sandbox/conversations/index.ts";
import type { TurnResult } from "../../scripts/sandbox/platform/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import type { SalonService } from "../../scripts/simulator/index.ts";
import { triedModule } from "../conversations/tried-module.ts";
import { capabilities, faults, type Capability } from "./fault-cells.ts";

const caller = "+4915112345678";

/** The starts of the caller's live pedicures: the appointment everything here is about. */
function pedicures({ service: { altegio, location } }: Stage<SalonService>): string[] {
  return altegio.state.records
    .filter((record) => !record.deleted && record.services.some(({ id }) => id === 61023))
    .map((record) => naive(location.zone, record.start).slice(0, 16));
}

/** Every sentence that claims something, and what must then be true of the calendar. */
const claims: readonly (readonly [RegExp, readonly string[]])[] = [
  [/The appointment is booked|is already booked/u, ["2026-10-20 10:00"]],
  [/Nothing is booked|it is not booked yet/u, []],
  [/The appointment is cancelled|already cancelled|no longer stands/u, []],
  [/still stands|Nothing is cancelled/u, ["2026-10-20 10:00"]],
  [/The appointment is moved|at that time already/u, ["2026-10-22 14:00"]],
  [/Nothing is moved|stays as it is/u, ["2026-10-20 10:00"]],
];

function judge(stage: Stage<SalonService>, capability: Capability, result: TurnResult): void {
  expect(result.errors).toEqual([]);
  expect(result.answers).toHaveLength(capability.silent === true ? 0 : 1);
  const spoken = [
    ...result.answers,
    ...result.events.map((event) => String(event.arguments["sectionValue"] ?? "")),
  ].join(" ");
  expect(spoken).not.toMatch(/\d{5,}|https?:|<html|[{}]|demo-/u);
  // Clara has an appointment on Friday, and the salon has free times: neither may be denied.
  expect(spoken).not.toMatch(/No upcoming appointment was found|has no upcoming appointment/u);
  expect(spoken).not.toMatch(/there is no free time|too far ahead|is closed|does not work/u);
  const standing = pedicures(stage);
  for (const [claim, truth] of claims) {
    if (claim.test(spoken)) {
      expect({ spoken, standing }).toEqual({ spoken, standing: truth });
    }
  }
  expect(standing.length).toBeLessThanOrEqual(1);
}

const cells = capabilities.flatMap((capability) =>
  capability.steps.flatMap(([method, path]) =>
    faults.flatMap(([fault, plan]) =>
      // Once, and so often that a second try does not help.
      [1, 9].map((times) => ({ capability, method, path, fault, plan, times })),
    ),
  ),
);

/**
 * Registers the tests of the whole matrix: every capability, each of its requests, every disturbance.
 *
 * @param runtime what the module runs in
 */
export function testFaultMatrix(runtime: RuntimeName): void {
  let theatre: Theatre<SalonService>;
  beforeAll(async () => {
    theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime });
  });
  afterAll(() => theatre.close());

  describe.each(capabilities.map((capability) => [capability.name, capability] as const))(
    "%s",
    (_, capability) => {
      const own = cells.filter((cell) => cell.capability === capability);

      test.each(
        own.map(
          (cell) => [`${cell.fault} x ${String(cell.times)} on ${cell.method} ${cell.path}`, cell] as const,
        ),
      )("%s", async (_name, { method, path, plan, times }) => {
        const stage = await theatre.open(capability.setting);
        try {
          const conversation = stage.sandbox.conversation({ externalId: caller });
          await capability.before?.(conversation);
          stage.service.altegio.faults.add({ method, path, fault: plan, times });
          judge(stage, capability, await capability.act(conversation));
          expect(stage.service.altegio.faults.unused()[0]?.times ?? 0).toBeLessThan(times);
          // The tool fires again, undisturbed: nothing may be there twice, and what is said must be true.
          for (let left = 0; left < times; left += 1) {
            stage.service.altegio.faults.take(
              method,
              `/api/v1${path.replace("**", "x").replaceAll("*", "x")}`,
            );
          }
          judge(stage, capability, await capability.act(conversation));
        } finally {
          await stage.close();
        }
      });
    },
  );

  test("the matrix is complete", () => {
    expect(cells).toHaveLength(
      capabilities.reduce((sum, { steps }) => sum + steps.length, 0) * faults.length * 2,
    );
    expect(cells.length).toBeGreaterThan(500);
  });
}
