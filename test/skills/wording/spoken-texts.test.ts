import { describe, expect, it } from "vitest";
import type { ProblemKind } from "../../../skills/domain/problem.ts";
import { appointmentText, numberedList } from "../../../skills/wording/appointment-text.ts";
import { otherHalfText, speakTimes } from "../../../skills/wording/offered-times.ts";
import { isOperational, lookUpFailed, reportText } from "../../../skills/wording/problem-text.ts";
import { speakPhone } from "../../../skills/wording/speak-phone.ts";
import { coloring, haircut } from "../own-appointments.ts";

const problems: readonly ProblemKind[] = [
  "auth",
  "rights",
  "license",
  "not_found",
  "rate",
  "transport",
  "unknown",
  "validation",
  "slot_taken",
  "service_gone",
  "not_bookable",
];

describe("an appointment", () => {
  it("is said with its services, each once, its member and its moment", () => {
    expect(appointmentText(haircut)).toBe("Haircut with James on Monday, September 21 at 12:00");
    const whole = [
      { id: "10", name: "Makeover" },
      { id: "11", name: "Makeover" },
      { id: "12", name: "Wash" },
    ];
    expect(appointmentText({ ...haircut, services: whole, staff: { id: "0", name: "" } })).toBe(
      "Makeover and Wash on Monday, September 21 at 12:00",
    );
    expect(appointmentText({ ...haircut, services: [] })).toMatch(/^Appointment with James/u);
  });

  it("is numbered, with what is special about it", () => {
    const list = [haircut, { ...coloring, status: "cancelled" }, { ...haircut, status: "unconfirmed" }];
    const lines = numberedList(list).split("\n");
    expect(lines.map((line) => line.replace(/^(\d[.] \w+) .*?(?: \(.*\))?$/u, "$1"))).toEqual([
      "1. Haircut",
      "2. Coloring",
      "3. Haircut",
    ]);
    expect(lines.map((line) => line.match(/\(.*\)/u)?.[0] ?? "")).toEqual([
      "",
      "(cancelled)",
      "(not confirmed)",
    ]);
    expect(numberedList([])).toBe("");
  });
});

describe("a problem", () => {
  it("is reported where the business can mend it, each in words of its own", () => {
    expect(problems.filter((problem) => !isOperational(problem))).toEqual([
      "validation",
      "slot_taken",
      "service_gone",
      "not_bookable",
    ]);
    const reports = problems.slice(0, 8).map((problem) => reportText(problem));
    expect(new Set(reports).size).toBe(8);
    expect(new Set([...reports, reportText("slot_taken")]).size).toBe(8);
    expect(reports.every((text) => text.includes("Altegio"))).toBe(true);
  });

  it("of a look-up tells the agent one of four things, and never that something is free", () => {
    const texts = problems.map((problem) => lookUpFailed(problem, "The free times"));
    const kinds = [...new Set(texts)];
    expect(texts.map((text) => kinds.indexOf(text))).toEqual([0, 0, 0, 0, 1, 1, 0, 0, 0, 2, 3]);
    expect(texts.filter((text) => text.startsWith("The free times cannot be checked"))).toHaveLength(9);
    expect(texts.filter((text) => text.includes("does not answer"))).toHaveLength(2);
    expect(kinds.filter((text) => !text.includes("Do not name any time as free."))).toHaveLength(1);
  });
});

describe("free times", () => {
  const slots = ["15:00", "16:30", "17:00"].map((time) => ({ time, datetime: "", seconds: 0 }));
  it("are a list", () => {
    expect([slots, slots.slice(0, 1), []].map((some) => speakTimes(some))).toEqual([
      "15:00, 16:30 and 17:00",
      "15:00",
      "",
    ]);
  });

  it("in the other half of the day are named where one may be meant", () => {
    expect(otherHalfText(slots, "03:00")).toContain("15:00");
    expect(["", "04:00", "15:00"].map((time) => otherHalfText(slots, time))).toEqual(["", "", ""]);
  });
});

it.each([
  ["13155550175", "1", "315 555 0175"],
  ["4915112345678", "1", "+491 511 234 5678"],
  ["4915112345678", "49", "151 123 456 78"],
  ["4915112345678", "", "+491 511 234 5678"],
  ["390612345", "39", "061 2345"],
])("the number %s is read out in the country %j as %j", (phone, code, spoken) => {
  expect(speakPhone(phone, { code })).toBe(spoken);
});
