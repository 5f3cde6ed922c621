import { describe, expect, it } from "vitest";
import { isSameEntry, isSameVisit, isUnchanged, idsKey } from "../../../skills/domain/appointment.ts";
import type { Appointment } from "../../../skills/domain/appointment.ts";
import {
  addAppointment,
  changeAppointment,
  currentEntry,
  dropAppointment,
  keepAppointment,
  readAppointments,
  upcomingAppointments,
} from "../../../skills/domain/own-appointments.ts";
import { MemoryHost } from "../memory-host.ts";
import { coloring, haircut, kept } from "../own-appointments.ts";

const now = "2026-09-14T12:05:00+00:00";
const hostOf = (...entries: readonly Appointment[]): MemoryHost =>
  new MemoryHost({ persona: kept(...entries), now });
const changed = (change: Partial<Appointment>): Appointment => ({ ...haircut, ...change });
const written = (host: MemoryHost): number => host.calls("SetPersonaAttribute").length;

describe("the caller's list", () => {
  it("is read as it was stored, numbered where it was not", () => {
    expect(readAppointments(hostOf(haircut, coloring).context())).toEqual([haircut, coloring]);
    const old = JSON.stringify([{ record_id: "1" }, { record_id: "2" }]);
    const host = new MemoryHost({ persona: { altegio_appointments: old } });
    expect(readAppointments(host.context()).map(({ number }) => number)).toEqual([1, 2]);
    for (const broken of ["", "{", "{}", "5"]) {
      const damaged = new MemoryHost({ persona: { altegio_appointments: broken } });
      expect(readAppointments(damaged.context())).toEqual([]);
    }
  });

  it.each([
    ["submitting", "2026-09-14T12:02:00+00:00", "unconfirmed"],
    ["submitting", "2026-09-14T12:03:00+00:00", "submitting"],
    ["submitting", "", "unconfirmed"],
    ["booked", "2026-09-14T11:00:00+00:00", "booked"],
  ])("gives what was %s and written at %j as %s", (status, written_at, given) => {
    const read = readAppointments(hostOf(changed({ status, written_at })).context());
    expect(read.map((entry) => entry.status)).toEqual([given]);
  });

  it("gets a new entry with the next number, and keeps the latest fifty", () => {
    const host = hostOf(changed({ number: 7 }), coloring);
    const add = (to: MemoryHost, entry: Appointment): Appointment =>
      addAppointment(to.context(), readAppointments(to.context()), entry);
    const added = add(host, changed({ number: 0, record_id: "" }));
    expect(added.number).toBe(8);
    expect(readAppointments(host.context())).toEqual([
      changed({ number: 7 }),
      coloring,
      { ...added, written_at: now },
    ]);
    expect(add(new MemoryHost({ now }), haircut).number).toBe(1);
    const many = Array.from({ length: 50 }, (_, at) => changed({ number: at + 1, record_id: `${at}` }));
    const full = hostOf(...many);
    add(full, changed({ record_id: "" }));
    expect(readAppointments(full.context()).map(({ number }) => number)).toEqual(
      Array.from({ length: 50 }, (_, at) => at + 2),
    );
  });

  it("changes an entry to which nothing happened, and only where it is another then", () => {
    const host = hostOf(haircut, coloring);
    const next = changed({ status: "cancelled" });
    expect(changeAppointment(host.context(), haircut, haircut)).toEqual(haircut);
    expect(written(host)).toBe(0);
    expect(changeAppointment(host.context(), haircut, next)).toEqual(next);
    expect(readAppointments(host.context())).toEqual([{ ...next, written_at: now }, coloring]);
    const moved = changed({ datetime: "2026-09-21T16:00:00-05:00" });
    expect(changeAppointment(host.context(), haircut, moved)).toEqual({ ...next, written_at: now });
    expect(readAppointments(host.context())[0]?.status).toBe("cancelled");
    const gone = hostOf(coloring);
    expect(changeAppointment(gone.context(), haircut, next)).toEqual(next);
    expect(readAppointments(gone.context())).toHaveLength(2);
  });

  it("keeps a record once, in its place", () => {
    const double = changed({ number: 9, status: "submitting", record_id: "" });
    const host = hostOf(haircut, coloring, changed({ number: 3 }), double);
    keepAppointment(host.context(), changed({ number: 9 }));
    expect(readAppointments(host.context()).map(({ number }) => number)).toEqual([9, 2]);
  });

  it("loses an entry to which nothing happened", () => {
    const host = hostOf(haircut, coloring);
    dropAppointment(host.context(), changed({ datetime: "2026-09-21T16:00:00-05:00" }));
    expect(readAppointments(host.context())).toEqual([haircut, coloring]);
    dropAppointment(host.context(), haircut);
    expect(readAppointments(host.context())).toEqual([coloring]);
    expect(currentEntry(host.context(), haircut)).toBeNull();
    expect(currentEntry(host.context(), coloring)).toEqual(coloring);
  });
});

