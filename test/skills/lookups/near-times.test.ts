import { describe, expect, it } from "vitest";
import { describeNear, nearTimes } from "../../../skills/lookups/near-times.ts";
import { slots } from "../altegio-shapes.ts";
import { kindsOf, offeredIn } from "../judge.ts";
import { scripted, silence, yes } from "../scripted.ts";
import type { Scripted, Step } from "../scripted.ts";

const search = {
  visit: { locationId: "4564", serviceIds: ["331"], staffId: "16" },
  clock: { today: "2026-09-18", now: "15:04" },
};
const monday = "GET /book_times/4564/16/2026-09-21";
const wednesday = "GET /book_times/4564/16/2026-09-23";
const dates = "GET /book_dates/4564";

async function near(
  time: string,
  free: readonly string[],
  more: Readonly<Record<string, Step>> = {},
): Promise<{ text: string; played: Scripted }> {
  const played = scripted({ [monday]: yes(slots("2026-09-21", free)), ...more });
  return { text: await nearTimes(played.ctx, search, "2026-09-21", time), played };
}

describe("near a time that is not free", () => {
  it("are the nearest of the day", async () => {
    const { text } = await near("12:30", ["09:00", "10:00", "12:00", "12:30", "13:00"]);
    expect([kindsOf(text), offeredIn(text)]).toEqual([["offer"], ["10:00", "12:00", "13:00"]]);
  });

  it("is the hour that must be meant", async () => {
    const { text, played } = await near("03:00", ["10:00", "15:00", "16:00"]);
    expect(text).toMatch(/^15:00 is free/u);
    expect(text).not.toMatch(/16:00/u);
    expect(played.sent).toHaveLength(1);
    const { text: around } = await near("03:00", ["10:00", "14:30", "16:00", "17:00"]);
    expect(offeredIn(around)).toEqual(["14:30", "16:00", "17:00"]);
    expect(around).not.toMatch(/is free: ask/u);
  });

  it("may be the other half of the day", async () => {
    expect((await near("08:00", ["10:00", "20:00"])).text).toMatch(/meant 20:00/u);
  });

  const around: Record<string, Step> = {
    [dates]: yes({ booking_dates: ["2026-09-23"] }),
    [wednesday]: yes(slots("2026-09-23", ["10:00", "15:00", "16:00", "17:00"])),
  };

  it.each<[string, readonly string[]]>([
    ["nothing else", ["12:00"]],
    ["nothing", []],
  ])("are those of the nearest day where there is %s", async (_, free) => {
    const { text, played } = await near("12:00", free, around);
    expect(offeredIn(text)).toEqual(
      ["September 23 10:00", "September 23 15:00", "September 23 16:00"].slice(0, 3),
    );
    expect(new URL(played.sent[1]?.url ?? "").searchParams.get("date_to")).toBe("2026-10-21");
  });

  it("are near the hour that is meant there", async () => {
    const { text } = await near("03:00", [], around);
    expect(offeredIn(text)).toEqual(["September 23 15:00", "September 23 16:00", "September 23 17:00"]);
  });

  it("are none, or not known", async () => {
    const none = await near("12:00", [], { [dates]: yes({ booking_dates: [] }) });
    expect(kindsOf(none.text)).toEqual(["nothing free", "question"]);
    const unknown = await near("12:00", [], { [dates]: silence });
    expect(kindsOf(unknown.text)).toContain("not looked up");
    const { ctx } = scripted(around);
    const known = { problem: "none" as const, date: "2026-09-21", slots: [] };
    expect(offeredIn(await describeNear(ctx, search, "12:00", known))).toHaveLength(3);
  });
});
