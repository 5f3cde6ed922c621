/**
 * What a visitor may do with an own record: read, cancel by hash, and move
 * (docs/altegio-api.md, "A visitor's appointment").
 */
import { hasRight } from "../auth.ts";
import { canMoveTo } from "../booking.ts";
import { answer, type Answer } from "../envelope.ts";
import { accessDenied, bookingRefused, cannotManage, invalidFields, notFound } from "../errors.ts";
import { asText } from "../json.ts";
import { idParam, type Call, type Route, type UserCall } from "../router.ts";
import type { LocationData } from "../salon-data.ts";
import type { RecordData } from "../state.ts";
import { readDateTime } from "../time-format.ts";
import { movedRecordView, publicRecordView } from "../views/public-record.ts";
import { findLocation } from "../world.ts";

// The path names no location: the record leads to it. A wrong hash looks like an unknown record.
function ownRecord(call: Call): { record: RecordData; location: LocationData } {
  const id = idParam(call, "id");
  const record = call.world.state.records.find((one) => one.id === id && one.hash === call.param("hash"));
  const location = record === undefined ? undefined : findLocation(call.world, record.locationId);
  if (record === undefined || location === undefined) {
    throw notFound();
  }
  return { record, location };
}

// 201 and a list of one, as the documentation has it.
function getUserRecord(call: Call): Answer {
  const { record, location } = ownRecord(call);
  return answer([publicRecordView(call.world, location, record)], 201);
}

// How Altegio refuses a cancellation the location does not allow is not documented: 403 is assumed.
function deleteUserRecord(call: Call): Answer {
  const { record, location } = ownRecord(call);
  const { allowDelete, deleteDelaySeconds } = location.rules;
  if (record.deleted) {
    throw notFound();
  }
  if (!allowDelete || tooLate(call, record, deleteDelaySeconds)) {
    throw accessDenied();
  }
  call.world.state.deleteRecord(record, call.world.now());
  return answer(null);
}

function tooLate(call: Call, record: RecordData, delaySeconds: number): boolean {
  return record.start - call.world.now().getTime() <= delaySeconds * 1000;
}

// Only the time (and the comment) changes; staff and services stay.
function putBookRecord(call: UserCall): Answer {
  const { world, location, body } = call;
  const id = idParam(call, "id") ?? 0;
  const record = world.state.record(location.id, id);
  if (record === undefined || record.deleted) {
    throw notFound();
  }
  const { allowChange, changeDelaySeconds } = location.rules;
  const mayEdit = hasRight(call.permissions, "record_form.edit_records_access");
  if (!mayEdit || !allowChange || tooLate(call, record, changeDelaySeconds)) {
    throw cannotManage(String(id));
  }
  const start = readDateTime(location.zone, asText(body["datetime"]));
  if (start === null) {
    throw invalidFields({ datetime: "The value must be a date and time of the location" });
  }
  const serviceIds = record.services.map((service) => service.id);
  if (!canMoveTo(world, location, { id, staffId: record.staffId, serviceIds }, start)) {
    const message = "The selected time is already taken or is not working.";
    throw bookingRefused([{ code: 433, message }]);
  }
  const comment = body["comment"] === undefined ? record.comment : asText(body["comment"]);
  const moved = world.state.updateRecord(record, { start, comment }, world.now());
  return answer(movedRecordView(location, moved));
}

/** Routes for a visitor's own record. */
export const userRecordRoutes: readonly Route[] = [
  { verb: "GET", pattern: "/api/v1/user/records/{id}/{hash}", access: "partner", handle: getUserRecord },
  {
    verb: "DELETE",
    pattern: "/api/v1/user/records/{id}/{hash}",
    access: "partner",
    handle: deleteUserRecord,
  },
  {
    verb: "PUT",
    pattern: "/api/v1/book_record/{loc}/{id}",
    access: "user",
    licence: 403,
    handle: putBookRecord,
  },
];
