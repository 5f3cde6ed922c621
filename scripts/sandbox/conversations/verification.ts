/**
 * A whole set-up made sure of, with the module's own handlers, on a real account or a simulated one: what a simulator's
 * file may export beside its `simulator`, as `verification`.
 */
import type { Sandbox, ScriptedBrain } from "../platform/index.ts";

/** What came of one check. */
export interface CheckOutcome {
  readonly title: string;
  /** `skipped`: something it needs was not given, or the account does not allow it. */
  readonly state: "passed" | "failed" | "skipped";
  /** A whole sentence. Never holds a token. */
  readonly says: string;
}

/** Something that was made while checking, and what became of it. */
export interface MadeEntry {
  /** What stands in the calendar, in the words of people: time, service, who does it. */
  readonly entry: string;
  /** `standing`: it could not be taken back. `doubtful`: nobody knows whether it was made. */
  readonly state: "cancelled" | "standing" | "doubtful" | "not made";
  /** How it is cancelled by hand; "" where nothing is to be done. */
  readonly advice: string;
}

/** A request as it leaves, credentials left out. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  /** "" for none. */
  readonly body: string;
}

/** An answer; status 0 when none came. */
export interface ReceivedAnswer {
  readonly status: number;
  readonly body: string;
}

/** The account that is checked. */
export interface VerifiedAccount {
  /** Values of attributes by idn, as a person enters them. */
  readonly values: Readonly<Record<string, string>>;
  /** Who calls, as a phone number. */
  readonly caller: string;
  /** What is to be booked, and with whom, by their names; "" leaves the choice to the checks. */
  readonly service: string;
  readonly staff: string;
  /** Aborted when no further check is wanted; what was made is still taken back. */
  readonly signal: AbortSignal;
  /** Sends a request. Never rejects: status 0 when no answer comes. */
  send(
    request: SentRequest & { readonly headers: Readonly<Record<string, string>> },
  ): Promise<ReceivedAnswer>;
  /** Says what is being done now. */
  progress(text: string): void;
}

/** The module, connected with the account and published. */
export interface VerifiedSetUp {
  readonly sandbox: Sandbox;
  /** Answers for the model: what a caller means is told to it. */
  readonly brain: ScriptedBrain;
}

/** One run of the checks. */
export interface VerificationRun {
  /** Hears of every request before it is sent; what it gives back hears of the answer. */
  watch(request: SentRequest): (answer: ReceivedAnswer) => void;
  /**
   * Makes the checks, to the end or to the first that fails.
   *
   * @param onCheck hears of each when it is over
   */
  check(setUp: VerifiedSetUp, onCheck: (outcome: CheckOutcome) => void): Promise<void>;
  /** Takes back whatever was made and still stands. Never rejects; may be called after a failure at any point. */
  cleanUp(): Promise<void>;
  /** Everything that was made, as far as it is known now. */
  made(): readonly MadeEntry[];
}

/** How the set-up of a module is checked. */
export interface Verification {
  /** Idn of the attribute that names the place appointments are made at. */
  readonly placeAttribute: string;
  /** Who calls where nobody real is meant: a number of the simulated service. */
  readonly simulatedCaller: string;
  begin(account: VerifiedAccount): VerificationRun;
}
