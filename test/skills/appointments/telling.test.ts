import { describe, expect, it } from "vitest";
import { commonPhonesAttribute } from "#sdk";
import type { Appointment } from "../../../skills/domain/appointment.ts";
import { keepShown, readShown, readTold } from "../../../skills/telling/known-appointments.ts";
import type { KnownAppointment } from "../../../skills/telling/known-appointments.ts";
import { tellAppointments, tellKnown } from "../../../skills/telling/tell-appointments.ts";
import { MemoryHost } from "../memory-host.ts";
import { coloring, haircut, kept } from "../own-appointments.ts";
import { account } from "../scripted.ts";

const clock = { today: "2026-09-18", now: "15:04" };
const moment = "2026-09-18T15:04:05-05:00";
const written = "2026-09-18T15:03:05-05:00";
const line = "+13155550175";
const row = (id: string, start: string, own = true): KnownAppointment => ({ id, start, text: `R${id}`, own });
const hostWith = (entries: readonly Appointment[], more: Record<string, string> = {}): MemoryHost =>
  new MemoryHost({
    customer: account(true, more),
    persona: kept(...entries),
    actors: { newo_voice: [line] },
    now: moment,
  });
/** The rows that were told, in their order. */
const told = (host: MemoryHost): readonly (readonly string[])[] =>
  host
    .events()
    .map(
      (event) =>
        String(event["sectionValue"]).match(/R[0-9]+|Haircut|Coloring|not confirmed|more later/gu) ?? [],
    );

describe("what is told of appointments", () => {
  it("is in the order of the clock, five at most", () => {
    const host = hostWith([]);
    const rows = ["3", "1", "2"].map((id) => row(id, `2026-09-2${id} 12:00`));
    for (const known of [
      rows,
      [...rows, row("4", "2026-09-24 12:00"), row("5", "2026-09-25 12:00")],
      [1, 2, 3, 4, 5, 6].map((id) => row(String(id), `2026-09-2${String(id)} 12:00`)),
      ["9", "8"].map((id) => row(id, "2026-09-21 12:00")),
    ]) {
      tellKnown(host.context(), clock, { rows: known, isAll: true, told: readTold(host.context()) });
    }
    expect(told(host)).toEqual([
      ["R1", "R2", "R3"],
      ["R1", "R2", "R3", "R4", "R5"],
      ["R1", "R2", "R3", "R4", "R5", "more later"],
      ["R9", "R8"],
    ]);
  });

  it("is told anew where it has become all there is", () => {
    const host = hostWith([]);
    const rows = [row("1", "2026-09-21 12:00")];
    for (const isAll of [false, true, true, false]) {
      tellKnown(host.context(), clock, { rows, isAll, told: readTold(host.context()) });
    }
    expect(told(host)).toHaveLength(3);
    expect(readTold(host.context())).not.toBe("");
  });

  it("is what an operation has just written", () => {
    const of = (entries: readonly Appointment[]): readonly (readonly string[])[] => {
      const host = hostWith(entries);
      tellAppointments(host.context());
      return told(host);
    };
    expect(of([{ ...haircut, written_at: written }])).toEqual([["Haircut"]]);
    expect(of([{ ...haircut, written_at: "2026-09-18T15:02:05-05:00" }])).toEqual([["Haircut"]]);
    expect(of([{ ...haircut, written_at: "2026-09-18T15:01:05-05:00" }])).toEqual([]);
    expect(of([{ ...haircut, written_at: "" }])).toEqual([]);
    expect(
      of([
        { ...coloring, written_at: written },
        { ...haircut, written_at: "2026-09-01T12:00:00+00:00" },
      ]),
    ).toEqual([["Haircut", "Coloring"]]);
    expect(of([{ ...haircut, written_at: written, status: "unconfirmed" }])).toEqual([
      ["Haircut", "not confirmed"],
    ]);
  });

  it("is nothing on a line that several people share, nor without a connection", () => {
    for (const more of [{ [commonPhonesAttribute]: line }, { altegio_location_id: "" }]) {
      const host = hostWith([{ ...haircut, written_at: written }], more);
      tellAppointments(host.context());
      expect(host.events()).toEqual([]);
    }
  });

  it("has what was shown today, where nothing newer is known of it", () => {
    const shown = [
      row("2820023", "2026-09-21 12:00"),
      row("7", "2026-09-22 12:00", false),
      row("8", "2026-09-18 15:04", false),
    ];
    const after = (entry: Appointment): readonly (readonly string[])[] => {
      const host = hostWith([entry]);
      keepShown(host.context(), clock, shown);
      tellAppointments(host.context());
      return told(host);
    };
    expect(after({ ...haircut, written_at: moment })).toEqual([["Haircut", "R7"]]);
    expect(after({ ...haircut, written_at: written })).toEqual([["R2820023", "R7"]]);
    expect(after({ ...coloring, written_at: moment })).toEqual([["R2820023", "R7", "Coloring"]]);
    expect(after({ ...haircut, written_at: moment, status: "cancelled" })).toEqual([["R7"]]);
  });

  it("is kept as it was shown, for a day", () => {
    const host = hostWith([]);
    const rows = [row("1", "2026-09-21 12:00"), row("2", "2026-09-22 12:00", false)];
    keepShown(host.context(), clock, rows);
    expect(readShown(host.context(), clock)).toEqual({ at: moment, rows });
    expect(host.calls("GetDateTime")).toEqual([{ format: "datetime", timezone: "UTC" }]);
    expect(readShown(host.context(), { ...clock, today: "2026-09-19" })).toBeNull();
  });
});
