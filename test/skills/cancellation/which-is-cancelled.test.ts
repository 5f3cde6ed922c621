import { describe, expect, it } from "vitest";
import { cancellationEnabled, partnerToken } from "../../../attributes/index.ts";
import { commonPhonesAttribute } from "#sdk";
import type { JsonObject, JsonValue } from "#sdk";
import { cancelAppointment } from "../../../skills/cancellation/cancel-appointment.ts";
import type { Appointment } from "../../../skills/domain/appointment.ts";
import { momentsIn } from "../answer-kinds.ts";
import { kindsOf } from "../judge.ts";
import type { HostOptions, MemoryHost } from "../memory-host.ts";
import { coloring, coloringRecord, haircut, kept, record } from "../own-appointments.ts";
import { account, meanwhile, no, scripted, silence, yes } from "../scripted.ts";
import type { Scripted, Step } from "../scripted.ts";

const system = { integrationIdn: "system", connectorIdn: "system" };
const tool = { idn: "altegio_cancel_appointment_tool", ...system, arguments: {} };
const fromCore = (payload: JsonObject) => ({
  idn: "convo_agent_cancel_booking",
  ...system,
  arguments: { payload },
});

const own = "GET /book_record/4564/2820023/567df655";
const remove = "DELETE /user/records/2820023/567df655";
const ownColoring = "GET /book_record/4564/2820024/aa11bb22";
const removeColoring = "DELETE /user/records/2820024/aa11bb22";
const business = "GET /record/4564/2820023";
const removeAsBusiness = "DELETE /record/4564/2820023";

const gone = (shown: object): Step => yes({ ...shown, deleted: true });

/** Both stand, and go when they are asked to. */
const bothGo: Record<string, readonly Step[]> = {
  [own]: [yes(record), gone(record)],
  [remove]: [yes(null)],
  [ownColoring]: [yes(coloringRecord), gone(coloringRecord)],
  [removeColoring]: [yes(null)],
};

const cancelling = (
  entries: readonly Appointment[],
  generated: JsonObject,
  script: Readonly<Record<string, Step | readonly Step[]>> = bothGo,
  options: HostOptions = {},
): Scripted => scripted(script, { generated, persona: kept(...entries), ...options });

async function cancelled({ host, ctx }: Scripted): Promise<readonly string[]> {
  await cancelAppointment(ctx, tool);
  return kindsOf(host.answer());
}

const stored = (host: MemoryHost): readonly Appointment[] =>
  JSON.parse(host.persona.get("altegio_appointments") ?? "[]") as Appointment[];
const statuses = (host: MemoryHost): readonly JsonValue[] => stored(host).map(({ status }) => status);
const deletes = ({ paths }: Scripted): readonly string[] =>
  paths().filter((path) => path.startsWith("DELETE"));

