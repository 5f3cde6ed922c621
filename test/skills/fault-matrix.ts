/** Every capability under every disturbance: one answer, no false claim, nothing twice, nothing lost. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
import { capabilities, faults, type Capability, type Disturbance } from "./fault-cells.ts";
import { judge } from "./judge.ts";
import { sceneOf } from "./scene.ts";

const caller = "+4915112345678";

/** Clara has an appointment on Friday, and the salon has free times: no fault makes these false. */
const undeniable = [
  "nothing planned",
  "nothing under the name",
  "not identified",
  "not free",
  "nothing free",
  "fully booked",
  "booked or off",
  "not open",
  "too far ahead",
  "member off",
  "nobody offers",
];

/** A request that changes something, once it arrives: what is only checked or searched for is no such request. */
function isWrite({ method, url }: TurnResult["requests"][number]): boolean {
  return method !== "GET" && !/[/](?:book_check|clients[/]search)/u.test(url);
}

/** Of the caller nothing is logged, no token even where the trace would hide it, and no address. */
function expectDiscreet(stage: Stage<SalonService>): void {
  const lines = stage.sandbox.trace.of("log", 0).map(({ message }) => message);
  expect(lines.join("\n")).not.toMatch(/\[secret\]|15112345678|clara|weiss|https?:|bearer/iu);
}

/** What an act said, and the requests it sent, against the table. */
function expectHonest(
  stage: Stage<SalonService>,
  personaId: string,
  result: TurnResult,
  { capability, disturbance }: Cell,
): void {
  expect(result.errors).toEqual([]);
  expect(result.answers).toHaveLength(capability.silent === true ? 0 : 1);
  const sections = result.events.map((event) => String(event.arguments["sectionValue"] ?? ""));
  const scene = sceneOf(stage, personaId);
  const verdict = judge([...result.answers, ...sections.filter((text) => text !== "")], scene);
  expect(verdict.faults).toEqual([]);
  expect(verdict.kinds.filter((kind) => undeniable.includes(kind))).toEqual([]);
  expect(scene.standing.length).toBeLessThanOrEqual(1);
  const writes = result.requests.filter(isWrite);
  const sent = writes.map(({ method, url }) => `${method} ${url}`);
  expect(sent).toEqual([...new Set(sent)]);
  const { most } = capability;
  expect(writes.length).toBeLessThanOrEqual(most.writes[disturbance.tookEffect ? 1 : 0]);
  expect(result.requests.length - writes.length).toBeLessThanOrEqual(most.looks[disturbance.again ? 1 : 0]);
}

/** A capability, one of its requests, and what happens to it. */
interface Cell {
  readonly capability: Capability;
  readonly method: Capability["steps"][number][0];
  readonly path: string;
  readonly disturbance: Disturbance;
  readonly times: number;
}

const cells: readonly Cell[] = capabilities.flatMap((capability) =>
  capability.steps.flatMap(([method, path]) =>
    faults.flatMap((disturbance) =>
      // Once, and so often that a second try does not help.
      [1, 9].map((times) => ({ capability, method, path, disturbance, times })),
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
          (cell) =>
            [
              `${cell.disturbance.name} x ${String(cell.times)} on ${cell.method} ${cell.path}`,
              cell,
            ] as const,
        ),
      )("%s", async (_name, cell) => {
        const { method, path, disturbance, times } = cell;
        const stage = await theatre.open(capability.setting);
        try {
          const conversation = stage.sandbox.conversation({ externalId: caller });
          await capability.before?.(conversation);
          stage.service.altegio.faults.add({ method, path, fault: disturbance.fault, times });
          expectHonest(stage, conversation.personaId, await capability.act(conversation), cell);
          expect(stage.service.altegio.faults.unused()[0]?.times ?? 0).toBeLessThan(times);
          // The tool fires again, undisturbed: nothing may be there twice, and what is said must be true.
          for (let left = 0; left < times; left += 1) {
            stage.service.altegio.faults.take(
              method,
              `/api/v1${path.replace("**", "x").replaceAll("*", "x")}`,
            );
          }
          expectHonest(stage, conversation.personaId, await capability.act(conversation), cell);
          expectDiscreet(stage);
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
