/** The catalogue as two compact texts for the agent. No ids: whatever the agent reads it may say. */
import type { Catalog, Service, StaffMember } from "../domain/catalog.ts";

/** Longest text of the services; they stand in the prompt of every conversation. */
const longestServices = 7880;

/** Longest text of the staff. */
const longestStaff = 5000;

/** Stands at the end of a list that has not room for all: the booking system knows the others by name. */
const notAll =
  "\nThis list is not complete. For a service that is not in it, check the free times with the caller's own words.";

/** How much is said of each service. */
interface ServiceDetail {
  readonly facts: boolean;
  /** Most services of one category. */
  readonly most: number;
}

/** One service at its place in the text. */
interface PlacedEntry {
  /** What stands before the first of a category. */
  readonly opening: string;
  /** Within the category, from 0. */
  readonly position: number;
  readonly isLast: boolean;
  readonly name: string;
  readonly full: string;
}

/** From everything to the least; the first that fits is used. */
const serviceDetails: readonly ServiceDetail[] = [
  { facts: true, most: 1000 },
  { facts: false, most: 1000 },
  { facts: false, most: 20 },
  { facts: false, most: 8 },
  { facts: false, most: 3 },
];

/** Most services named for one member; the first number that fits is used. */
const staffDetails: readonly number[] = [12, 6, 3, 0];

/**
 * One line a category, both sorted: `Hair care: Beard trim (20 $); Haircut (40-60 $, 60 min)`. A long list
 * loses its prices and durations first, then the end of each category, and then says so.
 *
 * @returns "" when there are no services
 */
export function servicesAsText(catalog: Catalog): string {
  const currency = catalog.location.currency;
  const rows = catalog.services
    .map((service) => ({
      // What has no category comes last.
      key: `${service.category === "" ? "2" : `1${service.category.toLowerCase()}`}\n${service.category}\n${service.name.toLowerCase()}`,
      category: service.category,
      name: service.name,
      full: serviceEntry(service.name, priceText(service, currency), durationText(service)),
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const placed: PlacedEntry[] = [];
  let position = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    const next = rows[index + 1];
    if (row !== undefined) {
      const isLast = next === undefined || next.category !== row.category;
      const opening = `${index === 0 ? "" : "\n"}${row.category === "" ? "" : `${row.category}: `}`;
      placed.push({ opening, position, isLast, name: row.name, full: row.full });
      position = isLast ? 0 : position + 1;
    }
  }
  let text = "";
  let most = 0;
  for (const detail of serviceDetails) {
    if (text === "" || text.length > longestServices) {
      most = detail.most;
      text = placed.map((entry) => `${entryText(entry, detail)}${moreText(entry, detail.most)}`).join("");
    }
  }
  // Cut between two entries, never inside one.
  return text.length > longestServices
    ? `${text.slice(0, longestServices).replace(/[;,\n][^;,\n]*$/u, "")}...${notAll}`
    : placed.some((entry) => entry.position >= most)
      ? `${text}${notAll}`
      : text;
}

/**
 * One line a member, sorted: `James (Barber): Beard trim, Haircut`. The services are left out where the
 * member does all of them, where it is not known, and for want of room.
 *
 * @returns "" when there is no staff
 */
export function staffAsText(catalog: Catalog): string {
  const staff = catalog.staff
    .map((member) => ({ key: member.name.toLowerCase(), member }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map((entry) => entry.member);
  const services = catalog.services
    .map((service) => ({ key: service.label.toLowerCase(), id: service.id, label: service.label }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const rows = staff.map((member) => ({
    name: memberName(member),
    idle: catalog.linksKnown && member.services.length === 0,
    titles:
      !catalog.linksKnown || member.services.length === services.length
        ? []
        : services.filter((service) => member.services.includes(service.id)).map((service) => service.label),
  }));
  let text = "";
  for (const most of staffDetails) {
    if (text === "" || text.length > longestStaff) {
      text = rows
        .map((row) =>
          row.idle
            ? `${row.name}: no service that can be booked online`
            : row.titles.length === 0 || most === 0
              ? row.name
              : `${row.name}: ${row.titles.slice(0, most).join(", ")}${row.titles.length > most ? ` and ${row.titles.length - most} more` : ""}`,
        )
        .join("\n");
    }
  }
  // Cut between two entries, never inside one.
  return text.length > longestStaff
    ? `${text.slice(0, longestStaff).replace(/[;,\n][^;,\n]*$/u, "")}...`
    : text;
}

/**
 * The services, where neither name nor category tells two apart with what the list says of them: `Haircut (40 $, 60 min)`.
 *
 * @param services with their labels by category
 */
export function toldApart(services: readonly Service[], currency: string): readonly Service[] {
  const names = services.map((service) => service.name.toLowerCase());
  const shared = names.filter((name, index) => names.indexOf(name) < index);
  if (shared.length === 0) {
    return services;
  }
  const labels = services.map((service) => service.label.toLowerCase());
  const unclear = labels.filter((label, index) => labels.indexOf(label) < index || shared.includes(label));
  return services.map((service) =>
    unclear.includes(service.label.toLowerCase())
      ? {
          ...service,
          label: serviceEntry(service.name, priceText(service, currency), durationText(service)),
        }
      : service,
  );
}

// One expression each: a call of anything longer costs a millisecond, for each of hundreds of services.

function entryText(entry: PlacedEntry, detail: ServiceDetail): string {
  return entry.position < detail.most
    ? `${entry.position === 0 ? entry.opening : "; "}${detail.facts ? entry.full : entry.name}`
    : "";
}

function moreText(entry: PlacedEntry, most: number): string {
  return entry.isLast && entry.position >= most ? `; and ${entry.position + 1 - most} more` : "";
}

function serviceEntry(name: string, price: string, duration: string): string {
  return price === "" && duration === ""
    ? name
    : `${name} (${price}${price !== "" && duration !== "" ? ", " : ""}${duration})`;
}

/** A range, one price, or nothing for 0/0, which means "not specified" (docs/altegio-api.md, "Prices"). */
function priceText(service: Service, currency: string): string {
  return (
    noPrice(service.priceMin) && noPrice(service.priceMax)
      ? ""
      : service.priceMin === service.priceMax
        ? `${service.priceMin} ${currency}`
        : noPrice(service.priceMin)
          ? `up to ${service.priceMax} ${currency}`
          : noPrice(service.priceMax)
            ? `from ${service.priceMin} ${currency}`
            : `${service.priceMin}-${service.priceMax} ${currency}`
  ).trim();
}

function noPrice(price: string): boolean {
  return price === "" || price === "0";
}

function durationText(service: Service): string {
  return service.seconds < 60
    ? ""
    : service.longest > service.seconds
      ? `${Math.floor(service.seconds / 60)}-${Math.floor(service.longest / 60)} min`
      : `${Math.floor(service.seconds / 60)} min`;
}

function memberName(member: StaffMember): string {
  return member.specialization === "" ? member.name : `${member.name} (${member.specialization})`;
}
