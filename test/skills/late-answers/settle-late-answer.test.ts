import { describe, expect, it } from "vitest";
import { lateAnswerEvent } from "../../../skills/domain/late-answer.ts";
import { settleLateAnswer } from "../../../skills/late-answers/settle-late-answer.ts";
import type { Appointment } from "../../../skills/domain/appointment.ts";
import type { HttpResult } from "#sdk";
import { momentsIn } from "../answer-kinds.ts";
import { kindsOf } from "../judge.ts";
import type { HostOptions, MemoryHost } from "../memory-host.ts";
import { coloring, haircut, kept, record } from "../own-appointments.ts";
import { account, no, scripted, silence, yes } from "../scripted.ts";
import type { Scripted, Step } from "../scripted.ts";

const own = "GET /book_record/4564/2820023/567df655";
const day = "GET /records/4564";
const made: HttpResult = yes([{ id: 1, record_id: 2820023, record_hash: "567df655" }], 201);
const gone = yes({ ...record, deleted: true });
const open: Appointment = { ...haircut, record_id: "", record_hash: "", status: "submitting" };
const unsure: Appointment = { ...open, status: "unconfirmed" };
const cancelled: Appointment = { ...haircut, status: "cancelled" };
const may: HostOptions = { customer: account(true) };
/** A minute after the entries were written, so that what is submitted is still awaited. */
const now = "2026-09-14T12:01:00+00:00";

async function settled(
  mark: string,
  { status, body }: HttpResult,
  entries: readonly Appointment[],
  script: Readonly<Record<string, Step | readonly Step[]>> = {},
  options: HostOptions = {},
  awaited = "true",
): Promise<Scripted> {
  const played = scripted(script, { now, persona: kept(...entries), ...options });
  await settleLateAnswer(played.ctx, {
    idn: lateAnswerEvent,
    integrationIdn: "system",
    connectorIdn: "system",
    arguments: { mark, status: String(status), body, awaited },
  });
  return played;
}

const stored = (host: MemoryHost): readonly Appointment[] =>
  JSON.parse(host.persona.get("altegio_appointments") ?? "[]") as Appointment[];
const kindOf = ({ host }: Scripted): readonly string[] => kindsOf(host.answer());
const statuses = ({ host }: Scripted): readonly string[] => stored(host).map(({ status }) => status);

describe("the late answer to a booking", () => {
  it("keeps what was made, and says so in its name", async () => {
    const played = await settled("book:1", made, [open]);
    expect(kindOf(played)).toEqual(["stands after all"]);
    expect(momentsIn(played.host.answer())).toEqual(["09-21 12:00"]);
    expect(played.host.answer()).toContain("James Smith");
    expect(stored(played.host)).toMatchObject([
      { status: "booked", record_id: "2820023", record_hash: "567df655" },
    ]);
    expect(played.sent).toEqual([]);
    const nameless = await settled("book:1", made, [{ ...open, full_name: "" }]);
    expect(nameless.host.answer()).not.toContain("in the name of");
  });

  it.each<[string, string, readonly Appointment[]]>([
    ["of another list", "book:2", [haircut]],
    ["of none", "", [haircut]],
    ["of an empty list", "book:1", []],
  ])("%s changes and says nothing", async (_, mark, entries) => {
    const played = await settled(mark, made, entries);
    expect(played.host.answers()).toEqual([]);
    expect(stored(played.host)).toEqual(entries);
    expect(played.sent).toEqual([]);
  });

  it("is that of its own number", async () => {
    const played = await settled(
      "book:2",
      made,
      [coloring, { ...open, number: 2 }].map((entry, index) => ({ ...entry, number: index + 1 })),
    );
    expect(momentsIn(played.host.answer())).toEqual(["09-21 12:00"]);
    expect(statuses(played)).toEqual(["booked", "booked"]);
  });

  it("is looked up where the appointment was settled before", async () => {
    const since = await settled("book:1", made, [cancelled], { [own]: gone });
    expect(kindOf(since)).toEqual(["gone after all"]);
    expect(statuses(since)).toEqual(["cancelled"]);
    // What Altegio says it made may be another than was asked for.
    const later = { ...record, date: "2026-09-22 12:00:00" };
    const otherwise = yes({ record_id: 2820023, record_hash: "567df655", record: later });
    const unseen = await settled("book:1", otherwise, [open], { [own]: silence });
    expect(kindOf(unseen)).toEqual(["still unknown"]);
    expect(statuses(unseen)).toEqual(["booked"]);
    const seen = await settled("book:1", otherwise, [haircut], { [own]: yes(later) });
    expect(kindOf(seen)).toEqual(["stands after all"]);
    expect(momentsIn(seen.host.answer())).toEqual(["09-22 12:00"]);
  });

  it.each<[string, HttpResult, Appointment, Step, readonly string[], readonly string[]]>([
    ["refused, and not there", no(422), open, yes([]), ["never made"], []],
    ["refused, and there", no(422), open, yes([record]), ["stands after all"], ["booked"]],
    ["refused, and nobody knows", no(422), open, silence, ["never made"], []],
    ["lost, and not there", silence, open, yes([]), ["still unknown"], ["unconfirmed"]],
    ["lost, and there", silence, unsure, yes([record]), ["stands after all"], ["booked"]],
    ["a success without an id", yes([]), open, yes([]), ["still unknown"], ["unconfirmed"]],
  ])("is looked for where it is %s", async (_, answer, entry, look, kinds, left) => {
    const played = await settled("book:1", answer, [entry], { [day]: look }, may);
    expect(kindOf(played)).toEqual(kinds);
    expect(statuses(played)).toEqual(left);
    expect(played.paths()).toContain(day);
  });

  it("is not looked for without the right to", async () => {
    const refused = await settled("book:1", no(422), [open]);
    expect(kindOf(refused)).toEqual(["never made"]);
    expect(statuses(refused)).toEqual([]);
    const lost = await settled("book:1", silence, [open]);
    expect(kindOf(lost)).toEqual(["still unknown"]);
    expect(statuses(lost)).toEqual(["unconfirmed"]);
    expect([...refused.sent, ...lost.sent]).toEqual([]);
  });

  it("is not looked for where the caller went on without it, or it was settled otherwise", async () => {
    const given = await settled("book:1", no(422), [{ ...open, status: "given_up" }], {}, may);
    expect(kindOf(given)).toEqual(["never made"]);
    expect(statuses(given)).toEqual(["given_up"]);
    const booked = await settled("book:1", no(422), [haircut], {}, may);
    expect(kindOf(booked)).toEqual(["stands after all"]);
    expect(statuses(booked)).toEqual(["booked"]);
    const made = await settled("book:1", silence, [cancelled], {}, may);
    expect(kindOf(made)).toEqual(["gone after all"]);
    expect([...given.sent, ...booked.sent, ...made.sent]).toEqual([]);
  });
});

