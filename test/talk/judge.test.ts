import { describe, expect, test } from "vitest";
import type { SimulatedService } from "../../scripts/sandbox/conversations/index.ts";
import { judgeOf } from "../../scripts/talk/judge.ts";
import type { Outcome } from "../../scripts/talk/talk.ts";

const old = "2026-10-20 10:00 Pedicure, Sofia Rossi, Nora Lindt 49151";
const made = "2026-10-21 11:00 Pedicure, Sofia Rossi, Nora Lindt 49151";

/** A judge, and what the calendar holds, to be changed. */
function judged(outcome: Outcome, ...lines: string[]) {
  const calendar = [...lines];
  const service: SimulatedService = {
    url: "http://service.invalid",
    title: "A salon",
    settings: [],
    secrets: ["geheim"],
    calendar: () => calendar.map((line) => ({ line, columns: [line] })),
    lineOf: String,
    close: () => Promise.resolve(),
  };
  return { calendar, judge: judgeOf(outcome, service) };
}

const booked = { says: "is booked", holds: { contains: "2026-10-21" } } as const;
const cancelled = { says: "is cancelled", lacks: { contains: "2026-10-20" } } as const;

describe("a claim", () => {
  test("counts by what the calendar holds when it is made, not later", () => {
    const { calendar, judge } = judged({ calendar: [{}], claims: [booked] });
    expect(judge.hear("Shall I book it?")).toEqual([]);
    expect(judge.hear("It IS booked.")).toEqual([expect.stringContaining("does not hold 2026-10-21")]);
    calendar.push(made);
    expect(judge.hear("It is booked.")).toEqual([]);
    expect(judge.conclude()).toEqual([]);
  });

  test("that something is gone counts likewise", () => {
    const { calendar, judge } = judged({ calendar: [], claims: [cancelled] }, old);
    expect(judge.hear("It is cancelled.")).toEqual([expect.stringContaining(`still holds ${old}`)]);
    calendar.pop();
    expect(judge.hear("It is cancelled.")).toEqual([]);
  });

  test("has to be made unless it may be left out", () => {
    const never = { says: "sorry", never: true } as const;
    const { judge } = judged({ calendar: [], claims: [booked, { ...cancelled, optional: true }, never] });
    expect(judge.conclude()).toEqual([expect.stringContaining("never says /is booked/")]);
    expect(judge.hear("Sorry!")).toEqual([expect.stringContaining("must not say /sorry/")]);
  });
});

test.each([
  ["geheim", "gives away geheim"],
  ["undefined", "raw value"],
  ['{"id": 1}', "raw value"],
])("what nobody may hear is a fault: %s", (text, why) => {
  expect(judged({ calendar: [] }).judge.hear(text)).toEqual([expect.stringContaining(why)]);
});

describe("the calendar", () => {
  test.each([
    ["as wanted", [{ contains: "2026-10-20" }, { regex: "^2026-10-2[1-5]" }], [old, made], []],
    ["in any order", [{ contains: "2026-10-21" }, { contains: "Pedicure" }], [old, made], []],
    ["with one too few", [{ contains: "10-20" }, { contains: "10-20" }], [old], ["lacks 10-20"]],
    ["with one too many", [{ contains: "10-20" }], [old, made], [`holds ${made}`]],
    [
      "with another",
      [{ contains: "10-22", not_contains: "Anna" }],
      [old],
      ["lacks 10-22 + not Anna", "holds"],
    ],
    ["empty", [{ regex: "x" }], [], ["lacks /x/: it is empty"]],
  ])("%s", (_, calendar, lines, faults) => {
    expect(judged({ calendar }, ...lines).judge.conclude()).toEqual(
      faults.map((fault) => expect.stringContaining(fault) as unknown),
    );
  });
});
