import { describe, expect, it } from "vitest";
import { minutesAt, minutesInUtc, readClock } from "../../../skills/domain/clock.ts";
import { MemoryHost } from "../memory-host.ts";

describe("the clock", () => {
  it.each(["America/New_York", "UTC", "America/Argentina/Buenos_Aires"])("is that of %s", (zone) => {
    const host = new MemoryHost({ now: "2026-09-18T15:04:05-05:00" });
    expect(readClock(host.context(), zone)).toEqual({ today: "2026-09-18", now: "15:04" });
    expect(host.calls("GetDateTime")).toEqual([{ format: "datetime", timezone: zone }]);
  });

  it.each(["", "Moon/Base", "in Europe/Berlin", "Europe/Berlin (Summer)"])(
    "is the account's own where %j is no zone",
    (zone) => {
      const host = new MemoryHost();
      readClock(host.context(), zone);
      expect(host.calls("GetDateTime")).toEqual([{ format: "datetime" }]);
    },
  );
});

describe("minutes since 1970", () => {
  it.each([
    ["1970-01-01T00:00", 0],
    ["1970-01-02T01:01:59Z", 1501],
    ["2026-09-18T15:04:05-05:00", 29829064],
    ["2026-02-30T10:00", 0],
    ["soon", 0],
    ["", 0],
  ])("of %j are %i", (moment, minutes) => {
    expect(minutesAt(moment)).toBe(minutes);
  });
});

describe("minutes since 1970 in UTC", () => {
  it.each([
    ["2026-09-18T15:04:05-05:00", "2026-09-18T20:04"],
    ["2026-09-19T00:34:05.123456+05:30", "2026-09-18T19:04"],
    ["2026-09-18T23:34:05.123456-09:30", "2026-09-19T09:04"],
    ["2026-09-18T15:04:05+00:00", "2026-09-18T15:04"],
    ["2026-09-18T15:04:05Z", "2026-09-18T15:04"],
    ["2026-09-18T15:04", "2026-09-18T15:04"],
  ])("of %j are those of %s", (moment, inUtc) => {
    expect(minutesInUtc(moment)).toBe(minutesAt(inUtc));
  });
});