describe("the late answer to a change", () => {
  const moved = yes({ ...record, date: "2026-09-22 12:00:00" });

  it.each<[string, string, HttpResult, Step, readonly string[], string]>([
    ["to cancel, and it is gone", "cancel:1", yes(null), gone, ["gone after all"], "cancelled"],
    ["to cancel, and it is not shown", "cancel:1", yes(null), no(404), ["gone after all"], "cancelled"],
    ["to cancel, and it stands", "cancel:1", yes(null), yes(record), ["stands after all"], "booked"],
    ["to cancel, refused and gone", "cancel:1", no(403), gone, ["gone after all"], "cancelled"],
    ["to cancel, refused and not shown", "cancel:1", no(403), no(404), ["still unknown"], "booked"],
    ["to move, and it is not shown", "move:1", yes(null), no(404), ["still unknown"], "booked"],
    ["to move, and nobody knows", "move:1", silence, silence, ["still unknown"], "booked"],
    ["to move, and it stands", "move:1", yes(record), yes(record), ["stands after all"], "booked"],
  ])("%s", async (_, mark, answer, look, kinds, status) => {
    const played = await settled(mark, answer, [haircut], { [own]: look });
    expect(kindOf(played)).toEqual(kinds);
    expect(statuses(played)).toEqual([status]);
  });

  it("tells where it was moved to", async () => {
    const played = await settled("move:1", silence, [haircut], { [own]: moved }, {}, "false");
    expect(momentsIn(played.host.answer())).toEqual(["09-22 12:00"]);
    expect(stored(played.host)).toMatchObject([{ datetime: "2026-09-22T12:00:00" }]);
  });

  it("is not looked up where the list knows", async () => {
    const played = await settled("cancel:1", yes(null), [cancelled]);
    expect(kindOf(played)).toEqual(["gone after all"]);
    const unsettled = await settled("move:1", yes(record), [unsure]);
    expect(kindOf(unsettled)).toEqual(["still unknown"]);
    expect([...played.sent, ...unsettled.sent]).toEqual([]);
  });

  it("tells of the one that was booked anew for the same time", async () => {
    const anew = { ...haircut, number: 2, record_id: "2820099" };
    const played = await settled("cancel:1", yes(null), [haircut, anew], { [own]: gone });
    expect(kindOf(played)).toEqual(["booked anew"]);
    expect(statuses(played)).toEqual(["cancelled", "booked"]);
  });
});

describe("a caller who waits no longer", () => {
  it("hears what is news alone", async () => {
    const known = await settled("move:1", yes(record), [haircut], { [own]: yes(record) }, {}, "false");
    expect(known.host.answers()).toEqual([]);
    const news = await settled("cancel:1", yes(null), [haircut], { [own]: gone }, {}, "false");
    expect(kindOf(news)).toEqual(["gone after all"]);
    const dropped = await settled("book:1", no(422), [open], {}, {}, "false");
    expect(kindOf(dropped)).toEqual(["never made"]);
  });

  it("is not spoken to, and the agent is told what has changed", async () => {
    const played = await settled("book:1", made, [open], {}, {}, "false");
    expect(played.host.events("convoagent_update_custom_user_data")).toHaveLength(1);
  });
});
