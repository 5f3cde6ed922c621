/** What the log says at night: how each operation ended, why one did nothing, and what a success really was. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  openTheatre,
  type Setting,
  type Stage,
  type Theatre,
} from "../../scripts/sandbox/conversations/index.ts";
import type { Conversation, SandboxEvent } from "../../scripts/sandbox/platform/index.ts";
import type { SalonService } from "../../scripts/simulator/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { book, say, wish } from "../skills/fault-cells.ts";
import { cancel, isWrite, move } from "../skills/in-flight-cells.ts";
import { answered } from "../skills/scene.ts";
import { triedModule } from "./tried-module.ts";

const setting: Setting = { now: "2026-10-19T08:00:00Z" };
const phone = "+4915112345678";
const check = say("altegio_check_availability_tool", { services: wish.services, date: wish.date });
const find = say("altegio_find_appointments_tool", {});
const failed = JSON.stringify({ success: false, data: null, meta: { message: "Not now, Clara Weiss" } });

type Act = (conversation: Conversation) => Promise<unknown>;
type Values = Readonly<Record<string, string>>;
const none: Values = {};
const off = (idn: string): Values => ({ [idn]: "False" });
const without = (idn: string): Values => ({ [idn]: "" });

/** What is done, the end its last line tells, what is entered after the publish, and what is done before. */
const ends: readonly (readonly [
  name: string,
  what: string,
  why: string,
  values: Values,
  act: Act,
  before: Act | null,
])[] = [
  ["times that are told", "availability", "told", none, check, null],
  [
    "a switched-off look-up of times",
    "availability",
    "switched-off",
    off("altegio_availability_enabled"),
    check,
    null,
  ],
  [
    "times of nobody's location",
    "availability",
    "not-connected",
    without("altegio_location_id"),
    check,
    null,
  ],
  [
    "times of a service nobody has",
    "availability",
    "asked-which",
    none,
    say("altegio_check_availability_tool", { services: ["Dog grooming"], date: wish.date }),
    null,
  ],
  ["a booking", "booking", "booked", none, book, null],
  ["a booking that is switched off", "booking", "switched-off", off("altegio_booking_enabled"), book, null],
  ["a booking made before", "booking", "booked-before", none, book, book],
  [
    "a booking without a date",
    "booking",
    "details-missing",
    none,
    say("altegio_book_appointment_tool", { ...wish, date: "" }),
    null,
  ],
  [
    "a booking without a yes",
    "booking",
    "asked-for-consent",
    none,
    say("altegio_book_appointment_tool", { ...wish, confirmed: false }),
    null,
  ],
  [
    "a booking of yesterday",
    "booking",
    "in-the-past",
    none,
    say("altegio_book_appointment_tool", { ...wish, date: "2026-10-18" }),
    null,
  ],
  ["a move", "reschedule", "moved", none, move("14:00"), book],
  ["a move of nothing", "reschedule", "nothing-there", none, move("14:00"), null],
  [
    "a move that is switched off",
    "reschedule",
    "switched-off",
    off("altegio_reschedule_enabled"),
    move("14:00"),
    null,
  ],
  ["a cancellation", "cancellation", "cancelled", none, cancel, book],
  ["a cancellation of nothing", "cancellation", "nothing-there", none, cancel, null],
  ["a look-up of nothing", "look-up", "nothing-there", none, find, null],
  ["a look-up without the token", "look-up", "not-connected", without("altegio_user_token"), find, null],
];

/** A success that is none: how the answer to the write is changed, and what the log has to say of it. */
const lies: readonly (readonly [
  name: string,
  write: Act,
  before: Act | null,
  change: (event: SandboxEvent) => SandboxEvent,
  says: readonly RegExp[],
])[] = [
  ...(
    [
      ["booking", book, null],
      ["move", move("14:00"), book],
      ["cancellation", cancel, book],
    ] as const
  ).flatMap(([name, act, before]) => [
    [
      `a ${name} refused under a 200`,
      act,
      before,
      (event: SandboxEvent) => answered(event, 200, failed),
      [/^altegio step: .* status=200 outcome=refused$/u],
    ] as const,
    [
      `a ${name} whose answer is a page`,
      act,
      before,
      (event: SandboxEvent) => answered(event, 200, "<html></html>"),
      [/^altegio step: .* status=200 outcome=unreadable$/u],
    ] as const,
  ]),
  [
    "a booking at another time",
    book,
    null,
    changedRecord((record) => {
      record["date"] = "2026-10-20 11:00:00";
    }),
    [/^altegio outcome: .* what=booking-answer outcome=other-than-asked$/u],
  ],
  [
    "a booking that is deleted",
    book,
    null,
    changedRecord((record) => {
      record["deleted"] = true;
    }),
    [/^altegio outcome: .* what=booking-answer outcome=deleted$/u],
  ],
  [
    "a booking without a record",
    book,
    null,
    (event) => answered(event, 201, JSON.stringify({ success: true, data: [], meta: [] })),
    [/^altegio outcome: .* what=booking-answer outcome=no-record$/u],
  ],
  [
    "a move to where it was",
    move("14:00"),
    book,
    changedRecord((record) => {
      record["date"] = "2026-10-20 10:00:00";
    }),
    [/^altegio outcome: .* what=reschedule-answer outcome=other-than-asked$/u],
  ],
];