describe("cancelling", () => {
  it.each([
    ["switched off", { [cancellationEnabled.idn]: "off" }, "off"],
    ["not connected", { [partnerToken.idn]: "" }, "not connected"],
  ])("asks for nothing where it is %s", async (_, more, kind) => {
    const played = cancelling([haircut], { confirmed: true }, {}, { customer: account(false, more) });
    expect(await cancelled(played)).toContain(kind);
    expect(played.sent).toEqual([]);
    expect(statuses(played.host)).toEqual(["booked"]);
  });

  it.each<[string, JsonObject, string]>([
    ["the number in the list", { appointment: "2" }, removeColoring],
    ["the member", { staff: "Anna" }, removeColoring],
    ["the time", { time: "12:00" }, remove],
    ["the date", { date: "2026-09-23" }, removeColoring],
    ["the service", { services: ["haircut"] }, remove],
    ["words", { appointment: "the colouring" }, removeColoring],
  ])("is of the appointment that goes with %s", async (_, wish, request) => {
    const played = cancelling([haircut, coloring], { ...wish, confirmed: true });
    expect(await cancelled(played)).toEqual(["cancelled"]);
    expect(deletes(played)).toEqual([request]);
    // Core's own words are enough, and are taken for agreed to.
    const core = cancelling([haircut, coloring], {});
    await cancelAppointment(core.ctx, fromCore(wish));
    expect(deletes(core)).toEqual([request]);
    expect(core.host.calls("Gen")).toEqual([]);
    expect(core.host.answers()).toMatchObject([{ code: "200" }]);
  });

  it("hears which one is meant where core does not say, and denies what is denied", async () => {
    const heard = cancelling([haircut, coloring], { staff: "Anna", confirmed: false });
    await cancelAppointment(heard.ctx, fromCore({ full_name: "James Smith" }));
    expect(heard.host.calls("Gen")).toHaveLength(1);
    expect(heard.host.answers()).toMatchObject([{ code: "422", bookingId: "" }]);
    const given = cancelling([haircut, coloring], {});
    await cancelAppointment(given.ctx, fromCore({ staff: "Anna", confirmed: false }));
    expect([...deletes(heard), ...deletes(given)]).toEqual([]);
  });

  it("leaves the lists of services and staff out of the question to the model", async () => {
    const lists = { project_attributes_altegio_services: "Haircut" };
    const played = cancelling([haircut], { confirmed: false }, bothGo, { customer: account(false, lists) });
    await cancelled(played);
    expect(String(played.host.calls("Gen")[0]?.["prompt"])).not.toContain("Services:");
  });

  it("asks about both where both are meant, the nearest first", async () => {
    const before = { ...haircut, number: 3, record_id: "1", record_hash: "1", status: "cancelled" };
    const wish = { appointment: "both of them", confirmed: false };
    const played = cancelling([coloring, haircut, before], wish);
    expect(await cancelled(played)).toContain("cancellation read back");
    expect(momentsIn(played.host.answer())).toEqual(["09-21 12:00", "09-23 11:00"]);
    const single = cancelling([coloring, { ...haircut, status: "cancelled" }], wish);
    expect(await cancelled(single)).toContain("cancellation read back");
    expect(momentsIn(single.host.answer())).toEqual(["09-23 11:00"]);
    const one = cancelling([coloring, haircut], { staff: "Anna", confirmed: false });
    await cancelled(one);
    expect(momentsIn(one.host.answer())).toEqual(["09-23 11:00"]);
    expect([...deletes(played), ...deletes(single), ...deletes(one)]).toEqual([]);
  });

  it("says that a visit of several services goes as a whole", async () => {
    const several = { ...haircut, services: [...haircut.services, ...coloring.services] };
    const script = { [own]: yes({ ...record, services: [] }) };
    const played = cancelling([several], { confirmed: false }, script);
    await cancelled(played);
    expect(played.host.answer()).toMatch(/as a whole/u);
    const single = cancelling([haircut], { confirmed: false });
    await cancelled(single);
    expect(single.host.answer()).not.toMatch(/as a whole/u);
  });

  it("names the next one that stands", async () => {
    const wish = { appointment: "1", confirmed: true };
    const played = cancelling([haircut, coloring], wish);
    expect(await cancelled(played)).toEqual(["cancelled"]);
    expect(momentsIn(played.host.answer())).toEqual(["09-21 12:00", "09-23 11:00"]);
    for (const status of ["cancelled", "unconfirmed"]) {
      const without = cancelling([haircut, { ...coloring, status, record_id: "", record_hash: "" }], wish);
      await cancelled(without);
      expect(momentsIn(without.host.answer())).toEqual(["09-21 12:00"]);
    }
    const failed = cancelling([haircut, coloring], wish, {
      ...bothGo,
      [own]: yes(record),
      [remove]: no(403),
    });
    await cancelled(failed);
    expect(momentsIn(failed.host.answer())).toEqual(["09-21 12:00"]);
  });

  it("waits for a booking whose answer is still awaited", async () => {
    const open = { ...haircut, record_id: "", record_hash: "", status: "submitting" };
    const now = "2026-09-18T15:04:05-05:00";
    const fresh = cancelling(
      [{ ...open, written_at: "2026-09-18T15:03:00" }],
      { confirmed: true },
      {},
      { now },
    );
    expect(await cancelled(fresh)).toContain("still being submitted");
    const old = cancelling(
      [{ ...open, written_at: "2026-09-18T15:01:00" }],
      { confirmed: true },
      {},
      { now },
    );
    expect(await cancelled(old)).toContain("never confirmed");
    expect([...fresh.sent, ...old.sent]).toEqual([]);
  });

  it("is not asked for again where it is seen that the team was faster", async () => {
    const open = { ...haircut, record_id: "", record_hash: "", status: "unconfirmed" };
    const arrived = meanwhile(yes([]), { ...haircut, status: "cancelled" });
    const played = cancelling(
      [open],
      { confirmed: true },
      { "GET /records/4564": arrived },
      { customer: account(true) },
    );
    expect(await cancelled(played)).toEqual(["cancelled before"]);
    const none = cancelling(
      [open],
      { confirmed: true },
      { "GET /records/4564": yes([]) },
      { customer: account(true) },
    );
    expect(await cancelled(none)).toContain("never confirmed");
    expect([...deletes(played), ...deletes(none)]).toEqual([]);
  });

  it("tells of the one that was booked anew for the same time", async () => {
    const anew = { ...haircut, number: 2, record_id: "2820099", record_hash: "bb" };
    const script = { "GET /book_record/4564/2820099/bb": yes({ ...record, id: 2820099 }) };
    const played = cancelling(
      [{ ...haircut, status: "cancelled" }, anew],
      { appointment: "1", confirmed: true },
      script,
    );
    expect(await cancelled(played)).toContain("booked anew");
    expect(statuses(played.host)).toEqual(["cancelled", "booked"]);
  });
});

