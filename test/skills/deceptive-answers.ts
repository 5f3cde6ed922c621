/** Refusals of what was carried out, and successes of what was not: what is told is what stands. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  openTheatre,
  type RuntimeName,
  type Setting,
  type Stage,
  type Theatre,
} from "../../scripts/sandbox/conversations/index.ts";
import type { Conversation, SandboxEvent, TurnResult } from "../../scripts/sandbox/platform/index.ts";
import type { SalonService } from "../../scripts/simulator/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { triedModule } from "../conversations/tried-module.ts";
import { book } from "./fault-cells.ts";
import { cancel, isWrite, move } from "./in-flight-cells.ts";
import { judge } from "./judge.ts";
import { answered, sceneOf } from "./scene.ts";

/** Monday, 19 October 2026, 10:00 in Berlin. */
const withToken: Setting = { now: "2026-10-19T08:00:00Z" };
const withoutToken: Setting = { ...withToken, attributes: { altegio_user_token: "" } };

const failed = (message: string, code?: number): string =>
  JSON.stringify({
    success: false,
    data: null,
    meta: { message, ...(code === undefined ? {} : { errors: [{ code, message }] }) },
  });

/** Answers that may be the echo of a write that was carried out and sent again by something in between. */
const echoes: readonly (readonly [name: string, status: number, body: string])[] = [
  ["a taken time", 422, failed("x", 433)],
  ["nobody free", 422, failed("x", 436)],
  ["a taken time in words", 422, failed("The service is not available at the selected time.")],
  ["a conflict", 409, failed("busy")],
  ["an unknown partner", 401, failed("Partner ID not specified")],
  ["nothing there", 404, failed("Not Found")],
  ["too many requests", 429, failed("Too many requests")],
  ["a success that is none", 200, failed("x")],
  ["a guard's page", 403, "<html><body>Access denied</body></html>"],
  ["a page of something in between", 502, "<html><body>Bad gateway</body></html>"],
];

/** What a test changes in Altegio before the answer arrives, and how the answer tells of it. */
interface Deviation {
  readonly name: string;
  readonly change: (record: Record<string, unknown>) => void;
  readonly tell: (record: Record<string, unknown>) => void;
  readonly kinds: readonly string[];
}

const hour = 3_600_000;

const deviations: readonly Deviation[] = [
  {
    name: "another time",
    change: (record) => {
      record["start"] = Number(record["start"]) + hour;
    },
    tell: (record) => {
      record["date"] = "2026-10-20 11:00:00";
    },
    kinds: ["booked otherwise"],
  },
  {
    name: "another member",
    change: (record) => {
      record["staffId"] = 7101;
    },
    tell: (record) => {
      record["staff"] = { id: 7101, name: "Anna Becker" };
    },
    kinds: ["booked otherwise"],
  },
  {
    name: "an appointment that is deleted",
    change: (record) => {
      record["deleted"] = true;
    },
    tell: (record) => {
      record["deleted"] = true;
    },
    kinds: ["cancelled since"],
  },
];

/**
 * Registers the tests.
 *
 * @param runtime what the module runs in
 */
