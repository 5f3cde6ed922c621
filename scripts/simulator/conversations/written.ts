/** Altegio's half of a written conversation: the salon, what its team does, what disturbs it, its calendar. */
import type { Fault } from "../api/index.ts";

/** An appointment by the names of the salon. Dates and times are the location's own. */
export interface WrittenAppointment {
  /** One title, or several for one visit. */
  readonly service: string | readonly string[];
  readonly staff: string;
  readonly date: string;
  readonly time: string;
  readonly client: string;
  /** Digits with the country code. */
  readonly phone: string;
  /** What became of it, when the team has noted that; waiting otherwise. */
  readonly attendance?: "waiting" | "confirmed" | "came" | "absent";
}

/** Something the team does in Altegio itself. */
export interface TeamAction {
  readonly books?: WrittenAppointment;
  /** The start of the appointment that is cancelled, `YYYY-MM-DD HH:MM`, where several begin then with whose it is. */
  readonly cancels?: string | { readonly at: string; readonly staff: string };
  /** `staff` is whose appointment it is, `to_staff` whose it becomes. */
  readonly moves?: {
    readonly from: string;
    readonly to: string;
    readonly staff?: string;
    readonly to_staff?: string;
  };
}

/** A disturbance that the next requests meet. */
export interface WrittenFault {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE" | "*";
  readonly path: string;
  readonly fault: Fault["kind"];
  readonly status?: number;
  readonly retryAfterSeconds?: number;
  readonly times?: number;
}

/** How the salon differs from the demo salon. */
export interface WrittenSalon {
  readonly location?: "Berlin" | "Hamburg" | "Vienna";
  readonly zone?: string;
  readonly country?: string;
  readonly rules?: Readonly<Record<string, boolean | number>>;
  /** Working hours by name and ISO weekday (1 is Monday): `{Anna Becker: {6: "20:00-24:00"}}`. */
  readonly hours?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Titles of services that members do besides their own, by name. */
  readonly does?: Readonly<Record<string, readonly string[]>>;
  readonly blacklist?: readonly string[];
  readonly quirks?: Readonly<Record<string, boolean | number | string>>;
  /** Titles by the titles of the demo salon. */
  readonly rename?: Readonly<Record<string, string>>;
  /** Titles of composite services, with the titles of the services they consist of. */
  readonly composites?: Readonly<Record<string, readonly string[]>>;
  /** Clients beside those of the demo salon; several may share a number. */
  readonly clients?: readonly { readonly name: string; readonly phone: string }[];
  /** What is in the calendar already. */
  readonly booked?: readonly WrittenAppointment[];
}
