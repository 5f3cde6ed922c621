import { describe, expect, it } from "vitest";
import { speakDate, speakDay, speakList, speakMoment } from "../../../skills/text/speak-date.ts";

describe("dates and lists", () => {
  it("are spoken", () => {
    expect(speakDate("2026-12-01")).toBe("Tuesday, December 1");
    expect(speakMoment("2026-12-01", "10:30")).toBe("Tuesday, December 1 at 10:30");
    expect(speakList([])).toBe("");
    expect(speakList(["a"])).toBe("a");
    expect(speakList(["a", "b", "c"], "or")).toBe("a, b or c");
  });
});

it.each([
  ["2027-08-14", "Saturday, August 14"],
  ["2027-08-15", "Sunday, August 15, 2027"],
  ["2026-08-19", "Wednesday, August 19"],
  ["2026-08-18", "Tuesday, August 18, 2026"],
])("%s is said on 2026-10-18 as %s: with its year where it would be taken for another", (date, spoken) => {
  expect(speakDay(date, "2026-10-18")).toBe(spoken);
});