describe("what is ahead", () => {
  const desk = {
    locationId: "4564",
    phone: { code: "1", own: [] },
    clock: { today: "2026-09-21", now: "11:59" },
  };
  it.each<[string, Partial<Appointment>, boolean]>([
    ["a minute later", {}, true],
    ["now", { datetime: "2026-09-21T11:59:00-05:00" }, false],
    ["cancelled", { status: "cancelled" }, true],
    ["elsewhere", { location_id: "1" }, false],
    ["on no day", { datetime: "2026-09-31T12:00:00-05:00" }, false],
    ["at no time", { datetime: "2026-09-25T25:00:00-05:00" }, false],
  ])("%s: %j", (_, change, ahead) => {
    const entry = changed(change);
    expect(upcomingAppointments(hostOf(entry).context(), desk)).toEqual(ahead ? [entry] : []);
  });
});

describe("two readings of an entry", () => {
  it.each<[string, Partial<Appointment>, boolean, boolean]>([
    ["nothing", {}, true, true],
    ["its number", { number: 2 }, true, true],
    ["its id", { record_id: "1" }, true, false],
    ["its number and id", { number: 2, record_id: "1" }, false, false],
    ["its number and location", { number: 2, location_id: "1" }, false, true],
    ["the offset", { datetime: "2026-09-21T12:00:00+00:00" }, true, true],
    ["the time", { datetime: "2026-09-21T12:01:00-05:00" }, true, false],
    ["the member", { staff: coloring.staff }, true, false],
    ["what became of it", { status: "cancelled" }, true, false],
  ])("that differ in %s", (_, change, same, unchanged) => {
    const other = changed(change);
    expect([isSameEntry(haircut, other), isUnchanged(haircut, other)]).toEqual([same, unchanged]);
  });

  it("without an id are told apart by their numbers; unsettled is unsettled", () => {
    const [one, two] = [changed({ record_id: "" }), changed({ record_id: "", number: 2 })];
    expect(isSameEntry(one, two)).toBe(false);
    const [sent, lost] = [changed({ status: "submitting" }), changed({ status: "unconfirmed" })];
    expect([isUnchanged(sent, lost), isUnchanged(sent, haircut), isUnchanged(haircut, lost)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("are of one visit with the same services and member, or with anybody", () => {
    const visit = { locationId: "4564", serviceIds: ["331"], staffId: "16" };
    expect(isSameVisit(haircut, visit)).toBe(true);
    expect(isSameVisit(haircut, { ...visit, staffId: "48" })).toBe(false);
    expect(isSameVisit(haircut, { ...visit, staffId: "0" })).toBe(true);
    expect(isSameVisit(changed({ staff: { id: "0", name: "" } }), visit)).toBe(true);
    expect(isSameVisit(haircut, { ...visit, serviceIds: ["333"] })).toBe(false);
    expect([idsKey(["3", "1", "2"]), idsKey(["2", "3", "1"]), idsKey([])]).toEqual(["1,2,3", "1,2,3", ""]);
  });
});
