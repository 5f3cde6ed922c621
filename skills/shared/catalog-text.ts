/** The catalogue as two compact texts for the agent. No ids: whatever the agent reads it may say. */
import type { Catalog, Service, StaffMember } from "./catalog.ts";

/** A member's services are listed by name up to this many; more would drown the rest. */
const listedServices = 12;

/**
 * One line a category: `Hair care: Haircut (40-60 $, 60 min); Beard trim (20 $)`.
 *
 * @returns "" when there are no services
 */
export function servicesAsText(catalog: Catalog): string {
  const named = catalog.services.map((service) => service.category);
  const categories = named.filter((category, index) => named.indexOf(category) === index);
  return categories
    .map((category) => {
      const entries = catalog.services
        .filter((service) => service.category === category)
        .map((service) => serviceEntry(service, catalog.location.currency));
      return category === "" ? entries.join("; ") : `${category}: ${entries.join("; ")}`;
    })
    .join("\n");
}

/**
 * One line a member: `James (Barber): Haircut, Beard trim`. The services are left out where the member does
 * all of them, or where it is not known.
 *
 * @returns "" when there is no staff
 */
export function staffAsText(catalog: Catalog): string {
  return catalog.staff.map((member) => staffLine(member, catalog)).join("\n");
}

function serviceEntry(service: Service, currency: string): string {
  const facts = [priceText(service, currency), durationText(service.seconds)].filter((fact) => fact !== "");
  return facts.length > 0 ? `${service.name} (${facts.join(", ")})` : service.name;
}

/** A range, one price, or nothing for 0/0, which means "not specified" (altegio-api reference, section 5). */
function priceText(service: Service, currency: string): string {
  const low = service.priceMin === "0" ? "" : service.priceMin;
  const high = service.priceMax === "0" ? "" : service.priceMax;
  const price =
    low === high ? low : low === "" ? `up to ${high}` : high === "" ? `from ${low}` : `${low}-${high}`;
  return price === "" ? "" : `${price} ${currency}`.trim();
}

function durationText(seconds: number): string {
  return seconds >= 60 ? `${Math.floor(seconds / 60)} min` : "";
}

function staffLine(member: StaffMember, catalog: Catalog): string {
  const name = member.specialization === "" ? member.name : `${member.name} (${member.specialization})`;
  const count = member.services.length;
  if (!catalog.linksKnown || count === catalog.services.length) {
    return name;
  }
  const titles = catalog.services
    .filter((service) => member.services.includes(service.id))
    .map((service) => service.label);
  const more = titles.length > listedServices ? ` and ${titles.length - listedServices} more` : "";
  return titles.length === 0
    ? `${name}: no service that can be booked online`
    : `${name}: ${titles.slice(0, listedServices).join(", ")}${more}`;
}
