/**
 * `POST /book_check`, `/book_code`, `/book_record` and what can be done with a record's hash
 * (docs/altegio-api.md, "Online booking").
 */
import { planVisits, type PlannedVisit } from "../booking.ts";
import { readVisitor, readWantedAppointments, type Visitor } from "../booking-request.ts";
import { linksTo } from "../catalogue.ts";
import { answer, type Answer } from "../envelope.ts";
import { bookingRefused, notFound } from "../errors.ts";
import { asText, type JsonObject } from "../json.ts";
import { isBookingPhone } from "../phone.ts";
import { idParam, type LocationCall, type Route } from "../router.ts";
import type { RecordData } from "../state.ts";
import { bookedRecordView, publicRecordView } from "../views/public-record.ts";

function postBookCheck(call: LocationCall): Answer {
  planVisits(call.world, call.location, readWantedAppointments(call.body, call.location));
  return answer(null, 201, { message: "Created" });
}

// The schema misspells the key as `fulname`, so either is taken (docs/altegio-api.md, "SMS codes"). What
// happens when the location needs no code is not documented: the call answers 201 all the same.
function postBookCode({ world, location, body }: LocationCall): Answer {
  const phone = asText(body["phone"]);
  if (!isBookingPhone(phone)) {
    throw bookingRefused([{ code: 431, message: "Phone number has an invalid format" }]);
  }
  if (asText(body["fullname"]) === "" && asText(body["fulname"]) === "") {
    throw bookingRefused([{ code: 435, message: "Client name is not specified" }]);
  }
  world.state.sendSmsCode(location.id, phone);
  return { status: 201, data: null, meta: { message: "Created" }, body: "no-data" };
}

// All appointments of a request are booked or none.
function postBookRecord(call: LocationCall): Answer {
  const { world, location, body } = call;
  const wanted = readWantedAppointments(body, location);
  const visitor = readVisitor(body, location, world.state.smsCode(location.id, asText(body["phone"])));
  const plan = planVisits(world, location, wanted);
  world.state.useSmsCode(location.id, visitor.phone);
  const rows: JsonObject[] = [];
  let visitId: number | undefined;
  for (const visit of plan) {
    const record = store(call, visitor, visit, visitId);
    visitId = record.visitId;
    const view = bookedRecordView(location, record);
    rows.push({ id: visit.wanted.id, record_id: record.id, record_hash: record.hash, record: view });
  }
  return answer(rows, 201);
}

function store(call: LocationCall, visitor: Visitor, visit: PlannedVisit, visitId?: number): RecordData {
  const { world, location } = call;
  const { phone, fullname, email } = visitor;
  const client = world.state.clientByPhone(location.id, { name: fullname, surname: "", phone, email });
  const services = (linksTo(visit.staff, visit.wanted.serviceIds) ?? []).map((link) => ({
    id: link.serviceId,
    cost: link.priceMin,
    firstCost: link.priceMin,
    discount: 0,
  }));
  const draft = {
    staffId: visit.staff.id,
    services,
    clientId: client.id,
    start: visit.wanted.start,
    seconds: visit.seconds,
    createdUserId: 0,
    comment: visitor.comment,
    attendance: 0,
    online: true,
    masterRequested: visit.wanted.staffId !== 0,
    apiId: visitor.apiId,
    notifyBySms: visitor.notifyBySms,
    notifyByEmail: visitor.notifyByEmail,
    customFields: visit.wanted.customFields,
  };
  return world.state.addRecord(location.id, draft, world.now(), visitId);
}

function getBookRecord(call: LocationCall): Answer {
  const { world, location } = call;
  const record = world.state.record(location.id, idParam(call, "id") ?? 0);
  if (record === undefined || record.hash !== call.param("hash")) {
    throw notFound();
  }
  const view = publicRecordView(world, location, record);
  return world.quirks.unwrappedDetails ? { ...answer(view), body: "bare" } : answer(view);
}

/** Routes that check, book and show a booking with the partner token alone. */
export const bookRecordRoutes: readonly Route[] = [
  {
    verb: "POST",
    pattern: "/api/v1/book_check/{loc}",
    access: "location",
    licence: 403,
    handle: postBookCheck,
  },
  {
    verb: "POST",
    pattern: "/api/v1/book_code/{loc}",
    access: "location",
    licence: 403,
    handle: postBookCode,
  },
  {
    verb: "POST",
    pattern: "/api/v1/book_record/{loc}",
    access: "location",
    licence: 403,
    handle: postBookRecord,
  },
  {
    verb: "GET",
    pattern: "/api/v1/book_record/{loc}/{id}/{hash}",
    access: "location",
    licence: 403,
    handle: getBookRecord,
  },
];
