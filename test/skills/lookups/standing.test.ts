import { describe, expect, it } from "vitest";
import type { HttpResult } from "#sdk";
import type { Appointment } from "../../../skills/domain/appointment.ts";
import { keepAppointment, readAppointments } from "../../../skills/domain/own-appointments.ts";
import { findHeldAlike } from "../../../skills/lookups/held-alike.ts";
import { keepMade } from "../../../skills/lookups/keep-made.ts";
import { lookUpRecord } from "../../../skills/lookups/look-up-record.ts";
import { reconcile } from "../../../skills/lookups/reconcile.ts";
import {
  asHeld,
  refreshAppointment,
  refreshAppointments,
} from "../../../skills/lookups/refresh-appointments.ts";
import { stillThere } from "../../../skills/lookups/still-there.ts";
import type { HostOptions } from "../memory-host.ts";
import { haircut, kept, record } from "../own-appointments.ts";
import { altegio, ok } from "./answering.ts";

const now = "2026-09-14T12:00:00+00:00";
const withToken = { altegio_user_token: "u" };
const own = "book_record/4564/2820023/567df655";
const business = "record/4564/2820023";
const day = "records/4564";
const missing: HttpResult = { status: 404, body: "{}" };
const lost: HttpResult = { status: 0, body: "Read timed out" };
const lostEntry: Appointment = { ...haircut, record_id: "", record_hash: "", status: "unconfirmed" };
const optionsOf = (entries: readonly Appointment[], hasToken: boolean): HostOptions => ({
  now,
  persona: kept(...entries),
  customer: hasToken ? withToken : {},
});

describe("an appointment that is looked up", () => {
  it.each<[string, boolean, Readonly<Record<string, HttpResult>>, string, readonly string[]]>([
    ["stands", true, { [own]: ok(record) }, "stands", [own]],
    ["is deleted", true, { [own]: ok({ ...record, deleted: true }) }, "gone", [own]],
    ["is hidden from its visitor", false, { [own]: missing }, "missing", [own]],
    ["is hidden, and stands", true, { [own]: missing, [business]: ok(record) }, "stands", [own, business]],
    ["is nowhere", true, { [own]: missing, [business]: missing }, "gone", [own, business]],
    ["gets no answer", false, { [own]: lost }, "unknown", [own]],
    ["gets none, then one", true, { [own]: lost, [business]: ok(record) }, "stands", [own, business]],
    ["gets none twice", true, { [own]: lost, [business]: lost }, "unknown", [own, business]],
    ["cannot be read", false, { [own]: ok([]) }, "unknown", [own]],
  ])("%s", async (_, hasToken, answers, state, paths) => {
    const { ctx, asked } = altegio(answers, optionsOf([haircut], hasToken));
    const standing = await lookUpRecord(ctx, haircut);
    expect([standing.state, asked]).toEqual([state, paths]);
    expect(standing.held !== null).toBe(
      answers[own]?.status === 200 ? state !== "unknown" : state === "stands",
    );
  });

  it("is looked up as the business alone where it has no hash", async () => {
    const { ctx, asked } = altegio({ [business]: ok(record) }, optionsOf([haircut], true));
    expect((await lookUpRecord(ctx, { ...haircut, record_hash: "" })).state).toBe("stands");
    expect(asked).toEqual([business]);
    const none = altegio({}, optionsOf([haircut], false));
    expect((await lookUpRecord(none.ctx, { ...haircut, record_hash: "" })).state).toBe("missing");
    expect(none.asked).toEqual([]);
  });

  it("is stored as it is found, unless it was changed meanwhile", async () => {
    const moved = { ...record, date: "2026-09-22 13:00:00" };
    const { ctx } = altegio({ [own]: ok(moved) }, optionsOf([haircut], false));
    expect(await refreshAppointment(ctx, haircut)).toMatchObject({ datetime: "2026-09-22T13:00:00" });
    expect(readAppointments(ctx)).toMatchObject([{ datetime: "2026-09-22T13:00:00" }]);
    const gone = altegio({ [own]: ok({ ...record, deleted: 1 }) }, optionsOf([haircut], false));
    expect(await refreshAppointment(gone.ctx, haircut)).toBeNull();
    expect(readAppointments(gone.ctx)).toMatchObject([{ status: "cancelled" }]);
    const silent = altegio({ [own]: lost }, optionsOf([haircut], false));
    expect(await refreshAppointment(silent.ctx, haircut)).toEqual(haircut);
    const changed = altegio({ [own]: ok(record) }, optionsOf([haircut], false), (ctx) => {
      keepAppointment(ctx, { ...haircut, status: "cancelled" });
    });
    expect(await refreshAppointment(changed.ctx, haircut)).toBeNull();
  });

  it("is one of the latest three that are ahead, or of all where none is", async () => {
    const desk = {
      locationId: "4564",
      phone: { code: "1", own: [] },
      clock: { today: "2026-09-18", now: "12:00" },
    };
    const entry = (number: number, date: string, more: Partial<Appointment> = {}): Appointment => ({
      ...{ ...haircut, number, record_id: `${number}`, datetime: `${date}T12:00:00` },
      ...more,
    });
    const asked = async (...entries: readonly Appointment[]): Promise<readonly string[]> => {
      const host = altegio({}, optionsOf(entries, false));
      await refreshAppointments(host.ctx, desk);
      return host.asked.map((path) => path.split("/")[2] ?? "");
    };
    const past = [entry(1, "2026-09-17"), entry(2, "2026-09-18")];
    const ahead = [3, 4, 5, 6].map((number) => entry(number, "2026-09-19"));
    expect(await asked(...past, ...ahead)).toEqual(["4", "5", "6"]);
    expect(await asked(...past, ...ahead.slice(0, 1))).toEqual(["3"]);
    expect(await asked(...past)).toEqual(["1", "2"]);
    expect(
      await asked(
        entry(7, "2026-09-19", { status: "cancelled" }),
        entry(8, "2026-09-19", { location_id: "1" }),
        entry(9, "2026-09-19", { status: "unconfirmed" }),
      ),
    ).toEqual([]);
  });

  it("keeps its name for what Altegio does not say", () => {
    const held = {
      ...{ id: "1", clientId: "", clientPhone: "", clientName: "", deleted: false, attendance: 0 },
      ...{ date: "2026-09-21", time: "12:00", staffId: "", staffName: "" },
      ...{ serviceIds: [], serviceNames: [], seconds: 0 },
    };
    expect(asHeld(haircut, held)).toEqual(haircut);
    expect(asHeld(haircut, { ...held, serviceIds: ["331"], serviceNames: ["Cut"] })).toEqual(haircut);
    expect(
      asHeld(haircut, {
        ...held,
        serviceIds: ["5", "6"],
        serviceNames: ["Wash"],
        seconds: 60,
        staffId: "48",
        staffName: "Anna",
      }),
    ).toEqual({
      ...haircut,
      services: [
        { id: "5", name: "Wash" },
        { id: "6", name: "" },
      ],
      seconds: 60,
      staff: { id: "48", name: "Anna" },
    });
    expect(asHeld(haircut, { ...held, time: "12:15" }).datetime).toBe("2026-09-21T12:15:00");
  });
});

