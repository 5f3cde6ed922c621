/** A conversation that is written down: what is said, what the agent promises, what has to come of it. */
import type { Fault } from "../../simulator/api/index.ts";

/**
 * What an instruction must look like; the words of `newo test` scenarios
 * (docs/platform.md, "Scripts of `newo test`").
 */
export interface Expectation {
  readonly contains?: string | readonly string[];
  readonly not_contains?: string | readonly string[];
  readonly regex?: string;
}

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
  /** The start of the appointment that is cancelled, `YYYY-MM-DD HH:MM`. */
  readonly cancels?: string;
  readonly moves?: { readonly from: string; readonly to: string };
}

/** A disturbance of the simulator that the next requests meet. */
export interface WrittenFault {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE" | "*";
  readonly path: string;
  readonly fault: Fault["kind"];
  readonly status?: number;
  readonly retryAfterSeconds?: number;
  readonly times?: number;
}

/** One exchange. Either a tool that the agent promised fires, or an event of the platform, or nothing. */
export interface WrittenTurn {
  /** What the caller says. */
  readonly message: string;
  /** What the agent says to it; its promise is what makes a tool fire. */
  readonly agent?: string;
  readonly tool?: string;
  /** What a perfect model would have understood by then. `{sms_code}` stands for the code that was sent. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** An event core sends instead of a tool, with its payload. */
  readonly event?: string;
  readonly payload?: Readonly<Record<string, unknown>> | string;
  /** Who speaks: another caller of the same account, by phone number or id; the first one when left out. */
  readonly caller?: string;
  /** Minutes that pass before. */
  readonly after_minutes?: number;
  /** Attributes that are changed before, without a publish. */
  readonly set?: Readonly<Record<string, string>>;
  /** What the team does before. */
  readonly team?: readonly TeamAction[];
  readonly faults?: readonly WrittenFault[];
  /** What the instruction to the agent must look like. */
  readonly expect?: Expectation;
  /** What the other events the module sends must look like, by name; it must send no others. */
  readonly events?: Readonly<Record<string, Expectation>>;
  /** The agent must be left alone. */
  readonly silent?: boolean;
  /** The tool must not be registered. */
  readonly unavailable?: boolean;
  /** How many requests the turn may cost; exactly that many. */
  readonly requests?: number;
}

/** How the salon differs from the demo salon. */
export interface WrittenSalon {
  readonly location?: "Berlin" | "Hamburg" | "Vienna";
  readonly zone?: string;
  readonly country?: string;
  readonly rules?: Readonly<Record<string, boolean | number>>;
  /** Working hours by name and ISO weekday (1 is Monday): `{Anna Becker: {6: "20:00-24:00"}}`. */
  readonly hours?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly blacklist?: readonly string[];
  readonly quirks?: Readonly<Record<string, boolean | number | string>>;
  /** Titles by the titles of the demo salon. */
  readonly rename?: Readonly<Record<string, string>>;
  /** Clients beside those of the demo salon; several may share a number. */
  readonly clients?: readonly { readonly name: string; readonly phone: string }[];
  /** What is in the calendar already. */
  readonly booked?: readonly WrittenAppointment[];
}

/** A whole conversation. */
export interface ConversationScript {
  readonly name: string;
  readonly integration: string;
  readonly connector: string;
  /** The moment it begins, ISO 8601 with offset. */
  readonly now: string;
  /** The number the caller calls from, or an opaque id on channels without numbers. */
  readonly caller: string;
  readonly salon?: WrittenSalon;
  /** Attributes as a person enters them, on top of a complete set-up; "" leaves one empty. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly turns: readonly WrittenTurn[];
  /** Every live appointment that has to be in the calendar afterwards, in order, those from before included. */
  readonly calendar: readonly WrittenAppointment[];
}
