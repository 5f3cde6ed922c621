import { describe, expect, it } from "vitest";
import type { JsonValue } from "#sdk";
import { missingRights, rightsRequest } from "../../../skills/altegio/access-requests.ts";
import {
  bookingCheckRequest,
  bookingRequest,
  smsCodeRequest,
} from "../../../skills/altegio/booking-requests.ts";
import {
  countriesRequest,
  locationRequest,
  locationsRequest,
  servicesRequest,
  staffAtRequest,
  staffRequest,
} from "../../../skills/altegio/catalog-requests.ts";
import {
  cancelOwnRequest,
  clientRecordsRequest,
  clientSearchRequest,
  dayRecordsRequest,
  deleteRecordRequest,
  ownRecordRequest,
  recordRequest,
  updateRecordRequest,
} from "../../../skills/altegio/record-requests.ts";
import { datesRequest, soonestRequest, timesRequest } from "../../../skills/altegio/slot-requests.ts";
import type { AltegioRequest } from "../../../skills/altegio/altegio-request.ts";
import { api, marketplace } from "../altegio-shapes.ts";

const visit = { locationId: "4564", serviceIds: ["331", "333"], staffId: "16" };
const ids = "service_ids%5B%5D=331&service_ids%5B%5D=333";
const moment = "2026-09-21T12:00:00-05:00";
const nobody = { name: "James Smith", phone: "13155550175", email: "", comment: "", smsCode: "" };
const appointments = [{ id: 1, services: [331, 333], staff_id: 16, datetime: moment }];

describe("a look-up", () => {
  it.each<[() => AltegioRequest, string, AltegioRequest["authorization"]]>([
    [() => rightsRequest("4564"), `${api}/user/permissions/4564`, "user"],
    [() => locationsRequest("a b", 2), `${marketplace}/application/a%20b/salons?page=2&count=200`, "partner"],
    [() => locationRequest("4564"), `${api}/company/4564`, "partner"],
    [() => countriesRequest(), `${api}/countries`, "partner"],
    [() => servicesRequest("4564", ""), `${api}/book_services/4564`, "partner"],
    [() => servicesRequest("4564", "16"), `${api}/book_services/4564?staff_id=16`, "partner"],
    [() => staffRequest("4564", []), `${api}/book_staff/4564`, "partner"],
    [() => staffRequest("4564", ["331", "333"]), `${api}/book_staff/4564?${ids}`, "partner"],
    [
      () => staffAtRequest("4564", ["331", "333"], "2026-09-21T12:00:00"),
      `${api}/book_staff/4564?${ids}&datetime=2026-09-21T12%3A00%3A00`,
      "partner",
    ],
    [
      () => datesRequest(visit, "2026-09-01", "2026-09-30"),
      `${api}/book_dates/4564?${ids}&staff_id=16&date_from=2026-09-01&date_to=2026-09-30`,
      "partner",
    ],
    [() => timesRequest(visit, "2026-09-21"), `${api}/book_times/4564/16/2026-09-21?${ids}`, "partner"],
    [() => soonestRequest(visit), `${api}/book_staff_seances/4564/16?${ids}`, "partner"],
    [() => ownRecordRequest("4564", "28", "ab"), `${api}/book_record/4564/28/ab`, "partner"],
    [() => recordRequest("4564", "28"), `${api}/record/4564/28`, "user"],
    [
      () => clientRecordsRequest("4564", "572", "2026-09-01", "2026-09-30"),
      `${api}/records/4564?client_id=572&start_date=2026-09-01&end_date=2026-09-30&page=1&count=200`,
      "user",
    ],
    [
      () => dayRecordsRequest("4564", "2026-09-21", ""),
      `${api}/records/4564?start_date=2026-09-21&end_date=2026-09-21&page=1&count=200`,
      "user",
    ],
    [
      () => dayRecordsRequest("4564", "2026-09-21", "16"),
      `${api}/records/4564?start_date=2026-09-21&end_date=2026-09-21&staff_id=16&page=1&count=200`,
      "user",
    ],
  ])("%s", (request, url, authorization) => {
    expect(request()).toEqual({ method: "GET", url, body: "", authorization });
  });

  it("of clients is a search, of the fields that are compared", () => {
    const { body, ...request } = clientSearchRequest("4564", "5550175");
    expect(request).toEqual({
      method: "POST",
      url: `${api}/company/4564/clients/search`,
      authorization: "user",
    });
    expect(JSON.parse(body)).toEqual({
      page: 1,
      page_size: 50,
      fields: ["id", "name", "phone"],
      operation: "AND",
      filters: [{ type: "quick_search", state: { value: "5550175" } }],
    });
  });
});

describe("what changes something", () => {
  it.each<
    [() => AltegioRequest, AltegioRequest["method"], string, AltegioRequest["authorization"], JsonValue]
  >([
    [() => bookingCheckRequest(visit, moment), "POST", "book_check/4564", "partner", { appointments }],
    [
      () => smsCodeRequest("4564", "James", "13155550175"),
      "POST",
      "book_code/4564",
      "partner",
      { phone: "13155550175", fullname: "James", fulname: "James" },
    ],
    [
      () => bookingRequest(visit, moment, nobody),
      "POST",
      "book_record/4564",
      "partner",
      { phone: "13155550175", fullname: "James Smith", appointments },
    ],
    [
      () =>
        bookingRequest(visit, moment, {
          ...nobody,
          email: "j@example.com",
          comment: '"left"',
          smsCode: "1234",
        }),
      "POST",
      "book_record/4564",
      "partner",
      {
        phone: "13155550175",
        fullname: "James Smith",
        appointments,
        email: "j@example.com",
        comment: '"left"',
        code: "1234",
      },
    ],
    [() => cancelOwnRequest("28", "a/b"), "DELETE", "user/records/28/a%2Fb", "partner", null],
    [() => deleteRecordRequest("4564", "28"), "DELETE", "record/4564/28", "user", null],
    [() => updateRecordRequest("4564", "28", '{"a":1}'), "PUT", "record/4564/28", "user", { a: 1 }],
  ])("%s", (make, method, path, authorization, sent) => {
    const { body, ...request } = make();
    expect(request).toEqual({ method, url: `${api}/${path}`, authorization });
    expect(body === "" ? null : JSON.parse(body)).toEqual(sent);
  });
});

describe("the rights of the user token", () => {
  const refused = {
    timetable: { timetable_access: "0" },
    clients: { clients_access: false },
    record_form: { edit_records_access: 0, records_edit_date_and_master_access: false },
  };
  const forLookUp = ["timetable_access", "clients_access"];
  const forMoving = ["edit_records_access", "records_edit_date_and_master_access"];
  it.each([
    [false, false, []],
    [true, false, forLookUp],
    [false, true, [...forLookUp, ...forMoving]],
    [true, true, [...forLookUp, ...forMoving]],
  ])("that are missing to look up (%j) and to move (%j) are %j", (lookUp, move, missing) => {
    expect(missingRights(refused, lookUp, move)).toEqual(missing);
  });

  it("are not missing where they are granted, or where nothing is said of them", () => {
    const granted = {
      timetable: { timetable_access: true },
      clients: { clients_access: "1" },
      record_form: { edit_records_access: 1, records_edit_date_and_master_access: "true" },
    };
    expect(missingRights(granted, true, true)).toEqual([]);
    expect([{}, [], null, { clients: [] }].map((data) => missingRights(data, true, true))).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(missingRights({ timetable: {} }, true, false)).toEqual(["timetable_access"]);
  });
});