describe("on a line that several people share", () => {
  const line = "+1 315 555 0175";
  const customer = account(false, { [commonPhonesAttribute]: line });
  const shared: HostOptions = { customer, actors: { newo_voice: [line] } };
  const hers = { ...coloring, full_name: "Anna Jones" };

  it("nothing is said of anybody before the full name", async () => {
    const played = cancelling([haircut, hers], { appointment: "1", confirmed: true }, bothGo, shared);
    expect(await cancelled(played)).toEqual(["name asked for", "not cancelled"]);
    expect(momentsIn(played.host.answer())).toEqual([]);
    expect(String(played.host.calls("Gen")[0]?.["prompt"])).not.toContain("Haircut");
    expect(deletes(played)).toEqual([]);
  });

  it("the one in that name goes, and no other is spoken of", async () => {
    const wish = { full_name: "Anna Jones", confirmed: true };
    const played = cancelling([haircut, hers], wish, bothGo, shared);
    expect(await cancelled(played)).toEqual(["cancelled"]);
    expect(deletes(played)).toEqual([removeColoring]);
    expect(momentsIn(played.host.answer())).toEqual(["09-23 11:00"]);
  });

  it("core's words are enough with a name alone", async () => {
    const unnamed = cancelling([haircut, hers], { full_name: "Anna Jones" }, bothGo, shared);
    await cancelAppointment(unnamed.ctx, fromCore({ services: ["coloring"] }));
    expect(unnamed.host.calls("Gen")).toHaveLength(1);
    const named = cancelling([haircut, hers], {}, bothGo, shared);
    await cancelAppointment(named.ctx, fromCore({ services: ["coloring"], full_name: "Anna Jones" }));
    expect(named.host.calls("Gen")).toEqual([]);
    expect([deletes(unnamed), deletes(named)]).toEqual([[removeColoring], [removeColoring]]);
  });
});

