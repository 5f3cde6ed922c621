import { describe, expect, it } from "vitest";
import { readAnswer } from "../../../skills/altegio/read-answer.ts";
import { readLocation, readLocationChoices, readPhoneCode } from "../../../skills/altegio/read-location.ts";
import { readServices, readStaff } from "../../../skills/altegio/read-services.ts";
import { readMadeAppointment } from "../../../skills/altegio/read-records.ts";
import { readDateLists, readTimes } from "../../../skills/altegio/read-slots.ts";
import { company, countries, services, staff } from "../altegio-shapes.ts";

const read = (status: number, body: unknown) =>
  readAnswer({ status, body: typeof body === "string" ? body : JSON.stringify(body) });
const failed = (meta: unknown) => ({ success: false, data: null, meta });
const coded = (code: unknown) =>
  failed({ message: "An error has occurred", errors: [{ code, message: "x" }] });

describe("readAnswer", () => {
  it.each([
    [200, { success: true, data: [1], meta: [] }, [1]],
    [201, [{ record_id: 1 }], [{ record_id: 1 }]],
    [200, { id: 7 }, { id: 7 }],
    [201, { success: true, meta: { message: "Created" } }, null],
    [204, "", null],
    [200, { success: true, errors: {}, data: [1] }, [1]],
  ])("takes %i %j as a success", (status, body, data) => {
    expect(read(status, body)).toEqual({ ok: true, data, problem: "none", status });
  });

  it.each([
    [422, coded(431), "bad_phone"],
    [422, coded(432), "bad_code"],
    [422, coded("433"), "slot_taken"],
    [403, coded(434), "blacklisted"],
    [422, coded(435), "no_name"],
    [422, coded(436), "no_staff"],
    [422, coded(437), "overlap"],
    [422, coded(438), "service_gone"],
    [400, failed({ message: "An error", errors: [{ code: 400, message: "Invalid email" }] }), "bad_email"],
    [
      422,
      { errors: { code: 422, message: "The service is not available at the selected time." }, meta: {} },
      "slot_taken",
    ],
    [
      422,
      failed({ message: "James (16) cannot be booked. The selected time is already taken." }),
      "slot_taken",
    ],
    [
      422,
      {
        errors: { code: 422, message: "Currently, there are no staff members available for booking" },
        meta: { errors: [{}] },
      },
      "no_staff",
    ],
    [422, failed({ message: "An error", errors: { datetime: ["This field is required"] } }), "validation"],
    [409, failed({ message: "busy" }), "slot_taken"],
    [401, failed({ message: "Partner ID not specified" }), "auth"],
    [401, { errors: { code: 401, message: "Authentication needed." }, meta: {} }, "auth"],
    [402, failed({ message: "It is necessary to renew the license in the branch with id: 4564" }), "license"],
    [403, failed({ message: "It is necessary to renew the license in the branch with id: 4564" }), "license"],
    [403, failed({ message: "Not enough rights" }), "rights"],
    [404, failed([]), "not_found"],
    [404, failed({ message: "Record not found" }), "not_found"],
    [404, failed({ message: "The service is composite and has to be booked by its parts" }), "not_bookable"],
    [400, failed({ message: "The team member does not provide this service" }), "not_bookable"],
    [400, failed({ message: "Bad request" }), "validation"],
    [429, "slow down", "rate"],
    [403, "<!DOCTYPE html><html></html>", "transport"],
    [502, "<html></html>", "transport"],
    [500, failed({ message: "x" }), "transport"],
    [0, "", "transport"],
    [200, "<html></html>", "transport"],
    [201, '{"success":true,"data":[{"record_id":28', "transport"],
    [200, failed({ message: "An error has occurred" }), "unknown"],
    [200, { errors: { code: 401, message: "x" }, meta: {} }, "auth"],
    [418, "{}", "unknown"],
    [200, "", "transport"],
    [200, " null ", "transport"],
    [200, { success: "0" }, "unknown"],
    [200, { success: "False" }, "unknown"],
    [404, " ", "not_found"],
    [422, { success: false, meta: { errors: [{ message: "already" }, { message: "taken" }] } }, "slot_taken"],
    [0, { errors: { code: 401, message: "x" } }, "transport"],
    [0, { id: 1 }, "transport"],
    [300, { errors: { code: 401, message: "x" } }, "unknown"],
    [200, { errors: { code: 400, message: "x" } }, "validation"],
  ])("takes %i %j as %s", (status, body, problem) => {
    const answer = read(status, body);
    expect([answer.ok, answer.problem, answer.data]).toEqual([false, problem, null]);
  });
});

