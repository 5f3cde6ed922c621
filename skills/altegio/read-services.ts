/** Readers for services and staff. */
import { asList, asText, property } from "#sdk";
import type { JsonValue } from "#sdk";
import type { Service, StaffMember } from "../domain/catalog.ts";
import type { StaffService } from "../domain/terms.ts";
import { wireFlag, wireId, wireInteger, wireName, wirePrice } from "./wire-values.ts";

/**
 * The services of `book_services`. `active` is not looked at: bookable services carry 0 there; the categories
 * are under `category`, whatever the prose says (docs/altegio-api.md, "Services").
 */
export function readServices(data: JsonValue): readonly Service[] {
  const categories = asList(property(data, "category")).map((row) => ({
    id: asText(property(row, "id")),
    title: wireName(property(row, "title")),
  }));
  const services = serviceRows(data).map((row) => ({
    id: asText(property(row, "id")),
    name: wireName(property(row, "title")),
    category:
      categories.find((category) => category.id === asText(property(row, "category_id")))?.title ?? "",
    priceMin: wirePrice(property(row, "price_min")),
    priceMax: wirePrice(property(row, "price_max")),
    seconds: wireInteger(property(row, "seance_length")),
    longest: wireInteger(property(row, "seance_length")),
    usual: wireTerms(row),
    prepaid: asText(property(row, "prepaid")) === "required",
    parts: wireFlag(property(row, "is_composite")) ? partsOf(property(row, "composite_details")) : [],
  }));
  const names = services.map((service) => service.name.toLowerCase());
  return services.map((service, index) => ({
    ...service,
    label:
      service.category !== "" &&
      (names.slice(0, index).includes(service.name.toLowerCase()) ||
        names.slice(index + 1).includes(service.name.toLowerCase()))
        ? `${service.name} (${service.category})`
        : service.name,
  }));
}

/**
 * The ids of what a composite service consists of: rows of a list, or of the list `services` of an object, with
 * `service_id` or `id` (docs/altegio-api.md, "Services").
 */
function partsOf(details: JsonValue): readonly string[] {
  const rows = Array.isArray(details) ? asList(details) : asList(property(details, "services"));
  return rows
    .map((row) => asText(property(row, "service_id") ?? property(row, "id") ?? row))
    .filter((id) => id !== "");
}

/** The services of `book_services` limited to one staff member. */
export function readStaffServices(data: JsonValue): readonly StaffService[] {
  return serviceRows(data).map((row) => ({
    id: asText(property(row, "id")),
    terms: wireTerms(row),
  }));
}

/**
 * Without a staff member, prices are a range over all and the length is missing
 * (docs/altegio-api.md, "Services").
 */
function wireTerms(row: JsonValue): string {
  return `${wireId(property(row, "seance_length"))}:${wirePrice(property(row, "price_min"))}:${wirePrice(property(row, "price_max"))}`;
}

/**
 * The staff of `book_staff` that takes online bookings: members who do not are listed there as well
 * (docs/altegio-api.md, "Staff"). Namesakes are told apart by their trade.
 */
export function readStaff(data: JsonValue): readonly StaffMember[] {
  const staff = asList(data)
    .filter((row) => wireId(property(row, "id")) !== "")
    .filter((row) => property(row, "bookable") === null || wireFlag(property(row, "bookable")))
    .filter((row) => !["fired", "hidden", "status"].some((name) => wireFlag(property(row, name))))
    .map((row) => ({
      id: asText(property(row, "id")),
      name: wireName(property(row, "name")),
      label: wireName(property(row, "name")),
      specialization: wireName(property(row, "specialization")),
      services: [],
      terms: "",
    }));
  const names = staff.map((member) => member.name.toLowerCase());
  return staff.map((member, index) => ({
    ...member,
    label:
      member.specialization !== "" &&
      (names.slice(0, index).includes(member.name.toLowerCase()) ||
        names.slice(index + 1).includes(member.name.toLowerCase()))
        ? `${member.name} (${member.specialization})`
        : member.name,
  }));
}

/** True for an answer of `book_services` that has a list of services, be it empty. */
export function holdsServices(data: JsonValue): boolean {
  return Array.isArray(data) || Array.isArray(property(data, "services"));
}

/** Rows with an id, from `{services: []}` or from a bare list. One expression: each member has such a list. */
function serviceRows(data: JsonValue): readonly JsonValue[] {
  return asList(Array.isArray(data) ? data : property(data, "services")).filter(
    (row) => wireId(property(row, "id")) !== "",
  );
}
