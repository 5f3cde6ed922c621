import { describe, expect, it } from "vitest";
import { skillTitle } from "../../../scripts/compiler/nsl/skill-title.ts";

describe("skillTitle", () => {
  it("names function, part, file and line", () => {
    expect(skillTitle("placeBooking 5", { file: "skills/booking/place-booking.ts", line: 41 })).toBe(
      "placeBooking 5 · skills/booking/place-booking.ts:41",
    );
  });

  it("leaves out folders, from the left, until it is shorter than 70 characters", () => {
    const place = { file: "skills/availability/answers/earliest-free-times.ts", line: 112 };
    expect(skillTitle("answerWithTheEarliestFreeTimes 12", place)).toBe(
      "answerWithTheEarliestFreeTimes 12 · earliest-free-times.ts:112",
    );
    expect(skillTitle("x".repeat(80), place)).toHaveLength(69);
  });

  it("is the name alone for what the compiler writes by itself", () => {
    expect(skillTitle("asks the language model", null)).toBe("asks the language model");
  });
});