describe("readers", () => {
  it("read a location and its phone plan", () => {
    expect(readLocation(company)).toMatchObject({
      id: "4564",
      title: "Business Example",
      zone: "America/New_York",
    });
    expect(readLocation([])).toBeNull();
    expect(readPhoneCode(countries, "56")).toBe("33");
    expect(readPhoneCode(countries, "1000")).toBe("");
  });

  it("read numbers that come as text", () => {
    const rows = [{ id: "4564", title: "Business Example", active: "1", city: "" }, { title: "without id" }];
    expect(readLocationChoices(rows)).toEqual([{ id: "4564", label: "Business Example (4564)" }]);
    const service = {
      id: "7",
      title: " Cut ",
      price_min: "40.50",
      price_max: "40.50",
      seance_length: "3600",
    };
    expect(readServices({ services: [service], category: [] })).toMatchObject([
      { id: "7", name: "Cut", label: "Cut", priceMin: "40.50", seconds: 3600, prepaid: false },
    ]);
  });

  it("tell services of one name apart by their category", () => {
    const rows = [
      { id: 1, title: "Massage", category_id: 5 },
      { id: 2, title: "Massage", category_id: "6" },
    ];
    const category = [
      { id: "5", title: "Back" },
      { id: 6, title: "Feet" },
    ];
    expect(readServices({ services: rows, category }).map((service) => service.label)).toEqual([
      "Massage (Back)",
      "Massage (Feet)",
    ]);
    expect(readServices([])).toEqual([]);
    expect(readServices(services).map((service) => service.prepaid)).toEqual([false, false, true, false]);
  });

  it("leave out staff that takes no bookings", () => {
    const rows = [
      ...staff,
      { id: 5, name: "Gone", bookable: "1", fired: "1" },
      { id: "6", name: "New", bookable: 1 },
    ];
    expect(readStaff(rows).map((member) => member.id)).toEqual(["16", "48", "6"]);
  });

  it("read dates, times and what was made", () => {
    const lists = { booking_days: [], booking_dates: ["2026-10-01", "2026-09-21", "soon", 5] };
    expect(readDateLists({ ...lists, working_dates: ["2026-09-30"] })).toEqual({
      free: ["2026-09-21", "2026-10-01"],
      working: ["2026-09-30"],
    });
    expect(readDateLists([])).toEqual({ free: [], working: [] });
    const rows = [
      { time: "9:05", datetime: "", seance_length: "1800" },
      { datetime: "2026-09-21T09:00:00-05:00" },
      { time: "later" },
    ];
    expect(readTimes(rows, "2026-09-21")).toEqual([
      { time: "09:00", datetime: "2026-09-21T09:00:00-05:00", seconds: 0 },
      { time: "09:05", datetime: "2026-09-21T09:05:00", seconds: 1800 },
    ]);
    const made = { id: 1, record_id: 28, record_hash: "ab", record: { staff: { id: 16, name: "James" } } };
    const expected = {
      id: "28",
      hash: "ab",
      staffId: "16",
      staffName: "James",
      moment: "",
      deleted: false,
    };
    expect([readMadeAppointment([made]), readMadeAppointment(made)]).toEqual([expected, expected]);
    expect(readMadeAppointment([]).id).toBe("");
    expect(readMadeAppointment([{ id: 1 }]).id).toBe("");
  });
});
