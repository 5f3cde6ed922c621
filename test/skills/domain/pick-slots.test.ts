import { describe, expect, it } from "vitest";
import { nearestSlots, slotsBetween, spreadSlots } from "../../../skills/domain/pick-slots.ts";

describe("slots", () => {
  const slots = ["09:00", "09:15", "10:00", "11:30", "12:00", "14:00", "15:45", "18:00"].map((time) => ({
    time,
    datetime: `2026-09-21T${time}:00-05:00`,
    seconds: 0,
  }));
  const times = (list: readonly { time: string }[]): readonly string[] => list.map((slot) => slot.time);

  it("are spread over the day", () => {
    expect(times(spreadSlots(slots))).toEqual(["09:00", "11:30", "14:00", "15:45", "18:00"]);
    expect(times(spreadSlots(slots.slice(0, 3)))).toEqual(["09:00", "09:15", "10:00"]);
  });

  it("are found near a time and inside a part of the day", () => {
    expect(times(nearestSlots(slots, "12:10"))).toEqual(["11:30", "12:00", "14:00"]);
    expect(times(slotsBetween(slots, "12:00", ""))).toEqual(["12:00", "14:00", "15:45", "18:00"]);
    expect(times(slotsBetween(slots, "", "09:15"))).toEqual(["09:00", "09:15"]);
    expect(times(slotsBetween(slots, "15:00", "02:00"))).toEqual(["15:45", "18:00"]);
  });
});