describe("a booking that got no answer", () => {
  const alike = (change: object, more: readonly object[] = []) => ok([{ ...record, ...change }, ...more]);
  const client = (change: object) => ({ client: { ...record.client, ...change } });
  it.each<[string, HttpResult, string]>([
    ["is there", alike({}), "found"],
    ["is there in another name, with its own member", alike(client({ name: "Mary" })), "found"],
    ["is not there", ok([]), "none"],
    ["is there no more", alike({ deleted: true }), "none"],
    ["is there at another time", alike({ date: "2026-09-21 12:15:00" }), "none"],
    ["is there on another day", alike({ date: "2026-09-22 12:00:00" }), "none"],
    ["is there for something else", alike({ services: [{ id: 333, title: "x" }] }), "none"],
    ["is another's", alike(client({ phone: "+1 315 555 0176" })), "none"],
    ["may be that of a hidden number", alike(client({ phone: "+1*****75" })), "perhaps"],
    ["is another's of a hidden number", alike(client({ name: "Zoe", surname: "", phone: "" })), "unknown"],
    ["may be beyond the page", ok(Array.from({ length: 200 }, () => ({}))), "unknown"],
    ["is not beyond a page that is not full", ok(Array.from({ length: 199 }, () => ({}))), "none"],
    ["cannot be seen", lost, "unknown"],
    ["cannot be read", ok({}), "unknown"],
  ])("%s", async (_, answer, state) => {
    const { ctx, asked } = altegio({ [day]: answer }, optionsOf([lostEntry], true));
    const found = await findHeldAlike(ctx, lostEntry);
    expect([found.state, found.held !== null]).toEqual([state, state === "found"]);
    expect(asked.every((path) => path === day)).toBe(true);
  });

  it("with anybody is found in the person's name alone", async () => {
    const anybody = { ...lostEntry, staff: { id: "0", name: "" } };
    const look = async (name: string): Promise<string> => {
      const { ctx } = altegio({ [day]: alike(client({ name })) }, optionsOf([anybody], true));
      return (await findHeldAlike(ctx, anybody)).state;
    };
    expect([await look("James"), await look("Mary")]).toEqual(["found", "perhaps"]);
  });

  it("is not one that is known already", async () => {
    const { ctx } = altegio({ [day]: alike({}) }, optionsOf([haircut, lostEntry], true));
    expect((await findHeldAlike(ctx, lostEntry)).state).toBe("none");
  });

  it("gets its record where it is there, and is given up where it is not", async () => {
    const there = altegio({ [day]: alike({}) }, optionsOf([lostEntry], true));
    const made = { ...lostEntry, record_id: "2820023", status: "booked" };
    expect(await reconcile(there.ctx, lostEntry)).toEqual({ state: "made", entry: made });
    expect(readAppointments(there.ctx)).toEqual([{ ...made, written_at: now }]);
    const nowhere = altegio({}, optionsOf([lostEntry], true));
    expect(await reconcile(nowhere.ctx, lostEntry)).toEqual({ state: "none", entry: lostEntry });
    const silent = altegio({ [day]: lost }, optionsOf([lostEntry], true));
    expect(await reconcile(silent.ctx, lostEntry)).toEqual({ state: "unknown", entry: lostEntry });
    const answered = altegio({ [day]: lost }, optionsOf([lostEntry], true), (ctx) => {
      keepAppointment(ctx, haircut);
    });
    expect(await reconcile(answered.ctx, lostEntry)).toMatchObject({
      state: "made",
      entry: { record_id: "2820023", record_hash: "567df655" },
    });
  });

  it.each<[string, Appointment, boolean, HttpResult, string | null]>([
    ["nobody may look", lostEntry, false, ok([]), "unconfirmed"],
    ["it is there", lostEntry, true, alike({}), "booked"],
    ["it is not there", lostEntry, true, ok([]), null],
    ["it may not be visible yet", { ...lostEntry, status: "submitting" }, true, ok([]), "submitting"],
    ["no answer comes", lostEntry, true, lost, "unconfirmed"],
  ])("still takes its place where %s", async (_, entry, hasToken, answer, status) => {
    const { ctx } = altegio({ [day]: answer }, optionsOf([entry], hasToken));
    expect((await stillThere(ctx, entry))?.status ?? null).toBe(status);
    expect(readAppointments(ctx)[0]?.status).toBe(status ?? "given_up");
  });

  it.each<[string, object, boolean]>([
    ["stands", {}, true],
    ["was cancelled", { deleted: true }, false],
    ["was moved", { date: "2026-09-21 13:00:00" }, false],
  ])("and one that %s", async (_, change, there) => {
    const { ctx } = altegio({ [own]: ok({ ...record, ...change }) }, optionsOf([haircut], false));
    expect((await stillThere(ctx, haircut)) !== null).toBe(there);
  });
});

