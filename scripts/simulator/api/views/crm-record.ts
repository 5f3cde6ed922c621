/** A record and its client as the B2B calls give them (docs/altegio-api.md, "An appointment of the business"). */
import { hasRight } from "../auth.ts";
import { findService } from "../catalogue.ts";
import type { Json, JsonObject } from "../json.ts";
import type { Quirks } from "../quirks.ts";
import type { LocationData, Permissions } from "../salon-data.ts";
import type { ClientData, RecordData, RecordService } from "../state.ts";
import { isoBasic, naive } from "../time-format.ts";
import type { World } from "../world.ts";
import { offsetAt, offsetText } from "../zone-time.ts";
import { crmStaffView } from "./staff.ts";

/**
 * A record in full (docs/altegio-api.md, "An appointment of the business"). `date` is the location's wall
 * clock; the offset in `datetime` is wrong when the quirk asks for it. The client's phone is empty without the
 * phone rights (docs/altegio-api.md, "Rights").
 */
export function crmRecordView(
  world: World,
  location: LocationData,
  permissions: Permissions,
  record: RecordData,
): JsonObject {
  const staff = location.staff.find((person) => person.id === record.staffId);
  const client = record.clientId === null ? undefined : world.state.client(location.id, record.clientId);
  const showPhone =
    hasRight(permissions, "timetable.timetable_phones_access") &&
    hasRight(permissions, "record_form.record_form_client_access");
  return {
    id: record.id,
    company_id: location.id,
    staff_id: record.staffId,
    services: record.services.map((service) => serviceView(location, service)),
    goods_transactions: [],
    staff: staff === undefined ? [] : crmStaffView(staff),
    client: client === undefined ? null : clientView(client, showPhone, world.quirks),
    comer: null,
    clients_count: 1,
    date: naive(location.zone, record.start),
    datetime: suspectDateTime(location.zone, record.start, world.quirks),
    create_date: isoBasic(location.zone, record.createdAt),
    last_change_date: isoBasic(location.zone, record.changedAt),
    comment: record.comment,
    online: record.online,
    visit_attendance: record.attendance,
    attendance: record.attendance,
    confirmed: 1,
    seance_length: record.seconds,
    length: record.seconds,
    master_request: record.masterRequested ? 1 : 0,
    api_id: record.apiId,
    visit_id: record.visitId,
    created_user_id: record.createdUserId,
    deleted: record.deleted,
    custom_fields: record.customFields,
    sms_remain_hours: record.notifyBySms,
    email_remain_hours: record.notifyByEmail,
    bookform_id: record.online ? location.bookformId : 0,
    ...CONSTANTS,
  };
}

// Documented keys that the simulator has no state for.
const CONSTANTS: JsonObject = {
  sms_before: 0,
  sms_now: 0,
  sms_now_text: "",
  email_now: 0,
  notified: 0,
  from_url: "",
  review_requested: 0,
  paid_full: 0,
  payment_status: 0,
  prepaid: false,
  prepaid_confirmed: false,
  is_update_blocked: false,
  custom_color: "",
  custom_font_color: "",
  record_labels: [],
  activity_id: 0,
  documents: [],
  record_from: "",
  is_mobile: 0,
  short_link: "",
  technical_break_duration: null,
};

function suspectDateTime(zone: string, epochMs: number, quirks: Quirks): string {
  const wrong = offsetAt(zone, epochMs) + quirks.recordOffsetErrorMinutes * 60_000;
  return `${naive(zone, epochMs).replace(" ", "T")}${offsetText(wrong)}`;
}

function serviceView(location: LocationData, service: RecordService): JsonObject {
  return {
    id: service.id,
    title: findService(location, service.id)?.title ?? "",
    cost: service.cost,
    cost_to_pay: service.cost,
    manual_cost: service.cost,
    cost_per_unit: service.cost,
    discount: service.discount,
    first_cost: service.firstCost,
    amount: 1,
  };
}

function clientView(client: ClientData, showPhone: boolean, quirks: Quirks): JsonObject {
  const phone: Json = quirks.numericPhones ? Number(client.phone) : `+${client.phone}`;
  return {
    id: client.id,
    name: client.name,
    surname: client.surname,
    patronymic: "",
    display_name: `${client.name} ${client.surname}`.trim(),
    comment: "",
    phone: showPhone ? phone : "",
    card: "",
    email: client.email,
    success_visits_count: 0,
    fail_visits_count: 0,
    discount: 0,
    is_new: false,
    custom_fields: [],
    sex: 0,
    birthday: "",
    client_tags: [],
  };
}
