import { expect, test } from "vitest";
import { addDays } from "#sdk";
import { speakDate, weekdays } from "../../../skills/text/speak-date.ts";
import { weekdayClash } from "../../../skills/text/weekday-clash.ts";

const today = "2026-03-16";

test("a weekday and a date that go together are no question, nor is one of them alone", () => {
  expect(weekdayClash("2026-03-19", "Thursday", today)).toBe("");
  expect(weekdayClash("", "Thursday", today)).toBe("");
  expect(weekdayClash("2026-03-19", "", today)).toBe("");
  // That it has gone by is said instead.
  expect(weekdayClash("2026-03-12", "Friday", today)).toBe("");
});

test("the nearest such weekday is offered beside the date, and never one that has gone by", () => {
  const others = weekdays.map((weekday) => weekdayClash("2026-03-19", weekday, today));
  expect(others.map((text) => [...text.matchAll(/March [0-9]+/gu)].at(-1)?.[0])).toEqual([
    "March 16",
    "March 17",
    "March 18",
    undefined,
    "March 20",
    "March 21",
    "March 22",
  ]);
  expect(weekdayClash(addDays(today, 1), "Sunday", today)).toContain(speakDate("2026-03-22"));
});
