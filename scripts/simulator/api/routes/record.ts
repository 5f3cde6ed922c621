/** `GET`, `PUT` and `DELETE /record/{loc}/{id}` (docs/altegio-api.md, "Changing and cancelling"). */
import { demandRights } from "../auth.ts";
import { answer, type Answer } from "../envelope.ts";
import { notEnoughRights, notFound } from "../errors.ts";
import { readWantedRecord } from "../record-request.ts";
import { idParam, type Route, type UserCall } from "../router.ts";
import type { RecordData } from "../state.ts";
import { crmRecordView } from "../views/crm-record.ts";
import { clientIdOf, recordFields, refuseIfBusy } from "./records.ts";

const ARRIVED = 1;

function recordOf(call: UserCall): RecordData {
  const record = call.world.state.record(call.location.id, idParam(call, "id") ?? 0);
  if (record === undefined) {
    throw notFound();
  }
  return record;
}

function liveRecordOf(call: UserCall): RecordData {
  const record = recordOf(call);
  if (record.deleted) {
    throw notFound();
  }
  return record;
}

// A deleted record stays readable, with `deleted: true`.
function getRecord(call: UserCall): Answer {
  demandRights(call.permissions, "timetable.timetable_access");
  return answer(crmRecordView(call.world, call.location, call.permissions, recordOf(call)));
}

// A full update: what the body leaves out falls back to its default, it is not kept.
function putRecord(call: UserCall): Answer {
  const { world, location, permissions } = call;
  demandRights(permissions, "record_form.edit_records_access");
  const record = liveRecordOf(call);
  if (record.attendance === ARRIVED) {
    throw notEnoughRights();
  }
  const wanted = readWantedRecord(call.body, location, true);
  if (wanted.start !== record.start || wanted.staff.id !== record.staffId) {
    demandRights(permissions, "record_form.records_edit_date_and_master_access");
  }
  refuseIfBusy(call, wanted, record.id);
  const changes = { ...recordFields(wanted), clientId: clientIdOf(call, wanted) };
  const updated = world.state.updateRecord(record, changes, world.now());
  return answer(crmRecordView(world, location, permissions, updated), 201);
}

function deleteRecord(call: UserCall): Answer {
  demandRights(call.permissions, "record_form.delete_records_access");
  call.world.state.deleteRecord(liveRecordOf(call), call.world.now());
  return { ...answer(null, 204), body: "none" };
}

/** Routes of one B2B record. */
export const recordRoutes: readonly Route[] = [
  { verb: "GET", pattern: "/api/v1/record/{loc}/{id}", access: "user", licence: 403, handle: getRecord },
  { verb: "PUT", pattern: "/api/v1/record/{loc}/{id}", access: "user", licence: 403, handle: putRecord },
  {
    verb: "DELETE",
    pattern: "/api/v1/record/{loc}/{id}",
    access: "user",
    licence: 403,
    handle: deleteRecord,
  },
];
