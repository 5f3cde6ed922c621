/** A record as Online Booking shows it to its visitor. */
import type { JsonObject } from "../json.ts";
import { findService } from "../catalogue.ts";
import type { LocationData, StaffData } from "../salon-data.ts";
import type { RecordData, RecordService } from "../state.ts";
import { isoBasic, isoMillis, naive } from "../time-format.ts";
import type { World } from "../world.ts";
import { recordCompanyView } from "./company.ts";
import { recordStaffView } from "./staff.ts";

function staffOf(location: LocationData, record: RecordData): StaffData | undefined {
  return location.staff.find((person) => person.id === record.staffId);
}

function serviceView(location: LocationData, service: RecordService): JsonObject {
  const known = findService(location, service.id);
  return {
    id: service.id,
    title: known?.title ?? "",
    cost: service.cost,
    price_min: known?.priceMin ?? service.cost,
    price_max: known?.priceMax ?? service.cost,
    discount: service.discount,
    amount: 1,
  };
}

/** `record` in the answer of `book_record` (docs/altegio-api.md, "The answer to a booking"). */
export function bookedRecordView(location: LocationData, record: RecordData): JsonObject {
  const { zone, rules } = location;
  return {
    id: record.id,
    services: record.services.map((service) => serviceView(location, service)),
    company: {
      id: location.id,
      title: location.title,
      allow_delete_record: rules.allowDelete,
      allow_change_record: rules.allowChange,
      allow_change_record_delay_step: rules.changeDelaySeconds,
      allow_delete_record_delay_step: rules.deleteDelaySeconds,
    },
    staff: { id: record.staffId, name: staffOf(location, record)?.name ?? "" },
    clients_count: 1,
    date: naive(zone, record.start),
    datetime: isoBasic(zone, record.start),
    create_date: isoBasic(zone, record.createdAt),
    length: record.seconds,
    attendance: record.attendance,
    paid_amount: 0,
    allow_delete_record: rules.allowDelete,
    allow_change_record: rules.allowChange,
    is_confirmation_needed: false,
  };
}

/**
 * A public record in full: `book_record/{loc}/{id}/{hash}` and `user/records`
 * (docs/altegio-api.md, "A visitor's appointment").
 */
export function publicRecordView(world: World, location: LocationData, record: RecordData): JsonObject {
  const { zone } = location;
  const staff = staffOf(location, record);
  return {
    id: record.id,
    services: record.services.map((service) => ({
      ...serviceView(location, service),
      seance_length: linkSeconds(staff, service.id),
    })),
    company: recordCompanyView(world.salon, location),
    staff: staff === undefined ? [] : recordStaffView(staff),
    clients_count: 1,
    date: isoMillis(zone, record.start),
    datetime: isoBasic(zone, record.start),
    create_date: isoBasic(zone, record.createdAt),
    comment: record.comment,
    deleted: record.deleted,
    attendance: record.attendance,
    length: record.seconds,
    notify_by_sms: record.notifyBySms,
    notify_by_email: record.notifyByEmail,
    master_requested: record.masterRequested,
    online: record.online,
    api_id: record.apiId,
    last_change_date: isoBasic(zone, record.changedAt),
    prepaid: false,
    prepaid_confirmed: false,
    activity_id: 0,
  };
}

function linkSeconds(staff: StaffData | undefined, serviceId: number): number {
  return staff?.links.find((link) => link.serviceId === serviceId)?.seconds ?? 0;
}

/**
 * What `PUT /book_record` answers: a shorter record, `api_id` a number
 * (docs/altegio-api.md, "A visitor's appointment").
 */
export function movedRecordView(location: LocationData, record: RecordData): JsonObject {
  const staff = staffOf(location, record);
  return {
    id: record.id,
    services: record.services.map((service) => ({
      id: service.id,
      title: findService(location, service.id)?.title ?? "",
      cost: service.cost,
      discount: service.discount,
    })),
    company: { id: location.id, title: location.title, city: location.city, timezone: "0" },
    staff: { id: record.staffId, name: staff?.name ?? "", spec: staff?.specialization ?? "" },
    date: isoMillis(location.zone, record.start),
    create_date: isoMillis(location.zone, record.createdAt),
    comment: record.comment,
    deleted: record.deleted,
    length: record.seconds,
    notify_by_sms: record.notifyBySms,
    notify_by_email: record.notifyByEmail,
    master_requested: record.masterRequested,
    online: record.online,
    api_id: Number(record.apiId),
  };
}