/** The answer with its appointment changed, wherever it stands in it. */
function changedRecord(
  change: (record: Record<string, unknown>) => void,
): (event: SandboxEvent) => SandboxEvent {
  return (event) => {
    const body = JSON.parse(String(event.arguments["output"])) as { data: unknown };
    const [row] = [body.data].flat() as Record<string, unknown>[];
    const record = (row?.["record"] ?? row) as Record<string, unknown>;
    change(record);
    return answered(event, Number(event.arguments["code"]), JSON.stringify(body));
  };
}

const linesSince = ({ sandbox }: Stage<SalonService>, from: number): string[] =>
  sandbox.trace
    .of("log", from)
    .map(({ message }) => message)
    .filter((message) => message.startsWith("altegio "));

describe.each(["node", "nsl"] as const)("the log, in %s", (runtime) => {
  let theatre: Theatre<SalonService>;
  beforeAll(async () => {
    theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime });
  });
  afterAll(() => theatre.close());

  test.each(ends)("ends with one line of %s", async (_name, what, why, values, act, before) => {
    const stage = await theatre.open(setting);
    const caller = stage.sandbox.conversation({ externalId: phone });
    await before?.(caller);
    // After the publish: a tool that is switched off before it is not registered.
    Object.entries(values).forEach(([idn, value]) => {
      stage.sandbox.setAttribute(idn, value);
    });
    const from = stage.sandbox.trace.entries.length;
    await act(caller);
    const lines = linesSince(stage, from);
    expect(lines.filter((line) => line.startsWith("altegio outcome:"))).toEqual([lines.at(-1)]);
    expect(lines.at(-1)).toMatch(new RegExp(` what=${what} outcome=${why}$`, "u"));
    const ids = new Set(lines.map((line) => / operation=(\S+) /u.exec(line)?.[1]));
    expect([...ids]).toHaveLength(1);
    expect(ids.has("none")).toBe(lines.length === 1);
    await stage.close();
  });

  test.each(lies)("calls %s what it was", async (_name, write, before, change, says) => {
    const stage = await theatre.open(setting);
    const caller = stage.sandbox.conversation({ externalId: phone });
    await before?.(caller);
    const from = stage.sandbox.trace.entries.length;
    const held = stage.sandbox.holdResults(isWrite);
    await write(caller);
    held.stop();
    held.events.map(change).forEach((event) => {
      stage.sandbox.deliver(event);
    });
    expect((await caller.settle()).answers).toHaveLength(1);
    const lines = linesSince(stage, from);
    says.forEach((pattern) => {
      expect(lines).toContainEqual(expect.stringMatching(pattern));
    });
    expect(lines.join("\n")).not.toMatch(/Clara|Weiss|491511|Not now|Bearer/u);
    await stage.close();
  });

  test("says why a result of its own wakes nothing", async () => {
    const stage = await theatre.open(setting);
    const { sandbox } = stage;
    const caller = sandbox.conversation({ externalId: phone });
    const other = sandbox.conversation({ externalId: "+4915198765432" });
    const held = sandbox.holdResults(isWrite);
    await book(caller);
    const [event] = held.events;
    if (event === undefined) {
      throw new Error("nothing was written");
    }
    const from = sandbox.trace.entries.length;
    sandbox.deliver({ ...event, personaId: other.personaId, actorId: other.actorId });
    await sandbox.settle();
    held.release();
    await sandbox.settle();
    sandbox.deliver(event);
    await sandbox.settle();
    const ignored = linesSince(stage, from).filter((line) => line.startsWith("altegio result:"));
    expect(ignored.map((line) => line.replace(/operation=\S+/u, "operation=1"))).toEqual([
      "altegio result: operation=1 flow=BookingFlow outcome=ignored because=other-conversation",
      "altegio result: operation=1 flow=BookingFlow outcome=ignored because=used-before",
    ]);
    await stage.close();
  });
});
