import { describe, expect, it } from "vitest";
import type { Appointment } from "../../../skills/domain/appointment.ts";
import { findOverlapping, longestUnknown } from "../../../skills/matching/find-own.ts";

const late: Appointment = {
  number: 1,
  record_id: "11",
  record_hash: "h",
  location_id: "4564",
  services: [{ id: "1", name: "Haircut" }],
  staff: { id: "7", name: "James" },
  datetime: "2026-10-20T23:30:00+02:00",
  phone: "4915112345678",
  full_name: "Clara Weiss",
  status: "booked",
  seconds: 3600,
  written_at: "2026-10-19T08:00:00+00:00",
};
const visit = { locationId: "4564", serviceIds: ["2"], staffId: "8" };

/** Whether the entry is in the way of a visit of Clara's that lasts half an hour. */
function isInTheWay(entry: Partial<Appointment>, moment: string, unknown = 0): boolean {
  const planned = {
    visit,
    date: moment.slice(0, 10),
    time: moment.slice(11),
    fullName: "Clara Weiss",
    isOther: false,
  };
  return findOverlapping([{ ...late, ...entry }], planned, 1800, unknown) !== null;
}

describe("findOverlapping", () => {
  it.each([
    ["2026-10-20 22:59", false],
    ["2026-10-20 23:01", true],
    ["2026-10-20 23:30", false],
    ["2026-10-20 23:45", true],
    ["2026-10-21 00:29", true],
    ["2026-10-21 00:30", false],
  ])("looks over midnight: %s", (moment, expected) => {
    expect(isInTheWay({}, moment)).toBe(expected);
  });

  it("finds what begins after midnight, while the visit lasts", () => {
    const early = { datetime: "2026-10-21T00:10:00+02:00" };
    expect(isInTheWay(early, "2026-10-20 23:45")).toBe(true);
    expect(isInTheWay(early, "2026-10-20 23:40")).toBe(false);
  });

  it.each(["submitting", "unconfirmed"])("counts one that is %s", (status) => {
    expect(isInTheWay({ status, record_id: "" }, "2026-10-20 23:45")).toBe(true);
  });

  it.each([
    ["cancelled", { status: "cancelled" }],
    ["given up", { status: "given_up" }],
    ["another person's", { full_name: "Otto Brandt" }],
    ["at another location", { location_id: "4565" }],
    ["without a moment", { datetime: "" }],
  ])("leaves out one that is %s", (_, change) => {
    expect(isInTheWay(change, "2026-10-20 23:45")).toBe(false);
  });

  it("takes an unknown length for what it is told to", () => {
    expect(isInTheWay({ seconds: 0 }, "2026-10-20 23:45")).toBe(false);
    expect(isInTheWay({ seconds: 0 }, "2026-10-20 23:45", longestUnknown)).toBe(true);
    expect(isInTheWay({ seconds: 60 }, "2026-10-20 23:45", longestUnknown)).toBe(false);
  });
});
