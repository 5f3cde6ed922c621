import { describe, expect, it } from "vitest";
import { speakDate, speakList, speakMoment } from "../../../skills/text/speak-date.ts";

describe("dates and lists", () => {
  it("are spoken", () => {
    expect(speakDate("2026-12-01")).toBe("Tuesday, December 1");
    expect(speakMoment("2026-12-01", "10:30")).toBe("Tuesday, December 1 at 10:30");
    expect(speakList([])).toBe("");
    expect(speakList(["a"])).toBe("a");
    expect(speakList(["a", "b", "c"], "or")).toBe("a, b or c");
  });
});