export function testDeceptiveAnswers(runtime: RuntimeName): void {
  let theatre: Theatre<SalonService>;
  beforeAll(async () => {
    theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime });
  });
  afterAll(() => theatre.close());

  /** Plays on a stage of its own. */
  const play = async (
    setting: Setting,
    run: (stage: Stage<SalonService>, caller: Conversation) => Promise<void>,
  ): Promise<void> => {
    const stage = await theatre.open(setting);
    try {
      await run(stage, stage.sandbox.conversation({ externalId: "+4915112345678" }));
    } finally {
      await stage.close();
    }
  };

  /** Acts, gives the answer to its write another form, and hears what is said. */
  const deceived = async (
    { sandbox }: Stage<SalonService>,
    caller: Conversation,
    act: (conversation: Conversation) => Promise<TurnResult>,
    changed: (event: SandboxEvent) => SandboxEvent,
  ): Promise<TurnResult> => {
    const held = sandbox.holdResults(isWrite);
    await act(caller);
    held.stop();
    expect(held.events).toHaveLength(1);
    held.events.map(changed).forEach((event) => {
      sandbox.deliver(event);
    });
    return caller.settle();
  };

  const told = (stage: Stage<SalonService>, caller: Conversation, result: TurnResult): readonly string[] => {
    expect(result.errors).toEqual([]);
    expect(result.answers).toHaveLength(1);
    const verdict = judge(result.answers, sceneOf(stage, caller.personaId));
    expect(verdict.faults).toEqual([]);
    return verdict.kinds;
  };

  describe("a refusal of what was carried out", () => {
    test.each(echoes)("is seen through: a booking, and %s", (_, status, body) =>
      play(withToken, async (stage, caller) => {
        const result = await deceived(stage, caller, book, (event) => answered(event, status, body));
        expect(told(stage, caller, result)).toEqual(["booked"]);
      }),
    );

    test.each(echoes)("is seen through: a move, and %s", (_, status, body) =>
      play(withToken, async (stage, caller) => {
        await book(caller);
        const result = await deceived(stage, caller, move("14:00"), (event) => answered(event, status, body));
        expect(told(stage, caller, result)).toEqual(["moved"]);
      }),
    );

    test.each(echoes)("is seen through: a cancellation, and %s", (_, status, body) =>
      play(withToken, async (stage, caller) => {
        await book(caller);
        const result = await deceived(stage, caller, cancel, (event) => answered(event, status, body));
        expect(told(stage, caller, result)).toEqual([
          expect.stringMatching(/^cancelled(?: before)?$/u) as string,
        ]);
      }),
    );
  });

  describe("a booking that was made as", () => {
    test.each(
      [withToken, withoutToken].flatMap((setting) =>
        deviations.map(
          (deviation) =>
            [
              deviation.name,
              setting === withToken ? "with a user token" : "without one",
              setting,
              deviation,
            ] as const,
        ),
      ),
    )("%s is told as it is, %s", (_name, _access, setting, { change, tell, kinds }) =>
      play(setting, async (stage, caller) => {
        const result = await deceived(stage, caller, book, (event) => {
          const [made] = stage.service.altegio.state.records.slice(-1);
          change(made as unknown as Record<string, unknown>);
          const body = JSON.parse(String(event.arguments["output"])) as {
            data: [{ record: Record<string, unknown> }];
          };
          tell(body.data[0].record);
          return answered(event, 201, JSON.stringify(body));
        });
        expect(told(stage, caller, result)).toEqual(kinds);
        const { standing, stored } = sceneOf(stage, caller.personaId);
        expect(stored.map(({ status }) => status)).toEqual([standing.length === 1 ? "booked" : "cancelled"]);
      }),
    );
  });

  describe("a cancellation that was not carried out", () => {
    /** Books, cancels without effect, and has Altegio seem to answer so. */
    const cancelledInName = async (
      stage: Stage<SalonService>,
      caller: Conversation,
      status: number,
      body: string,
    ): Promise<TurnResult> => {
      await book(caller);
      stage.service.altegio.faults.add({
        method: "DELETE",
        path: "/user/records/**",
        fault: { kind: "timeout-before" },
        times: 1,
      });
      return deceived(stage, caller, cancel, (event) => answered(event, status, body));
    };
    const lies = [
      ["an empty 200", 200, ""],
      ["a null", 200, "null"],
      ["an empty 202", 202, " "],
    ] as const;

    test.each(lies)("is not believed for %s without a user token, and is tried anew", (_, status, body) =>
      play(withoutToken, async (stage, caller) => {
        const result = await cancelledInName(stage, caller, status, body);
        expect(told(stage, caller, result)).toEqual(["not cancelled"]);
        const again = await cancel(caller);
        expect(again.requests.filter(isWriteEntry)).toHaveLength(1);
        expect(told(stage, caller, again)).toEqual(["cancelled"]);
      }),
    );

    test.each(lies)("is carried out as the business after %s", (_, status, body) =>
      play(withToken, async (stage, caller) => {
        const result = await cancelledInName(stage, caller, status, body);
        expect(told(stage, caller, result)).toEqual(["cancelled"]);
      }),
    );
  });
}

function isWriteEntry({ method }: TurnResult["requests"][number]): boolean {
  return method === "DELETE";
}
