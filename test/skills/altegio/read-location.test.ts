import { describe, expect, it } from "vitest";
import { readLocation, readLocationChoices, readPhoneCode } from "../../../skills/altegio/read-location.ts";
import { readDateLists, readTimes } from "../../../skills/altegio/read-slots.ts";

const row = {
  ...{ id: 4564, title: "Inner name", public_title: "Salon", city: "Rome", country_id: 7 },
  ...{
    timezone_name: " Europe/Rome ",
    currency_short_title: "€",
    phone: " +39 06 1 ",
    phones: ["2", "", "2"],
  },
  ...{ phone_confirmation: 1, booking_email_required: "1", booking_comment_required: true },
};

describe("a location", () => {
  it("is read with its numbers, each once, and with what a booking needs there", () => {
    expect(readLocation(row)).toEqual({
      ...{ id: "4564", title: "Salon", city: "Rome", countryId: "7", zone: "Europe/Rome", currency: "€" },
      phone: { code: "", own: ["+39 06 1", "2"] },
      ...{ smsCodeRequired: true, emailRequired: true, commentRequired: true },
    });
    expect(readLocation({ id: 1 })).toEqual({
      ...{ id: "1", title: "", city: "", countryId: "", zone: "", currency: "" },
      phone: { code: "", own: [] },
      ...{ smsCodeRequired: false, emailRequired: false, commentRequired: false },
    });
    expect(readLocation({ ...row, public_title: "" })?.title).toBe("Inner name");
    expect([readLocation({}), readLocation(null)]).toEqual([null, null]);
  });

  it("may be chosen by a label with its city, where that is known", () => {
    const labels = readLocationChoices([row, { ...row, public_title: "", city: "" }, { ...row, id: "" }]).map(
      ({ label }) => label,
    );
    expect(labels).toEqual(["Salon, Rome (4564)", "Inner name (4564)"]);
  });

  it("has the calling code of its country as digits", () => {
    const rows = [
      { id: 7, phone_code: "+1" },
      { id: "8", phone_code: 39 },
    ];
    expect(["7", "8", "9"].map((id) => readPhoneCode(rows, id))).toEqual(["1", "39", ""]);
  });
});

describe("dates and times", () => {
  it("are put in order, whatever order they come in", () => {
    const dates = ["2026-10-02", "2026-09-30T00:00", "2026-10-01", "2026-09-30"];
    const sorted = ["2026-09-30", "2026-09-30", "2026-10-01", "2026-10-02"];
    for (const booking_dates of [dates, dates.toReversed()]) {
      expect(readDateLists({ booking_dates }).free).toEqual(sorted);
    }
    const rows = ["11:00", "9:00", "10:00"].map((time) => ({ time }));
    for (const some of [rows, rows.toReversed()]) {
      expect(readTimes(some, "2026-09-21").map(({ time }) => time)).toEqual(["09:00", "10:00", "11:00"]);
    }
  });
});