describe("what becomes of it", () => {
  const agreed = { confirmed: true };
  const may: HostOptions = { customer: account(true) };

  it("names the appointment in each request, for an answer that comes late", async () => {
    const script = {
      [own]: yes(record),
      [remove]: no(403),
      [removeAsBusiness]: yes(null),
      [business]: gone(record),
    };
    const played = cancelling([{ ...haircut, number: 7 }], agreed, script, may);
    expect(await cancelled(played)).toEqual(["cancelled"]);
    expect(played.sent.map(({ mark }) => mark ?? "")).toEqual(["", "cancel:7", "", "cancel:7", ""]);
  });

  it.each<[string, Step, Step, readonly string[], string]>([
    ["its answer was lost and it is gone", silence, gone(record), ["cancelled"], "cancelled"],
    ["it was refused and is gone", no(404), gone(record), ["cancelled before"], "cancelled"],
    ["its answer was lost and nobody knows", silence, silence, ["cancellation unknown"], "booked"],
    ["it was refused and nobody knows", no(403), no(500), ["cancellation unknown"], "booked"],
    ["it was accepted and nobody knows", yes(null), no(500), ["cancelled"], "cancelled"],
    ["it was accepted and it stands", yes(null), yes(record), ["not cancelled"], "booked"],
  ])("is said where %s", async (_, answer, look, kinds, status) => {
    const played = cancelling([haircut], agreed, { [own]: [yes(record), look], [remove]: answer });
    expect(await cancelled(played)).toEqual(kinds);
    expect(statuses(played.host)).toEqual([status]);
    expect(deletes(played)).toHaveLength(1);
  });

  it.each<[string, Step, Step, readonly string[], string]>([
    ["its answer was lost and it is gone", silence, gone(record), ["cancelled"], "cancelled"],
    ["it was refused and is gone", no(404), gone(record), ["cancelled before"], "cancelled"],
    ["its answer was lost and nobody knows", silence, silence, ["cancellation unknown"], "booked"],
    ["it was refused and nobody knows", no(403), no(500), ["cancellation unknown"], "booked"],
    ["it was accepted and nobody knows", yes(null), no(500), ["cancelled"], "cancelled"],
    ["it was refused and it stands", no(403), yes(record), ["not cancelled"], "booked"],
  ])("is said of what the business asks for where %s", async (_, answer, look, kinds, status) => {
    const script = { [business]: [yes(record), look], [removeAsBusiness]: answer };
    const played = cancelling([{ ...haircut, record_hash: "" }], agreed, script, may);
    expect(await cancelled(played)).toEqual(kinds);
    expect(statuses(played.host)).toEqual([status]);
  });

  it("is not asked for as the business where the appointment is another by then", async () => {
    const moved = yes({ ...record, date: "2026-09-22 12:00:00" });
    const played = cancelling([haircut], agreed, { [own]: [yes(record), moved], [remove]: no(403) }, may);
    expect(await cancelled(played)).toEqual(["not cancelled"]);
    expect(deletes(played)).toEqual([remove]);
    expect(momentsIn(played.host.answer())).toEqual(["09-22 12:00"]);
  });

  it("keeps what another event has found out meanwhile", async () => {
    const twin = { ...haircut, phone: "13155550199" };
    const script = { [own]: [yes(record), gone(record)], [remove]: meanwhile(yes(null), twin) };
    const played = cancelling([haircut], agreed, script);
    expect(await cancelled(played)).toEqual(["cancelled"]);
    expect(stored(played.host)).toMatchObject([{ status: "cancelled", phone: "13155550199" }]);
    const dropped = cancelling([haircut], agreed, { ...script, [remove]: meanwhile(yes(null)) });
    expect(await cancelled(dropped)).toEqual(["cancelled"]);
    expect(stored(dropped.host)).toMatchObject([{ status: "cancelled", phone: haircut.phone }]);
    const faster = meanwhile(no(403), { ...haircut, status: "cancelled" });
    const unsure = cancelling([haircut], agreed, { [own]: yes(record), [remove]: faster });
    expect(await cancelled(unsure)).toEqual(["cancellation unknown"]);
    expect(statuses(unsure.host)).toEqual(["cancelled"]);
  });

  it("is refused where there is neither a hash nor the right to act as the business", async () => {
    const bare = { ...haircut, record_hash: "", phone: "13155550199" };
    const played = cancelling([bare], agreed, {});
    expect(await cancelled(played)).toEqual(["not cancelled"]);
    expect(momentsIn(played.host.answer())).toEqual(["09-21 12:00"]);
    expect([played.sent, stored(played.host)]).toEqual([[], [bare]]);
  });
});
