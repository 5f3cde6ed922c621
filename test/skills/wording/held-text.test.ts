import { describe, expect, it } from "vitest";
import { readHeldAppointments } from "../../../skills/altegio/read-records.ts";
import { heldText } from "../../../skills/wording/held-text.ts";
import { appointmentText, bookedAnewText, numberedList } from "../../../skills/wording/appointment-text.ts";
import { otherHalfText } from "../../../skills/wording/offered-times.ts";
import { comingDays } from "../../../skills/text/coming-days.ts";
import { momentsIn } from "../answer-kinds.ts";
import { coloring, haircut, record } from "../own-appointments.ts";

describe("an appointment that Altegio holds", () => {
  const said = (more: object, today = "2026-09-18"): string =>
    readHeldAppointments([{ ...record, ...more }])
      .map((item) => heldText(item, today))
      .join();
  it("is said with what is known of it", () => {
    expect(said({})).toBe("Haircut with James on Monday, September 21 at 12:00");
    expect(said({ staff: null })).toBe("Haircut on Monday, September 21 at 12:00");
    expect(said({ services: [] })).toBe("an appointment with James on Monday, September 21 at 12:00");
    expect(
      said({
        services: [
          { id: 1, title: "" },
          { id: 2, title: "A" },
          { id: 3, title: "B" },
        ],
      }),
    ).toBe("A and B with James on Monday, September 21 at 12:00");
  });
});

describe("an appointment of the caller's list", () => {
  it("is said as it is kept", () => {
    expect(appointmentText({ ...haircut, services: [], staff: { id: "0", name: "" } })).toBe(
      "Appointment on Monday, September 21 at 12:00",
    );
    expect(momentsIn(bookedAnewText(haircut))).toEqual(["09-21 12:00"]);
    expect(
      numberedList([
        haircut,
        { ...coloring, status: "cancelled" },
        { ...haircut, status: "unconfirmed" },
      ]).split("\n"),
    ).toEqual([
      "1. Haircut with James on Monday, September 21 at 12:00",
      "2. Coloring with Anna on Wednesday, September 23 at 11:00 (cancelled)",
      "3. Haircut with James on Monday, September 21 at 12:00 (not confirmed)",
    ]);
    expect(numberedList([])).toBe("");
  });
});

describe("what is said beside times", () => {
  it("is the other half of a day where a time was said", () => {
    const free = ["10:00", "20:00"].map((time) => ({ time, datetime: time, seconds: 0 }));
    expect(otherHalfText(free, "08:00")).toMatch(/20:00/u);
    expect(otherHalfText(free, "")).toBe("");
  });

  it("are the days to come, with their weekdays, over the end of a month", () => {
    expect(comingDays("2026-09-18").split(", ")).toHaveLength(14);
    expect(comingDays("2026-09-28").split(", ").slice(0, 9)).toEqual([
      "Mon 2026-09-28",
      "Tue 2026-09-29",
      "Wed 2026-09-30",
      "Thu 2026-10-01",
      "Fri 2026-10-02",
      "Sat 2026-10-03",
      "Sun 2026-10-04",
      "Mon 2026-10-05",
      "Tue 2026-10-06",
    ]);
    expect(comingDays("2026-12-31").split(", ").slice(0, 2)).toEqual(["Thu 2026-12-31", "Fri 2027-01-01"]);
  });
});
