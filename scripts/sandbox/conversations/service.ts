/**
 * What conversations are played against: the service a module talks to, simulated. A project names the file in its
 * `module.yaml` (`sandbox: simulator`); it exports `simulator`, a `Simulator`.
 */

/** A JSON schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The service's own words in a written conversation. A word without a schema may not be written. */
export interface ServiceWords {
  /** Words of the conversation itself, by name: what the service holds before. */
  readonly setting?: Readonly<Record<string, JsonSchema>>;
  /** One item of a turn's `team`. */
  readonly teamAction?: JsonSchema;
  /** One item of a turn's `faults`. */
  readonly fault?: JsonSchema;
  /** One item of `calendar`. */
  readonly calendarEntry: JsonSchema;
  /** Regular expressions for what an agent says when it claims something, by the word a talk has in braces for it. */
  readonly claims?: Readonly<Record<string, string>>;
}

/** What is there before anybody speaks. */
export interface Setting {
  /** The moment it begins, ISO 8601 with offset. */
  readonly now: string;
  /** Attributes as a person enters them, on top of a complete set-up; "" leaves one empty. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The words of `ServiceWords.setting`, of the form their schemas give. */
  readonly [word: string]: unknown;
}

/** How a service is started. */
export interface ServiceOptions {
  readonly setting: Setting;
  /** The clock all sides share. */
  readonly now: () => Date;
  /** true: too many requests are refused, as the real service refuses them. */
  readonly rateLimits: boolean;
}

/** A service that can be started, once for each conversation. */
export interface Simulator<Service extends SimulatedService = SimulatedService> {
  /** What people call the service. */
  readonly name: string;
  /** Origins in the module's urls: `https://api.example.com`. */
  readonly origins: readonly string[];
  readonly words: ServiceWords;
  /** The attribute in which the publish hook reports; "" when it only writes to the log. */
  readonly statusAttribute: string;
  /** @throws Error when what the setting says cannot be */
  open(options: ServiceOptions): Promise<Service>;
}

/** A value a person enters in the Builder to connect the module with the service. */
export interface EnteredValue {
  /** Idn of the attribute. */
  readonly idn: string;
  readonly value: string;
  /** The Builder offers it, with this text somewhere in it, in a list that a publish has filled. */
  readonly fromList?: boolean;
}

/** Something that stands in the service's calendar. */
export interface CalendarEntry {
  /** All that a conversation writes down of it, beginning with day and time. */
  readonly line: string;
  /** For people, a column each. */
  readonly columns: readonly string[];
}

/** A place in a calendar with a column for each person or room, on the clock of the business. */
interface CalendarPlace {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Minutes after midnight. */
  readonly start: number;
  readonly column: string;
}

/** An entry as a calendar draws it. What it gives away are items of a turn's `team`. */
export interface PlannedEntry extends CalendarPlace {
  readonly line: string;
  readonly minutes: number;
  readonly title: string;
  /** For whom. */
  readonly who: string;
  /** The entry as `calendar` of a conversation holds it. */
  readonly written: unknown;
  /** Takes it out of the calendar. */
  readonly cancels: unknown;
  /** Moves it. */
  moves(to: CalendarPlace): unknown;
}

/** A calendar to look at. */
export interface Planner {
  /** IANA zone of the business. */
  readonly zone: string;
  /** Everybody who has a column, also without an entry. */
  readonly columns: readonly string[];
  readonly entries: readonly PlannedEntry[];
}

/** A way in which requests can be disturbed. */
export interface Disturbance {
  readonly name: string;
  /** What happens, for people. */
  readonly title: string;
  /**
   * An item of a turn's `faults`.
   *
   * @param request `GET /path` of the requests it meets; "" for any
   * @param times how many it meets
   */
  fault(request: string, times: number): unknown;
}

/** A disturbance that is switched on. */
interface PendingDisturbance {
  /** Of the `Disturbance`. */
  readonly name: string;
  /** Which requests it meets, for people; "" for any. */
  readonly request: string;
  readonly times: number;
}

/** A running service. What is left out it cannot do. */
export interface SimulatedService {
  /** Stands for all of the simulator's `origins`. Without a final slash. */
  readonly url: string;
  /** The business whose calendar it is. */
  readonly title: string;
  readonly settings: readonly EnteredValue[];
  /** Texts nobody may ever hear. */
  readonly secrets: readonly string[];
  /** What a publish sees of the service, to be compared as JSON: for the same, its outcome is kept. */
  readonly seenByPublish?: unknown;
  /** All that stands in the calendar now, in the order of the lines. */
  calendar(): readonly CalendarEntry[];
  /** The line a written entry has to have. */
  lineOf(written: unknown): string;
  /** The calendar by columns. */
  planner?(): Planner;
  /** What `planFault` can do. */
  readonly disturbances?: readonly Disturbance[];
  /** Forgets the planned faults, or only those of one disturbance. */
  clearFaults?(name?: string): void;
  /** What of `disturbances` is planned and has not met all its requests: `times` is how many are left. */
  pendingDisturbances?(): readonly PendingDisturbance[];
  /** Does what a turn's `team` says. @throws Error when the service refuses: the conversation is written wrongly */
  actAsTeam?(action: unknown): Promise<void>;
  /** Disturbs the next requests as a turn's `faults` say. */
  planFault?(fault: unknown): void;
  /** The planned faults that no request has met, a name each. */
  unmetFaults?(): readonly string[];
  /** The faults that requests have met since this was asked last, as items of a turn's `faults` that plan just those. */
  takeMetFaults?(): readonly unknown[];
  /** How many requests were left without an answer, as planned. */
  unanswered?(): number;
  /** Values for placeholders of a turn: what a person would have got from the service by other means. */
  placeholders?(turn: TurnOfCaller): Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Who speaks in a turn, and what is known by then. */
interface TurnOfCaller {
  /** Phone number or id. */
  readonly caller: string;
  readonly facts: Readonly<Record<string, unknown>>;
}
