/** The salon a conversation is held with: the demo salon with what the conversation changes. */
import {
  DEMO_USER_TOKEN,
  demoSalon,
  FULL_PERMISSIONS,
  type BookingRules,
  type ClientSeed,
  type LocationData,
  type SalonData,
  type ServiceData,
  type StaffData,
  type WeekSchedule,
} from "../api/index.ts";
import type { WrittenSalon } from "./written.ts";

/** The data, and the location the module is connected to. */
export interface ConversationSalon {
  readonly data: SalonData;
  readonly location: LocationData;
}

/**
 * Changes the demo salon. The technical user gets its rights in every location, so that a conversation alone
 * decides, by the user token, what the module may do.
 *
 * @throws Error for a country or a person the demo salon does not have
 */
export function conversationSalon(written: WrittenSalon = {}): ConversationSalon {
  const demo = demoSalon();
  const city = written.location ?? "Berlin";
  const original = demo.locations.find((one) => one.city === city);
  if (original === undefined) {
    throw new Error(`there is no location in ${city}`);
  }
  const country =
    written.country === undefined ? undefined : demo.countries.find((one) => one.title === written.country);
  if (written.country !== undefined && country === undefined) {
    throw new Error(`there is no country ${written.country}`);
  }
  const strangers = Object.keys({ ...written.hours, ...written.does }).filter(
    (name) => !original.staff.some((one) => one.name === name),
  );
  if (strangers.length > 0) {
    throw new Error(`nobody is called ${strangers.join(", ")}`);
  }
  const { rename = {}, composites = {} } = written;
  const services = original.services.map((one) => ({ ...one, title: rename[one.title] ?? one.title }));
  const whole = Object.entries(composites).map(([title, parts], index) =>
    composite(services, { title, parts, id: 69000 + index }),
  );
  const location: LocationData = {
    ...original,
    zone: written.zone ?? original.zone,
    countryId: country?.id ?? original.countryId,
    rules: { ...original.rules, ...(written.rules as Partial<BookingRules> | undefined) },
    clients: [...original.clients, ...(written.clients ?? []).map(clientSeed)],
    blacklist: written.blacklist ?? original.blacklist,
    staff: original.staff.map((person) =>
      withComposites(
        withServices(withHours(person, written.hours?.[person.name]), services, written.does?.[person.name]),
        whole,
      ),
    ),
    services: [...services, ...whole],
  };
  const rights = demo.locations.map((one) => ({ locationId: one.id, permissions: FULL_PERMISSIONS }));
  return {
    location,
    data: {
      ...demo,
      locations: demo.locations.map((one) => (one.id === location.id ? location : one)),
      users: demo.users.map((user) => (user.token === DEMO_USER_TOKEN ? { ...user, rights } : user)),
      applications: demo.applications.map((application) => ({
        ...application,
        installations: application.installations.map((one) => ({ ...one, status: "active" as const })),
      })),
    },
  };
}

/** A service that consists of others. @throws Error for a title that none has */
function composite(
  services: readonly ServiceData[],
  { id, title, parts }: { readonly id: number; readonly title: string; readonly parts: readonly string[] },
): ServiceData {
  const found = parts.flatMap((part) => services.filter((one) => one.title === part));
  const [first] = found;
  if (first === undefined || found.length !== parts.length) {
    throw new Error(`${title} consists of a service that is not there`);
  }
  const sum = (of: (one: ServiceData) => number): number => found.reduce((all, one) => all + of(one), 0);
  return {
    ...first,
    id,
    title,
    priceMin: sum((one) => one.priceMin),
    priceMax: sum((one) => one.priceMax),
    seconds: sum((one) => one.seconds),
    parts: found.map((one) => one.id),
  };
}

/** Somebody who does more than in the demo salon, at each service's least price. @throws Error for a title that none has */
function withServices(
  person: StaffData,
  services: readonly ServiceData[],
  titles: readonly string[] = [],
): StaffData {
  const links = titles.map((title) => {
    const found = services.find((one) => one.title === title);
    if (found === undefined) {
      throw new Error(`there is no service ${title}`);
    }
    const { id, priceMin, seconds } = found;
    return { serviceId: id, priceMin, priceMax: priceMin, seconds };
  });
  return { ...person, links: [...person.links, ...links] };
}

/** Whoever does all parts of a composite service does the whole. */
function withComposites(person: StaffData, whole: readonly ServiceData[]): StaffData {
  const links = whole.flatMap(({ id, parts = [], priceMin, priceMax, seconds }) =>
    parts.every((part) => person.links.some((link) => link.serviceId === part))
      ? [{ serviceId: id, priceMin, priceMax, seconds }]
      : [],
  );
  return { ...person, links: [...person.links, ...links] };
}

function clientSeed({ name, phone }: { name: string; phone: string }, index: number): ClientSeed {
  const [first = "", ...rest] = name.split(" ");
  return { id: 5900 + index, name: first, surname: rest.join(" "), phone, email: "" };
}

function withHours(person: StaffData, hours: Readonly<Record<string, string>> | undefined): StaffData {
  if (hours === undefined) {
    return person;
  }
  const week = Object.fromEntries(
    Object.entries(hours).map(([day, text]) => [
      day,
      text.split(" ").map((span) => {
        const [from = "", to = ""] = span.split("-");
        return { from, to };
      }),
    ]),
  ) as WeekSchedule;
  return { ...person, week, exceptions: {} };
}
