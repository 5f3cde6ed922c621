import { describe, expect, it } from "vitest";
import {
  nearestSlots,
  slotsBetween,
  slotsOverBy,
  spreadSlots,
  threeSlots,
} from "../../../skills/domain/pick-slots.ts";

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
    expect(times(slotsBetween(slots, "", "09:15"))).toEqual(["09:00"]);
    expect(times(slotsBetween(slots, "14:00", "00:00"))).toEqual(["14:00", "15:45", "18:00"]);
    expect(times(slotsBetween(slots, "15:00", "02:00"))).toEqual(["15:45", "18:00"]);
  });

  it("are over in time by their own length, else by that of the visit", () => {
    expect(times(slotsOverBy(slots, "", "11:00", 3600))).toEqual(["09:00", "09:15", "10:00"]);
    expect(times(slotsOverBy(slots, "", "10:59", 3600))).toEqual(["09:00", "09:15"]);
    const longer = slots.map((slot) => ({ ...slot, seconds: 7200 }));
    expect(times(slotsOverBy(longer, "", "11:00", 3600))).toEqual(["09:00"]);
    expect(times(slotsOverBy(slots, "", "00:00", 3600))).toHaveLength(8);
    const late = slots.map((slot) => ({ ...slot, seconds: 18_000 }));
    expect(times(slotsOverBy(late, "15:00", "00:00", 3600)).at(-1)).toBe("18:00");
    expect(times(slotsOverBy(late, "15:00", "02:00", 3600)).at(-1)).toBe("18:00");
    // Three is that of the afternoon, where it can be.
    expect(times(slotsOverBy(slots, "14:00", "03:00", 3600))).toEqual([]);
  });

  it("are shown all where they are few", () => {
    expect(times(spreadSlots(slots.slice(0, 5)))).toHaveLength(5);
    expect(times(spreadSlots(slots.slice(0, 6)))).toEqual(["09:00", "10:00", "11:30", "12:00", "14:00"]);
    expect(times(threeSlots(slots.slice(0, 3)))).toEqual(["09:00", "09:15", "10:00"]);
    expect(spreadSlots([])).toEqual([]);
  });

  it("are the first, the last and the one in the middle", () => {
    expect(times(threeSlots(slots))).toEqual(["09:00", "14:00", "18:00"]);
    expect(times(threeSlots(slots.slice(0, 4)))).toEqual(["09:00", "10:00", "11:30"]);
  });

  it("are near on either side, the earlier of two that are equally far first, in the order of the day", () => {
    expect(times(nearestSlots(slots, "10:45"))).toEqual(["10:00", "11:30", "12:00"]);
    expect(times(nearestSlots(slots.toReversed(), "09:00"))).toEqual(["09:00", "09:15", "10:00"]);
    expect(times(slotsBetween(slots, "", ""))).toHaveLength(8);
  });

  const at = (...hours: readonly string[]) =>
    hours.map((time) => ({ time, datetime: `2026-09-21T${time}:00-05:00`, seconds: 0 }));

  it("are each taken once, and the earlier of two that are equally near", () => {
    const crowded = at("09:00", "09:05", "09:10", "09:15", "09:20", "18:00");
    expect(times(spreadSlots(crowded))).toEqual(["09:00", "09:10", "09:15", "09:20", "18:00"]);
    expect(times(threeSlots(at("10:00", "11:00", "13:00", "14:00")))).toEqual(["10:00", "11:00", "14:00"]);
    expect(threeSlots([])).toEqual([]);
  });

  it("stay in the order they came in where they are at one time", () => {
    const [first] = at("10:00");
    const twice = ["a", "b"].map((datetime) => ({ time: "10:00", seconds: 0, ...first, datetime }));
    expect(nearestSlots(twice, "10:00").map((slot) => slot.datetime)).toEqual(["a", "b"]);
  });

  it("of a span without a length are those from its start on, and midnight is the day's end", () => {
    expect(times(slotsBetween(slots, "14:00", "14:00"))).toEqual(["14:00", "15:45", "18:00"]);
    expect(times(slotsBetween(slots, "", "00:00"))).toHaveLength(8);
  });
});
