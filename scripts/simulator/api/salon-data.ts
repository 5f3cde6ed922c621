/**
 * What a simulated Altegio is told at start: partners, users, locations with their catalogue, staff and
 * schedules. Plain data; what changes while it runs (records, clients) lives in `state.ts`.
 */

/** Everything one simulator knows. */
export interface SalonData {
  readonly partners: readonly PartnerData[];
  readonly users: readonly UserData[];
  readonly applications: readonly ApplicationData[];
  readonly countries: readonly CountryData[];
  readonly locations: readonly LocationData[];
}

/**
 * A partner account. Its token opens the public API and its own applications
 * (docs/altegio-api.md, "Headers and tokens").
 */
export interface PartnerData {
  readonly id: number;
  readonly token: string;
  readonly applicationIds: readonly number[];
}

/** A business user or an application's technical user, with rights per location (docs/altegio-api.md, "Rights"). */
export interface UserData {
  readonly id: number;
  readonly token: string;
  readonly rights: readonly LocationRights[];
}

/** The rights of one user in one location. No entry = the user is not linked to the location. */
interface LocationRights {
  readonly locationId: number;
  readonly permissions: Permissions;
}

/** `{group: {right: value}}`, as `GET /user/permissions/{loc}` answers it (docs/altegio-api.md, "Rights"). */
export interface Permissions {
  readonly [group: string]: { readonly [right: string]: boolean | number };
}

/**
 * A marketplace application and where it is installed (docs/altegio-api.md, "Locations of an application" and
 * "One installation").
 */
export interface ApplicationData {
  readonly id: number;
  readonly installations: readonly InstallationData[];
}

/**
 * One installation. `since` is `YYYY-MM-DD HH:MM:SS`; the wire really spells `freezed`
 * (docs/altegio-api.md, "One installation").
 */
interface InstallationData {
  readonly locationId: number;
  readonly status: "pending" | "active" | "freezed";
  readonly since: string;
}

/** A row of `GET /countries` (docs/altegio-api.md, "Countries"). `phoneCode` is digits without a plus. */
export interface CountryData {
  readonly id: number;
  readonly title: string;
  readonly isoCode: string;
  readonly phoneCode: string;
  readonly phoneTemplate: string;
  readonly phoneExample: string;
  readonly currency: string;
  readonly langId: number;
  readonly isEu: boolean;
}

/** A location: identity, online-booking rules, catalogue and people. */
export interface LocationData {
  readonly id: number;
  readonly title: string;
  readonly countryId: number;
  readonly cityId: number;
  readonly city: string;
  readonly address: string;
  readonly zip: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly phone: string;
  readonly email: string;
  /** IANA zone: every schedule and every wall-clock time of the location is read in it. */
  readonly zone: string;
  readonly currency: string;
  readonly bookformId: number;
  /** false = the subscription ended: 402 or 403 from most calls (docs/altegio-api.md, "Access refused"). */
  readonly licenceActive: boolean;
  readonly rules: BookingRules;
  readonly categories: readonly CategoryData[];
  readonly services: readonly ServiceData[];
  readonly staff: readonly StaffData[];
  /** Clients that exist before the first booking. */
  readonly clients: readonly ClientSeed[];
  /** Phone digits that answer code 434 (docs/altegio-api.md, "Refusal codes"). */
  readonly blacklist: readonly string[];
}

/** Online-booking settings of a location (docs/altegio-api.md, "A location" and "Rules of a location"). */
export interface BookingRules {
  /** Minutes between two start times offered in one working span. */
  readonly gridMinutes: number;
  /** How many days after today can be booked online. */
  readonly horizonDays: number;
  /** `seance_delay_step`: minutes between now and the nearest slot. */
  readonly delayMinutes: number;
  /** `phone_confirmation`: a code from `book_code` is needed. */
  readonly phoneConfirmation: boolean;
  readonly emailRequired: boolean;
  readonly commentRequired: boolean;
  readonly allowDelete: boolean;
  /** Seconds before the start up to which a client may cancel. */
  readonly deleteDelaySeconds: number;
  readonly allowChange: boolean;
  /** Seconds before the start up to which a client may move the visit. */
  readonly changeDelaySeconds: number;
}

/** A service category. */
export interface CategoryData {
  readonly id: number;
  readonly title: string;
  readonly weight: number;
}

/** A service. Prices are in the location's currency; `seconds` is the default duration. */
export interface ServiceData {
  readonly id: number;
  readonly title: string;
  readonly categoryId: number;
  readonly priceMin: number;
  readonly priceMax: number;
  readonly seconds: number;
  readonly comment: string;
  readonly weight: number;
  readonly prepaid: "forbidden" | "allowed" | "required";
  /** false = withdrawn from online booking: not listed, and booking it answers 438. */
  readonly online: boolean;
  /** Ids of the services a composite one consists of; absent for any other. */
  readonly parts?: readonly number[];
}

/** A team member. */
export interface StaffData {
  readonly id: number;
  readonly name: string;
  readonly specialization: string;
  /** null is sent as `[]`, as PHP sends an empty object (docs/altegio-api.md, "Values on the wire"). */
  readonly position: { readonly id: number; readonly title: string } | null;
  /** false = listed by `book_staff`, but nobody can book the person online. */
  readonly bookable: boolean;
  readonly fired: boolean;
  readonly hidden: boolean;
  readonly weight: number;
  readonly rating: number;
  readonly information: string;
  readonly links: readonly StaffLink[];
  readonly week: WeekSchedule;
  /** Days that differ from the week, by `YYYY-MM-DD`; an empty list is a day off. */
  readonly exceptions: { readonly [date: string]: readonly WorkSpan[] };
}

/** A service a team member provides, with the person's own duration and price. */
export interface StaffLink {
  readonly serviceId: number;
  readonly seconds: number;
  readonly priceMin: number;
  readonly priceMax: number;
}

/** Working spans by ISO weekday (1 = Monday); a day that is absent is free. A gap between spans is a break. */
export type WeekSchedule = { readonly [day in 1 | 2 | 3 | 4 | 5 | 6 | 7]?: readonly WorkSpan[] };

/** A working span in wall-clock time, `HH:MM`; `to` may be `24:00`. */
export interface WorkSpan {
  readonly from: string;
  readonly to: string;
}

/** A client that is known from the start. `phone` is digits with country code. */
export interface ClientSeed {
  readonly id: number;
  readonly name: string;
  readonly surname: string;
  readonly phone: string;
  readonly email: string;
}
