import { describe, expect, it } from "vitest";
import { bookingEnabled, locationId } from "../../../attributes/index.ts";
import { clientAppointments } from "../../../skills/appointments/client-appointments.ts";
import { findAppointments } from "../../../skills/appointments/find-appointments.ts";
import {
  appointmentsFoundText,
  lookupFailedText,
  nothingPlannedText,
} from "../../../skills/appointments/lookup-texts.ts";
import { plannedAppointments } from "../../../skills/appointments/planned-appointments.ts";
import { readLookupWish } from "../../../skills/appointments/lookup-wish.ts";
import { readHeldAppointments } from "../../../skills/altegio/read-records.ts";
import { kindsOf } from "../judge.ts";
import { record } from "../own-appointments.ts";
import { account, scripted, yes } from "../scripted.ts";

const held = (count: number) =>
  readHeldAppointments(
    Array.from({ length: count }, (_, index) => ({
      ...record,
      id: index + 1,
      date: `2026-09-2${String(index)} 12:00:00`,
    })),
  );
const told = (count: number, others: number): string =>
  appointmentsFoundText(held(count), others, "2026-09-18");

const toolEvent = {
  ...{ idn: "altegio_find_appointments_tool", arguments: {} },
  ...{ integrationIdn: "system", connectorIdn: "system" },
};

describe("the appointments that were found", () => {
  it("are said one after the other, five of them", () => {
    expect(kindsOf(told(1, 0))).toEqual(["appointments"]);
    expect(told(1, 0)).toMatch(/^The caller has one upcoming appointment: /u);
    expect(told(2, 0)).toMatch(/^The caller's upcoming appointments: .*; /u);
    expect(told(5, 0).match(/September/gu)).toHaveLength(5);
    expect(told(5, 0)).not.toMatch(/more later/u);
    expect(told(7, 0).match(/September/gu)).toHaveLength(5);
    expect(told(7, 0)).toMatch(/; and 2 more later\./u);
  });

  it("are said to be the team's to change where they were not made here", () => {
    expect(told(2, 0)).toMatch(/Tell the caller\.$/u);
    expect(told(1, 1)).toMatch(/It was not made here/u);
    expect(told(2, 2)).toMatch(/They were not made here/u);
    expect(told(2, 1)).toMatch(/Those that were not made here/u);
  });

  it("are none, for a reason", () => {
    expect(nothingPlannedText(30, true)).toMatch(/to book one/u);
    expect(lookupFailedText("rate")).toBe(lookupFailedText("transport"));
    expect(lookupFailedText("auth")).not.toBe(lookupFailedText("transport"));
  });
});

describe("a look-up", () => {
  const desk = {
    locationId: "4564",
    phone: { code: "1", own: [] },
    clock: { today: "2026-09-18", now: "15:04" },
  };
  const records = "GET /records/4564";
  const james = { id: "572", name: "James Smith", phone: "13155550175" };

  it("needs a location and the right to look", async () => {
    const asked = async (customer: Record<string, string>): Promise<string> => {
      const played = scripted({}, { customer });
      await findAppointments(played.ctx, toolEvent);
      expect(played.sent).toEqual([]);
      return played.host.answer();
    };
    expect(kindsOf(await asked(account(true, { [locationId.idn]: "" })))).toEqual(["not looked up"]);
    expect(kindsOf(await asked(account()))).toEqual(["not looked up"]);
    expect(await asked(account(true, { [bookingEnabled.idn]: "off" }))).not.toMatch(
      /cannot be looked up here/u,
    );
  });

  it("leaves the lists of services and staff out of the question to the model", async () => {
    const played = scripted({}, { customer: account(true) });
    await findAppointments(played.ctx, toolEvent);
    expect(String(played.host.calls("Gen")[0]?.["prompt"])).not.toMatch(
      /Services:|The caller's appointments/u,
    );
  });

  it("reads a name of several lines as one", () => {
    expect(readLookupWish({ full_name: " James\r\n\nSmith ", phone: "1" })).toMatchObject({
      fullName: "James; Smith",
      phone: "1",
    });
    expect(readLookupWish({ full_name: " James Smith " }).fullName).toBe("James Smith");
  });

  it("has the last day of its span, in the order of the clock", async () => {
    const rows = [
      { ...record, id: 1, date: "2026-10-02 12:00:00" },
      { ...record, id: 2, date: "2026-10-03 12:00:00" },
      { ...record, id: 3, date: "2026-09-30 12:00:00" },
      { ...record, id: 4, date: "2026-09-30 12:00:00" },
    ];
    const days = { project_attributes_altegio_existing_appointments_search_days: "14" };
    const played = scripted(
      { [records]: yes(rows) },
      { customer: account(true, { altegio_existing_appointments_search_days: "14", ...days }) },
    );
    const found = await clientAppointments(played.ctx, desk, [james]);
    expect(found.appointments.map(({ id }) => id)).toEqual(["3", "4", "1"]);
  });

  it("is refused whatever the answer brings with it", async () => {
    const played = scripted({ [records]: { ...yes([record]), status: 401 } }, { customer: account(true) });
    expect(await clientAppointments(played.ctx, desk, [james])).toEqual({
      problem: "auth",
      appointments: [],
      isCut: false,
    });
  });

  it.each([
    [10, false],
    [11, true],
  ])("of %i cards of one person may have missed some: %s", async (count, isCut) => {
    const cards = Array.from({ length: count }, (_, index) => ({
      id: index + 1,
      name: "James Smith",
      phone: "+13155550175",
    }));
    const clients = "POST /company/4564/clients/search";
    const script = { [clients]: yes(cards), "GET /clients/4564": yes(cards), [records]: yes([]) };
    const played = scripted(script, { customer: account(true) });
    const planned = await plannedAppointments(played.ctx, desk, {
      phone: "13155550175",
      fullName: "James Smith",
      verified: true,
    });
    expect(planned).toMatchObject({ problem: "none", isCut });
    expect(played.paths().filter((path) => path === records)).toHaveLength(10);
  });
});
