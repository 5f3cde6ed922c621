import { expect, test } from "vitest";
import { addDays, isDate } from "#sdk";
import { comingDays } from "../../../skills/text/coming-days.ts";
import { weekdayName } from "../../../skills/text/speak-date.ts";

test.each(["2026-10-19", "2026-11-30", "2026-12-25", "2027-02-20", "2028-02-20", "2026-12-31"])(
  "the fourteen days from %s on are those of the calendar",
  (today) => {
    const days = comingDays(today).split(", ");
    expect(days).toHaveLength(14);
    days.forEach((day, index) => {
      const [weekday = "", date = ""] = day.split(" ");
      expect(isDate(date)).toBe(true);
      expect(date).toBe(addDays(today, index));
      expect(weekdayName(date).startsWith(weekday)).toBe(true);
    });
  },
);
