/** How heavy the artifact is: skills, bytes, and what each action of a caller makes the platform run. Counts, no times. */
import { moduleDefinition } from "../../../module/index.ts";
import * as runtime from "../../../module/runtime.ts";
import type { ArtifactTree } from "../../model/types.ts";
import { openTheatre, type Theatre } from "../../sandbox/conversations/index.ts";
import { type Conversation, type Sandbox, timeInJinja } from "../../sandbox/platform/index.ts";
import { simulator } from "../conversations/salon-service.ts";
import { say, wish } from "./requests.ts";

/** A figure by its name, such as `calls: booking`. */
export type Weights = Readonly<Record<string, number>>;

/** What hand-written modules weigh, which is what the compiler is measured against. */
const goals: Weights = {
  skills: 320,
  "bytes of NSL": 500_000,
  "bytes of the zip": 250_000,
  "calls: publish": 120,
  "calls: availability": 40,
  "calls: booking": 60,
  "calls: move": 70,
  "calls: look-up": 40,
  "calls: cancel": 60,
  "actions: publish": 150,
  "actions: booking": 45,
};

/** Tells that a skill has begun; a platform's action that does nothing. */
const BEGIN = '{% set _ = DUMMY(skill="begins") %}';

/** Where the requests are played. */
export const setting = { now: "2026-10-19T08:00:00Z" };

const acts: readonly (readonly [name: string, act: (conversation: Conversation) => Promise<unknown>])[] = [
  ["availability", say("altegio_check_availability_tool", { services: wish.services, date: wish.date })],
  ["booking", say("altegio_book_appointment_tool", wish)],
  [
    "move",
    say("altegio_reschedule_appointment_tool", { date: "2026-10-22", time: "14:00", confirmed: true }),
  ],
  ["look-up", say("altegio_find_appointments_tool", {})],
  ["cancel", say("altegio_cancel_appointment_tool", { confirmed: true })],
];

/** Weighs a build and plays one caller's wishes on it, one after the other. Prints nothing. */
export async function measureWeights(build: {
  readonly tree: ArtifactTree;
  readonly zip: Uint8Array;
}): Promise<Weights> {
  const scripts = [...build.tree].filter(([path]) => path.endsWith(".nsl"));
  const weights: Record<string, number> = {
    skills: scripts.length,
    "bytes of NSL": scripts.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0),
    "bytes of the zip": build.zip.length,
  };
  const artifact = new Map(
    [...build.tree].map(([path, text]) => [path, path.endsWith(".nsl") ? `${BEGIN}${text}` : text]),
  );
  const theatre = await openTheatre({
    artifact,
    module: { definition: moduleDefinition, runtime },
    simulator,
  });
  const count = async (name: string, sandbox: Sandbox, act: () => Promise<unknown>): Promise<void> => {
    const before = sandbox.trace.entries.length;
    await act();
    const actions = sandbox.trace.of("action", before);
    const begun = actions.filter(({ action, kwargs }) => action === "DUMMY" && kwargs["skill"] === "begins");
    weights[`calls: ${name}`] = begun.length;
    weights[`actions: ${name}`] = actions.length - begun.length;
  };
  try {
    const { sandbox, close } = await theatre.prepare(setting);
    await close();
    await playRequests(theatre, (name, act, played) => count(name, played ?? sandbox, act));
    return weights;
  } finally {
    await theatre.close();
  }
}

/**
 * Has the module published and plays the wishes of one caller, one after the other.
 *
 * @param around plays one of them, by its name, in the sandbox that is given; in one of its own where that is null
 */
export async function playRequests(
  theatre: Theatre,
  around: (name: string, act: () => Promise<unknown>, played: Sandbox | null) => Promise<unknown> = (
    _,
    act,
  ) => act(),
): Promise<void> {
  await around(
    "publish",
    async () => {
      await (await theatre.open(setting)).close();
    },
    null,
  );
  const stage = await theatre.open(setting);
  const conversation = stage.sandbox.conversation({ externalId: "+4915112345678" });
  for (const [name, act] of acts) {
    await around(name, () => act(conversation), stage.sandbox);
  }
  await stage.close();
}

/** How often the requests are played to measure their time; the shortest of them counts. */
const TIMES = 5;

/** Milliseconds that the six requests take together. */
export interface Times {
  /** In Jinja2 itself, without what actions take. */
  readonly jinja: number;
  /** With all that the sandbox adds. */
  readonly whole: number;
}

/** Plays the six requests several times. Skills are compiled before, as the platform does when it is given them. */
export async function measureTime(artifact: ArtifactTree): Promise<Times> {
  const theatre = await openTheatre({
    artifact,
    module: { definition: moduleDefinition, runtime },
    simulator,
  });
  const times: Times[] = [];
  try {
    await (await theatre.prepare(setting)).close();
    for (let turn = 0; turn < TIMES; turn += 1) {
      let sum: Times = { jinja: 0, whole: 0 };
      await playRequests(theatre, async (_, act) => {
        const [jinja, whole] = [timeInJinja(), performance.now()];
        await act();
        sum = { jinja: sum.jinja + timeInJinja() - jinja, whole: sum.whole + performance.now() - whole };
      });
      times.push(sum);
    }
    return {
      jinja: Math.min(...times.map(({ jinja }) => jinja)),
      whole: Math.min(...times.map(({ whole }) => whole)),
    };
  } finally {
    await theatre.close();
  }
}

/** The time with the passes beside that without them, and what is left of it. */
export function timeLines(withPasses: Times, without: Times): string[] {
  const shown = (of: keyof Times): string =>
    `${String(Math.round(without[of]))} ms -> ${String(Math.round(withPasses[of]))} ms, ${(withPasses[of] / without[of]).toFixed(2)} of it`;
  return [
    `six requests in Jinja2, every pass off -> on  ${shown("jinja")}`,
    `the same with what the sandbox adds           ${shown("whole")}`,
  ];
}

/** The figures as a table, with the goal of each that has one. */
export function weightLines(weights: Weights): string[] {
  const width = Math.max(...Object.keys(weights).map((name) => name.length));
  return [
    `${"".padEnd(width)}    today     goal`,
    ...Object.entries(weights).map(([name, value]) => {
      const goal = goals[name];
      return `${name.padEnd(width)}  ${String(value).padStart(7)}  ${(goal === undefined ? "" : String(goal)).padStart(7)}`;
    }),
  ];
}
