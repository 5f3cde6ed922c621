/** Every write whose answer is disturbed, while the caller does something else: one truth everywhere. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildProject } from "../../scripts/cli/build-project.ts";
import { openProject } from "../../scripts/project/index.ts";
import {
  openTheatre,
  type RuntimeName,
  type Setting,
  type Theatre,
} from "../../scripts/sandbox/conversations/index.ts";
import type { ArtifactTree } from "../../scripts/model/types.ts";
import { framePrefix } from "../../module/constants.ts";
import { builtArtifact, root } from "../assemble/built-module.ts";
import type { SalonService } from "../../scripts/simulator/index.ts";
import { triedModule } from "../conversations/tried-module.ts";
import { fates, firsts, isWrite, meanwhiles } from "./in-flight-cells.ts";
import { judge } from "./judge.ts";
import { sceneOf } from "./scene.ts";

const caller = "+4915112345678";

/** Monday, 19 October 2026, 10:00 in Berlin. */
const setting: Setting = { now: "2026-10-19T08:00:00Z" };
const settings: readonly (readonly [string, Setting])[] = [
  ["with a user token", setting],
  ["without a user token", { ...setting, attributes: { altegio_user_token: "" } }],
];

const cells = settings.flatMap(([access, of]) =>
  firsts
    // Without a user token nothing is moved.
    .filter((first) => first.name !== "move" || of === setting)
    .flatMap((first) =>
      meanwhiles.flatMap(([meanwhile, act]) =>
        fates.map((fate) => ({ access, setting: of, first, meanwhile, second: act(first), fate })),
      ),
    ),
);

/** The functions that wait for the answer to a write. */
const waiting = [
  ["skills/booking/submit-booking.ts", "submitBooking"],
  ["skills/cancellation/withdraw.ts", "withdraw"],
  ["skills/cancellation/withdraw.ts", "withdrawAsBusiness"],
  ["skills/reschedule/move.ts", "moveRecord"],
] as const;

/** The artifact of a later version, in which the functions that wait for writes are others. */
async function changedArtifact(): Promise<ArtifactTree> {
  const texts = new Map<string, string>();
  for (const [file, name] of waiting) {
    const path = `${root}/${file}`;
    const source = texts.get(path) ?? readFileSync(path, "utf8");
    const changed = source.replace(
      new RegExp(`(async function ${name}\\([^]*?\\): Promise<[A-Za-z]+> \\{\\n)`, "u"),
      '$1  ctx.log("another version");\n',
    );
    expect(changed).not.toBe(source);
    texts.set(path, changed);
  }
  const { build } = await buildProject(openProject(root), texts);
  expect(build).not.toBeNull();
  return build?.tree ?? new Map<string, string>();
}

/** What is kept and what Altegio holds, in one form. */
const momentOf = (text: string): string => text.slice(0, 16).replace("T", " ");

/**
 * Registers the tests of the whole matrix.
 *
 * @param runtime what the module runs in
 */
export function testInFlightMatrix(runtime: RuntimeName): void {
  let theatre: Theatre<SalonService>;
  let changed: ArtifactTree;
  beforeAll(async () => {
    changed = await changedArtifact();
    theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime });
  });
  afterAll(() => theatre.close());

  describe.each(fates.map((fate) => [fate.name, fate] as const))("an answer that comes %s", (_, fate) => {
    const own = cells.filter((cell) => cell.fate === fate);

    test.each(
      own.map((cell) => [`${cell.first.name}, then ${cell.meanwhile}, ${cell.access}`, cell] as const),
    )("%s", async (_name, cell) => {
      const stage = await theatre.open(cell.setting);
      const { sandbox } = stage;
      let isUnderWay = false;
      const held = sandbox.holdResults((request) => isUnderWay && isWrite(request));
      try {
        const person = sandbox.conversation({ externalId: caller });
        const other = sandbox.conversation({ externalId: "+4915198765432" });
        await cell.first.before?.(person);
        isUnderWay = true;
        expect((await cell.first.act(person)).answers).toEqual([]);
        expect(held.events).toHaveLength(1);
        isUnderWay = fate.holdsAll === true;
        const second = await cell.second(person);
        isUnderWay = false;
        await fate.deliver({ stage, held, caller: person, other, trees: [builtArtifact(), changed] });
        const late = await person.settle();
        expect(second.errors.concat(late.errors)).toEqual([]);
        expect((await other.settle()).answers).toEqual([]);

        const scene = sceneOf(stage, person.personaId);
        const spoken = [...second.answers, ...late.answers];
        expect(spoken.length).toBeGreaterThanOrEqual(1);
        expect(judge(spoken.slice(-1), scene).faults).toEqual([]);
        // One truth: what stands is known, and what is known to stand does.
        const booked = scene.stored
          .filter(({ status }) => status === "booked")
          .map((e) => momentOf(e.datetime));
        const open = scene.stored.filter(({ status }) => ["submitting", "unconfirmed"].includes(status));
        const standing = scene.standing.map(momentOf);
        expect(standing.toSorted()).toEqual(expect.arrayContaining(booked));
        expect([...booked, ...open.map((e) => momentOf(e.datetime))]).toEqual(
          expect.arrayContaining(standing),
        );
        expect(new Set(standing).size).toBe(standing.length);
        // A move under way has made room for another time of the day it leaves.
        const most = cell.first.name === "move" && cell.meanwhile === "book another time" ? 2 : 1;
        expect(standing.length).toBeLessThanOrEqual(most);
        // Nothing is left of the waits but ids of answers that were used.
        const kept = [...(sandbox.account.personas.get(person.personaId)?.attributes ?? [])];
        expect(kept.filter(([field, lines]) => field.startsWith(framePrefix) && lines.includes(" "))).toEqual(
          [],
        );
      } finally {
        held.stop();
        await stage.close();
      }
    });
  });
}
