/** What the module knows of the location: kept as JSON in an attribute, loaded at publish. */
import { catalog as catalogAttribute } from "../../attributes/index.ts";
import { asBoolean, asList, asNumber, asText, parseJson, property } from "#sdk";
import type { JsonValue, SkillContext } from "#sdk";
import type { PhonePlan } from "./phone.ts";

/** The place appointments are booked at. Ids are texts throughout. */
export interface Location {
  readonly id: string;
  readonly title: string;
  readonly city: string;
  readonly countryId: string;
  /** IANA zone all dates and times are meant in; "" when the location does not say. */
  readonly zone: string;
  /** As it is printed after a price: a sign or a code. */
  readonly currency: string;
  readonly phone: PhonePlan;
  /** A booking needs a code that is sent by SMS first. */
  readonly smsCodeRequired: boolean;
  readonly emailRequired: boolean;
  readonly commentRequired: boolean;
}

/** One service, with the range of what it costs and takes. Prices are decimal texts, "" or "0" when not given. */
export interface Service {
  readonly id: string;
  readonly name: string;
  /** The name; where services share it, with the category, or with price and length where that is shared as well. */
  readonly label: string;
  readonly category: string;
  readonly priceMin: string;
  readonly priceMax: string;
  /** Shortest duration in seconds, 0 when not known. */
  readonly seconds: number;
  /** Longest duration in seconds, 0 when not known. */
  readonly longest: number;
  /** The terms with those members who have none of their own, as `termsWith` reads them. */
  readonly usual: string;
  readonly prepaid: boolean;
  /** Ids of the services a composite one consists of and is booked by; empty for any other. */
  readonly parts: readonly string[];
}

/** One member of the staff. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  /** The name, with the trade where two members share a name. */
  readonly label: string;
  readonly specialization: string;
  /** Ids of the services the member does; meaningful only while the catalogue's `linksKnown` is true. */
  readonly services: readonly string[];
  /** Terms of their own, where they are not the usual ones, as `termsWith` reads them. */
  readonly terms: string;
}

/** Everything of one location. */
export interface Catalog {
  readonly location: Location;
  /** When services and staff were loaded, ISO 8601 in UTC. */
  readonly loadedAt: string;
  readonly services: readonly Service[];
  readonly staff: readonly StaffMember[];
  readonly linksKnown: boolean;
}

/** The stored catalogue when it is that of the location, null otherwise. */
export function readCatalog(ctx: SkillContext, locationId: string): Catalog | null {
  return catalogOf(ctx.getCustomerAttribute(catalogAttribute.idn), locationId);
}

/** The catalogue of a text when it is that of the location, null otherwise. */
export function catalogOf(text: string, locationId: string): Catalog | null {
  const stored = parseJson(text).value;
  const location = readStoredLocation(property(stored, "location"));
  if (location.id === "" || location.id !== locationId) {
    return null;
  }
  return {
    location,
    loadedAt: asText(property(stored, "loadedAt")),
    services: asList(property(stored, "services")).map((item) => ({
      id: asText(property(item, "id")),
      name: asText(property(item, "name")),
      label: asText(property(item, "label")),
      category: asText(property(item, "category")),
      priceMin: asText(property(item, "priceMin")),
      priceMax: asText(property(item, "priceMax")),
      seconds: asNumber(property(item, "seconds"), 0),
      longest: asNumber(property(item, "longest"), 0),
      usual: asText(property(item, "usual")),
      prepaid: asBoolean(property(item, "prepaid")),
      parts: asList(property(item, "parts")).map((id) => asText(id)),
    })),
    staff: asList(property(stored, "staff")).map((item) => ({
      id: asText(property(item, "id")),
      name: asText(property(item, "name")),
      label: asText(property(item, "label")),
      specialization: asText(property(item, "specialization")),
      services: asList(property(item, "services")).map((id) => asText(id)),
      terms: asText(property(item, "terms")),
    })),
    linksKnown: asBoolean(property(stored, "linksKnown")),
  };
}

/** The location part of a stored catalogue; every text is "" when the value is none. */
function readStoredLocation(value: JsonValue): Location {
  const phone = property(value, "phone");
  return {
    id: asText(property(value, "id")),
    title: asText(property(value, "title")),
    city: asText(property(value, "city")),
    countryId: asText(property(value, "countryId")),
    zone: asText(property(value, "zone")),
    currency: asText(property(value, "currency")),
    phone: {
      code: asText(property(phone, "code")),
      own: asList(property(phone, "own")).map((own) => asText(own)),
    },
    smsCodeRequired: asBoolean(property(value, "smsCodeRequired")),
    emailRequired: asBoolean(property(value, "emailRequired")),
    commentRequired: asBoolean(property(value, "commentRequired")),
  };
}
