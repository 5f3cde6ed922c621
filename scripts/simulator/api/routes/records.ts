/**
 * `GET` and `POST /records/{loc}`: the B2B list and booking (docs/altegio-api.md, "Appointments of a location"
 * and "Booking as the business").
 */
import { demandRights } from "../auth.ts";
import { answer, type Answer } from "../envelope.ts";
import { invalidFields, Refusal } from "../errors.ts";
import { readWantedRecord, type WantedRecord } from "../record-request.ts";
import type { Route, UserCall } from "../router.ts";
import { isFree, works } from "../schedule.ts";
import type { RecordData, RecordDraft } from "../state.ts";
import { naive } from "../time-format.ts";
import { crmRecordView } from "../views/crm-record.ts";
import { wallAt } from "../zone-time.ts";

const MAX_COUNT = 1000;
const DEFAULT_COUNT = 50;

// A parameter that is not documented (`client_phone`, `phone`) is ignored, so everybody's records come back.
function getRecords(call: UserCall): Answer {
  demandRights(call.permissions, "timetable.timetable_access");
  const { world, location, query } = call;
  const page = Math.max(1, query.integer("page") ?? 1);
  const count = Math.min(MAX_COUNT, Math.max(1, query.integer("count") ?? DEFAULT_COUNT));
  const keep = recordFilter(call);
  const found = world.state.records
    .filter((record) => record.locationId === location.id && keep(record))
    .sort((one, other) => one.start - other.start || one.id - other.id);
  const rows = found
    .slice((page - 1) * count, page * count)
    .map((record) => crmRecordView(world, location, call.permissions, record));
  return answer(rows, 200, { page, total_count: found.length });
}

function recordFilter({ location, query, permissions }: UserCall): (record: RecordData) => boolean {
  const staffId = query.firstInteger("staff_id", "team_member_id", "master_id");
  const clientId = query.integer("client_id");
  const creator = query.integer("created_user_id");
  const from = query.date("start_date");
  const to = query.date("end_date");
  const createdFrom = query.date("c_start_date");
  const createdTo = query.date("c_end_date");
  const changedAfter = momentText(query.text("changed_after"), "changed_after");
  const changedBefore = momentText(query.text("changed_before"), "changed_before");
  const withDeleted = query.text("with_deleted") === "1";
  // A right bound to one team member narrows the list to that person (docs/altegio-api.md, "Rights").
  const ownId = permissions["timetable"]?.["master_id"];
  const only = typeof ownId === "number" && ownId !== 0 ? ownId : null;
  return (record) => {
    const visit = naive(location.zone, record.start);
    const created = wallAt(location.zone, record.createdAt).date;
    const changed = naive(location.zone, record.changedAt);
    return (
      (withDeleted || !record.deleted) &&
      (staffId === null || record.staffId === staffId) &&
      (only === null || record.staffId === only) &&
      (clientId === null || record.clientId === clientId) &&
      (creator === null || record.createdUserId === creator) &&
      (from === "" || visit >= `${from} 00:00:00`) &&
      // The back end ends at 23:59:00: the last minute of the day is left out.
      (to === "" || visit <= `${to} 23:59:00`) &&
      (createdFrom === "" || created >= createdFrom) &&
      (createdTo === "" || created <= createdTo) &&
      (changedAfter === "" || changed >= changedAfter) &&
      (changedBefore === "" || changed <= changedBefore)
    );
  };
}

// `YYYY-MM-DDTHH:MM:SS` in the spelling of `naive`.
function momentText(text: string, name: string): string {
  if (text !== "" && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(text)) {
    throw invalidFields({ [name]: "The value must be a date and time" });
  }
  return text.replace("T", " ");
}

// Online-booking rules (horizon, delay, blacklist, grid) do not apply here.
function postRecords(call: UserCall): Answer {
  demandRights(call.permissions, "record_form.create_records_access");
  const { world, location } = call;
  const wanted = readWantedRecord(call.body, location, false);
  refuseIfBusy(call, wanted);
  const client = clientIdOf(call, wanted);
  const draft = { ...recordFields(wanted), clientId: client, createdUserId: call.caller.user?.id ?? 0 };
  const record = world.state.addRecord(
    location.id,
    { ...draft, online: false, masterRequested: true },
    world.now(),
  );
  return answer(crmRecordView(world, location, call.permissions, record), 201);
}

/** Throws 409 when the team member does not work or is booked then, unless the caller saves over it. */
export function refuseIfBusy({ world, location }: UserCall, wanted: WantedRecord, ignoreId?: number): void {
  const { staff, start, seconds } = wanted;
  const open = works(location, staff, start, seconds);
  const free = open && isFree(world.state, location, staff, { start, seconds, ignoreId });
  if (!free && !wanted.saveIfBusy) {
    throw new Refusal(409, "The selected time is not available");
  }
}

/** Id of the wanted client: the given one, else the one with the phone, made if need be; null for none. */
export function clientIdOf(call: UserCall, wanted: WantedRecord): number | null {
  const { world, location } = call;
  if (wanted.client === null) {
    return null;
  }
  const { id, person } = wanted.client;
  if (id === null) {
    return world.state.clientByPhone(location.id, person).id;
  }
  if (world.state.client(location.id, id) === undefined) {
    throw invalidFields({ "client.id": "The client does not exist" });
  }
  return id;
}

/** The fields of a record that a body decides. */
export function recordFields(
  wanted: WantedRecord,
): Omit<RecordDraft, "clientId" | "createdUserId" | "online" | "masterRequested"> {
  return {
    staffId: wanted.staff.id,
    services: wanted.services,
    start: wanted.start,
    seconds: wanted.seconds,
    comment: wanted.comment,
    attendance: wanted.attendance,
    apiId: wanted.apiId,
    notifyBySms: wanted.smsHours,
    notifyByEmail: wanted.emailHours,
    customFields: wanted.customFields,
  };
}

/** Routes of the B2B record list. */
export const recordsRoutes: readonly Route[] = [
  { verb: "GET", pattern: "/api/v1/records/{loc}", access: "user", licence: 403, handle: getRecords },
  { verb: "POST", pattern: "/api/v1/records/{loc}", access: "user", licence: 403, handle: postRecords },
];
