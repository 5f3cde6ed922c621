import { describe, expect, it } from "vitest";
import { checkAvailabilityTool, bookAppointmentTool } from "../../scenarios/tools.ts";
import { wrapText } from "../../scripts/demo/wrap-text.ts";
import { findDeviations } from "../../scripts/sandbox/conversations/find-deviations.ts";
import {
  fillText,
  fillValue,
  placeholdersOf,
  withTimesOf,
} from "../../scripts/sandbox/conversations/placeholders.ts";
import { demoFile, readDemo } from "./played-demo.ts";

describe("the demo's conversation", () => {
  it("promises the tools of the module", () => {
    const tools = readDemo().turns.flatMap(({ tool }) => tool ?? []);
    expect(new Set(tools)).toEqual(new Set([checkAvailabilityTool.idn, bookAppointmentTool.idn]));
  });
});

describe("a demo's conversation", () => {
  const text = demoFile;

  it.each([
    ["a misspelt property", text.replace("message:", "mesage:"), "mesage"],
    ["an answer without a tool", text.replace("    agent: Good", "    says: Hello\n    agent: Good"), "says"],
    ["a conversation without turns", text.replace(/turns:[\s\S]*?\n# What/u, "turns: []\n# What"), "turns"],
  ])("is refused with %s", (_what, wrong, named) => {
    expect(wrong).not.toBe(text);
    expect(() => readDemo(wrong)).toThrow(/This is no conversation/u);
    try {
      readDemo(wrong);
    } catch (thrown) {
      expect(String(thrown)).toContain(named);
    }
  });
});

describe("placeholders", () => {
  const values = placeholdersOf("2026-12-03");

  it("know the day before anybody speaks", () => {
    expect(fillText("{date} is {day}, {time}", values)).toBe("2026-12-03 is Thursday, December 3, {time}");
  });

  it("take the second of the first times, and the latest list", () => {
    const first = withTimesOf("Free: 11:00, 12:15 and 15:00.", values);
    expect(first).toMatchObject({ times: "11:00, 12:15 and 15:00", time: "12:15" });
    expect(withTimesOf("Booked at 09:30.", first)).toMatchObject({ times: "09:30", time: "12:15" });
    expect(withTimesOf("Only 09:30.", values)["time"]).toBe("09:30");
    expect(withTimesOf("Nothing.", values)).toBe(values);
  });

  it("are filled in nested values", () => {
    expect(fillValue({ a: ["{date}", 1, null], b: { c: true } }, values)).toEqual({
      a: ["2026-12-03", 1, null],
      b: { c: true },
    });
  });
});

describe("findDeviations", () => {
  const values = placeholdersOf("2026-12-03");

  it("finds none in a text that is as expected", () => {
    expect(findDeviations("On Thursday, December 3", { contains: "{day}", regex: "\\d$" }, values)).toEqual(
      [],
    );
  });

  it("names each one", () => {
    const expected = { contains: ["{day}", "booked"], not_contains: "free", regex: "^Booked" };
    expect(findDeviations("Nothing is free, nothing booked", expected, values)).toEqual([
      'It does not say "Thursday, December 3".',
      'It says "free".',
      "It does not match ^Booked.",
    ]);
  });
});

describe("wrapText", () => {
  it("breaks between words and indents what follows", () => {
    const lines = wrapText("word ".repeat(60).trim(), 4).split("\n");
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((line) => line.length <= 100)).toBe(true);
    expect(lines[1]).toMatch(/^ {4}word/u);
    expect(wrapText("short", 4)).toBe("short");
  });
});
