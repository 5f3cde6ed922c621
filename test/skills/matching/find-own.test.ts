import { describe, expect, it } from "vitest";
import type { Appointment } from "../../../skills/domain/appointment.ts";
import {
  findAtMoment,
  findBookedAnew,
  findSameServices,
  findUnconfirmed,
} from "../../../skills/matching/find-own.ts";
import type { PlannedVisit } from "../../../skills/matching/find-own.ts";
import { coloring, haircut } from "../own-appointments.ts";

const planned: PlannedVisit = {
  visit: { locationId: "4564", serviceIds: ["331"], staffId: "16" },
  date: "2026-09-21",
  time: "12:00",
  fullName: "James Smith",
  isOther: false,
};
const changed = (change: Partial<Appointment>): Appointment => ({ ...haircut, ...change });

describe("the appointment at a moment", () => {
  it.each<[string, Partial<Appointment>, boolean]>([
    ["booked", {}, true],
    ["on its way", { status: "submitting" }, true],
    ["unconfirmed", { status: "unconfirmed" }, true],
    ["cancelled", { status: "cancelled" }, false],
    ["elsewhere", { location_id: "1" }, false],
    ["another day", { datetime: "2026-09-22T12:00:00-05:00" }, false],
    ["another time", { datetime: "2026-09-21T12:15:00-05:00" }, false],
    ["of somebody else", { full_name: "Mary Smith" }, false],
    ["for something else", { services: coloring.services }, true],
    ["with somebody else", { staff: coloring.staff }, true],
  ])("%s", (_, change, found) => {
    const entry = changed(change);
    expect(findAtMoment([entry], planned)).toEqual(found ? entry : null);
  });

  it("is the very visit before any other", () => {
    const other = changed({ record_id: "5", services: coloring.services });
    expect(findAtMoment([other, haircut], planned)).toEqual(haircut);
    expect(findAtMoment([haircut, other], planned)).toEqual(haircut);
    expect(findAtMoment([], planned)).toBeNull();
  });

  it("is nobody's with a like name once the caller has said so", () => {
    const entry = changed({ full_name: "Jamie Smith" });
    expect(findAtMoment([entry], { ...planned, fullName: "J. Smith" })).toEqual(entry);
    expect(findAtMoment([entry], { ...planned, fullName: "J. Smith", isOther: true })).toBeNull();
    expect(findAtMoment([haircut], { ...planned, isOther: true })).toEqual(haircut);
  });
});

describe("what was booked anew", () => {
  it.each<[string, Partial<Appointment>, boolean]>([
    ["later", {}, true],
    ["before", { number: 1 }, false],
    ["not yet", { status: "unconfirmed" }, false],
    ["elsewhere", { location_id: "1" }, false],
    ["at another time", { datetime: "2026-09-21T12:15:00-05:00" }, false],
    ["with another offset", { datetime: "2026-09-21T12:00:00+00:00" }, true],
    ["for something else", { services: coloring.services }, false],
    ["for somebody else", { full_name: "Mary Smith" }, false],
  ])("%s: %j", (_, change, found) => {
    const entry = changed({ number: 2, record_id: "5", ...change });
    expect(findBookedAnew([haircut, entry], haircut)).toEqual(found ? entry : null);
  });
});

describe("the next appointment for the same services", () => {
  const earlier: PlannedVisit = { ...planned, time: "11:59" };
  it.each<[string, Partial<Appointment>, boolean]>([
    ["booked", {}, true],
    ["with somebody else", { staff: coloring.staff }, true],
    ["on its way", { status: "submitting" }, false],
    ["cancelled", { status: "cancelled" }, false],
    ["elsewhere", { location_id: "1" }, false],
    ["for something else", { services: coloring.services }, false],
    ["of somebody else", { full_name: "Mary Smith" }, false],
  ])("%s", (_, change, found) => {
    const entry = changed(change);
    expect(findSameServices([entry], earlier)).toEqual(found ? entry : null);
    expect(findSameServices([entry], planned)).toBeNull();
  });

  it("is the first of several", () => {
    const later = changed({ datetime: "2026-09-25T12:00:00-05:00" });
    const last = changed({ datetime: "2026-10-25T12:00:00-05:00" });
    for (const list of [
      [later, haircut, last],
      [haircut, last, later],
      [last, later, haircut],
    ]) {
      expect(findSameServices(list, earlier)).toEqual(haircut);
    }
    expect(findSameServices([later, last], planned)).toEqual(later);
  });
});

describe("the appointment that was never confirmed", () => {
  it.each<[string, Partial<Appointment>, boolean]>([
    ["unconfirmed", {}, true],
    ["on its way", { status: "submitting" }, true],
    ["at another time", { datetime: "2026-09-25T12:00:00-05:00" }, true],
    ["booked", { status: "booked" }, false],
    ["elsewhere", { location_id: "1" }, false],
    ["for something else", { services: coloring.services }, false],
    ["of somebody else", { full_name: "Mary Smith" }, false],
  ])("%s", (_, change, found) => {
    const entry = changed({ status: "unconfirmed", ...change });
    expect(findUnconfirmed([entry], haircut)).toEqual(found ? entry : null);
  });

  it("is the latest of several", () => {
    const [one, two] = ["1", "2"].map((record_id) => changed({ status: "unconfirmed", record_id }));
    expect(findUnconfirmed(one && two ? [one, two] : [], haircut)).toEqual(two);
  });
});
