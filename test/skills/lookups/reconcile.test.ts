import { describe, expect, it } from "vitest";
import type { Appointment } from "../../../skills/domain/appointment.ts";
import { freeDates, freeTimes, nearestOf } from "../../../skills/lookups/free-times.ts";
import { reconcile } from "../../../skills/lookups/reconcile.ts";
import { stillThere } from "../../../skills/lookups/still-there.ts";
import { slots } from "../altegio-shapes.ts";
import { haircut, kept, record } from "../own-appointments.ts";
import { account, meanwhile, scripted, yes } from "../scripted.ts";
import type { Step } from "../scripted.ts";

const open: Appointment = { ...haircut, record_id: "", record_hash: "", status: "unconfirmed" };
const day = "GET /records/4564";

describe("a booking that is found", () => {
  const found = async (row: object, entry: Appointment = open): Promise<Appointment> => {
    const played = scripted(
      { [day]: yes([{ ...record, ...row }]) },
      { customer: account(true), persona: kept(entry) },
    );
    return (await reconcile(played.ctx, entry)).entry;
  };

  it("has the member and the length that Altegio shows, and its own where none is shown", async () => {
    const anybody = { ...open, staff: { id: "0", name: "" }, full_name: "James Smith" };
    expect(
      await found({ staff_id: 48, staff: { id: 48, name: "Anna" }, length: 5400 }, anybody),
    ).toMatchObject({ staff: { id: "48", name: "Anna" }, seconds: 5400 });
    expect(await found({ staff_id: null, staff: null, length: 0, seance_length: 0 })).toMatchObject({
      staff: { id: "16", name: "James" },
      seconds: 3600,
    });
  });

  it("is made anew where it has been dropped meanwhile", async () => {
    const played = scripted(
      { [day]: meanwhile(yes([record])) },
      { customer: account(true), persona: kept(open) },
    );
    expect(await reconcile(played.ctx, open)).toMatchObject({
      state: "made",
      entry: { record_id: "2820023", status: "booked" },
    });
  });

  it("is in nobody's way where it has been cancelled meanwhile", async () => {
    const played = scripted(
      { [day]: meanwhile(yes([]), { ...haircut, status: "cancelled" }) },
      { customer: account(true), persona: kept(open) },
    );
    expect(await stillThere(played.ctx, open)).toBeNull();
  });
});

describe("the free times of several members", () => {
  const search = {
    visit: { locationId: "4564", serviceIds: ["331"], staffId: "0" },
    clock: { today: "2026-09-18", now: "15:04" },
    among: ["16", "48"],
  };
  const dates: Step = (_, { url }) =>
    yes({
      booking_dates: url.includes("staff_id=16")
        ? ["2026-09-23", "2026-09-25"]
        : ["2026-09-21", "2026-09-23"],
    });

  it("are in the order of dates and of the day, each once", async () => {
    const { ctx } = scripted({
      "GET /book_dates/4564": dates,
      "GET /book_times/4564/16/2026-09-23": yes(slots("2026-09-23", ["11:00", "12:00"])),
      "GET /book_times/4564/48/2026-09-23": yes(slots("2026-09-23", ["10:00", "12:00"])),
    });
    const span = { from: "2026-09-18", to: "2026-09-30" };
    expect((await freeDates(ctx, search, span)).dates).toEqual(["2026-09-21", "2026-09-23", "2026-09-25"]);
    const times = await freeTimes(ctx, search, "2026-09-23");
    expect(times.slots.map(({ time, staffId }) => `${time} ${staffId ?? ""}`)).toEqual([
      "10:00 48",
      "11:00 16",
      "12:00 ",
    ]);
  });

  it("near a day are looked up on three days at most", async () => {
    const none: Step = yes([]);
    const around = [
      "2026-09-14",
      "2026-09-15",
      "2026-09-16",
      "2026-09-17",
      "2026-09-22",
      "2026-09-23",
      "2026-09-24",
      "2026-09-25",
    ];
    const played = scripted(
      Object.fromEntries(around.map((date) => [`GET /book_times/4564/0/${date}`, none])),
    );
    const found = { problem: "none" as const, dates: around, working: [] };
    const nearest = await nearestOf(
      played.ctx,
      { ...search, among: [] },
      { from: "2026-09-18", to: "2026-09-21" },
      found,
    );
    expect(nearest).toEqual({ problem: "none", date: "", slots: [] });
    expect(played.paths().map((path) => path.slice(-10))).toEqual(["2026-09-22", "2026-09-17", "2026-09-23"]);
  });
});