describe("the answer to a booking", () => {
  const sent: Appointment = { ...haircut, record_id: "", record_hash: "", status: "submitting" };
  const made = {
    ...{ id: "2820023", hash: "567df655", staffId: "16", staffName: "James" },
    ...{ moment: "2026-09-21T12:00", deleted: false },
  };
  const looks = async (entry: Appointment, answer: object, standing: HttpResult = lost) => {
    const { ctx, asked } = altegio({ [own]: standing }, optionsOf([entry], false));
    const result = await keepMade(ctx, entry, { ...made, ...answer });
    return [result.state, result.entry.status, asked.length] as const;
  };

  it.each<[string, object, readonly [string, string, number]]>([
    ["is what was asked for", {}, ["known", "booked", 0]],
    ["says nothing of when and who", { moment: "", staffId: "" }, ["known", "booked", 0]],
    ["has another time", { moment: "2026-09-21T13:00" }, ["unknown", "booked", 1]],
    ["has another member", { staffId: "48", staffName: "Anna" }, ["unknown", "booked", 1]],
    ["is of one that was deleted", { deleted: true }, ["unknown", "booked", 1]],
  ])("counts without a look only where it %s", async (_, answer, result) => {
    expect(await looks(sent, answer)).toEqual(result);
  });

  it("is checked where it is odd, and told as it stands", async () => {
    const odd = { moment: "2026-09-21T13:00" };
    expect(await looks(sent, odd, ok(record))).toEqual(["known", "booked", 1]);
    expect(await looks(sent, odd, ok({ ...record, deleted: true }))).toEqual(["known", "cancelled", 1]);
    const anybody = { ...sent, staff: { id: "0", name: "" } };
    expect(await looks(anybody, { staffId: "48", staffName: "Anna" })).toEqual(["known", "booked", 0]);
  });

  it("does not undo what happened meanwhile, and leaves its secret", async () => {
    const { ctx } = altegio({ [own]: lost }, optionsOf([{ ...sent, status: "cancelled" }], false));
    const result = await keepMade(ctx, sent, made);
    expect([result.state, result.entry.status]).toEqual(["known", "cancelled"]);
    expect(readAppointments(ctx)).toMatchObject([
      { status: "cancelled", record_id: "2820023", record_hash: "567df655" },
    ]);
  });
});
