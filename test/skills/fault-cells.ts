/** What the fault matrix is made of: the capabilities, their requests and the disturbances. */
import type { Fault } from "../../scripts/simulator/api/index.ts";
import type { Conversation, TurnResult } from "../../scripts/sandbox/platform/index.ts";
import type { Setting } from "../../scripts/sandbox/conversations/index.ts";

/** A disturbance, and what it means for the request it hits. */
export interface Disturbance {
  readonly name: string;
  readonly fault: Fault;
  /** What Altegio was asked to do is done all the same. */
  readonly tookEffect: boolean;
  /** The answer is such that a look is sent once more; a time-out has cost the caller too much already. */
  readonly again: boolean;
}

const spoilt = { tookEffect: false, again: true };

/** Every disturbance the simulator knows. */
export const faults: readonly Disturbance[] = [
  { name: "time-out before", fault: { kind: "timeout-before" }, tookEffect: false, again: false },
  { name: "time-out after commit", fault: { kind: "timeout-after-commit" }, tookEffect: true, again: false },
  { name: "reset", fault: { kind: "reset" }, ...spoilt },
  { name: "reset after commit", fault: { kind: "reset-after-commit" }, tookEffect: true, again: true },
  { name: "429", fault: { kind: "status", status: 429 }, ...spoilt },
  { name: "429 with Retry-After", fault: { kind: "status", status: 429, retryAfterSeconds: 60 }, ...spoilt },
  { name: "500", fault: { kind: "status", status: 500 }, ...spoilt },
  { name: "HTML 403", fault: { kind: "html-403" }, ...spoilt },
  { name: "malformed JSON", fault: { kind: "malformed-json" }, tookEffect: true, again: true },
  { name: "empty body", fault: { kind: "empty-body" }, tookEffect: true, again: true },
  { name: "lists for objects", fault: { kind: "empty-list-for-object" }, tookEffect: true, again: false },
  { name: "numbers as text", fault: { kind: "numbers-as-text" }, tookEffect: true, again: false },
  { name: "no envelope", fault: { kind: "unwrapped" }, tookEffect: true, again: false },
];

/** Monday, 19 October 2026, 10:00 in Berlin. */
const now = "2026-10-19T08:00:00Z";

const clara = { client: "Clara Weiss", phone: "4915112345678" };

/** Clara's appointment, made by the team. */
const planned = { service: "Full colour", staff: "Mila Novak", date: "2026-10-23", time: "12:00", ...clara };

/** Tuesday at ten, agreed to and all. */
export const wish = {
  services: ["Pedicure"],
  staff: "Sofia",
  date: "2026-10-20",
  time: "10:00",
  full_name: "Clara Weiss",
  confirmed: true,
};

/** A promise of the agent's, with what a perfect model would hear. */
export const say =
  (tool: string, facts: Readonly<Record<string, unknown>>) =>
  (conversation: Conversation): Promise<TurnResult> =>
    conversation.say({ user: "Please.", agent: "One moment.", tool, facts });

/** Books Tuesday at ten. */
export const book = say("altegio_book_appointment_tool", wish);

/** The most requests an act may cost. */
interface Bounds {
  /** Requests that change something, when the one that was hit had no effect; when it had, and yet seemed to fail. */
  readonly writes: readonly [failed: number, tookEffect: number];
  /** Requests that only read or check: when a spoilt answer is asked for no second time, and when it is. */
  readonly looks: readonly [once: number, again: number];
}

/** What is done, what must be there before, and where a disturbance can hit. */
export interface Capability {
  readonly name: string;
  readonly setting: Setting;
  /** Done before, undisturbed. */
  readonly before?: (conversation: Conversation) => Promise<TurnResult>;
  readonly act: (conversation: Conversation) => Promise<TurnResult>;
  /** `METHOD path` of each request. */
  readonly steps: readonly (readonly ["GET" | "POST" | "PUT" | "DELETE", string])[];
  readonly most: Bounds;
  /** Nothing is spoken. */
  readonly silent?: boolean;
}

const withToken: Setting = { now, salon: { booked: [planned] } };
const withoutToken: Setting = { ...withToken, attributes: { altegio_user_token: "" } };

const bookingSteps = [
  ["GET", "/book_times/**"],
  ["POST", "/book_check/*"],
  ["POST", "/book_record/*"],
] as const;

const cancellationSteps = [
  ["DELETE", "/user/records/**"],
  ["GET", "/book_record/**"],
] as const;

const lookupSteps = [
  ["POST", "/company/*/clients/search"],
  ["GET", "/records/*"],
] as const;

const cancel = say("altegio_cancel_appointment_tool", { confirmed: true });

/** The capabilities of the module. */
export const capabilities: readonly Capability[] = [
  {
    name: "availability of a day",
    most: { writes: [0, 0], looks: [1, 2] },
    setting: withToken,
    act: say("altegio_check_availability_tool", { services: ["Pedicure"], date: "2026-10-20" }),
    steps: [["GET", "/book_times/**"]],
  },
  {
    name: "availability of a week",
    most: { writes: [0, 0], looks: [3, 4] },
    setting: withToken,
    act: say("altegio_check_availability_tool", {
      services: ["Pedicure"],
      date_from: "2026-10-20",
      date_to: "2026-10-24",
    }),
    steps: [
      ["GET", "/book_dates/*"],
      ["GET", "/book_times/**"],
    ],
  },
  {
    name: "the soonest of a member",
    most: { writes: [0, 0], looks: [3, 4] },
    setting: withToken,
    act: say("altegio_check_availability_tool", { services: ["Pedicure"], staff: "Sofia" }),
    steps: [["GET", "/book_staff_seances/**"]],
  },
  {
    name: "booking",
    most: { writes: [1, 1], looks: [3, 3] },
    setting: withToken,
    act: book,
    steps: bookingSteps,
  },
  {
    name: "booking without a user token",
    most: { writes: [1, 1], looks: [2, 3] },
    setting: withoutToken,
    act: book,
    steps: bookingSteps,
  },
  {
    name: "cancellation",
    most: { writes: [2, 1], looks: [4, 6] },
    setting: withToken,
    before: book,
    act: cancel,
    steps: cancellationSteps,
  },
  {
    name: "cancellation without a user token",
    most: { writes: [1, 1], looks: [2, 4] },
    setting: withoutToken,
    before: book,
    act: cancel,
    steps: cancellationSteps,
  },
  {
    name: "cancellation as the business",
    most: { writes: [2, 2], looks: [3, 4] },
    setting: { now, salon: { booked: [planned], rules: { allowDelete: false } } },
    before: book,
    act: cancel,
    steps: [
      ["DELETE", "/record/**"],
      ["GET", "/record/**"],
    ],
  },
  {
    name: "reschedule",
    most: { writes: [1, 1], looks: [3, 3] },
    setting: withToken,
    before: book,
    act: say("altegio_reschedule_appointment_tool", { date: "2026-10-22", time: "14:00", confirmed: true }),
    steps: [
      ["GET", "/record/**"],
      ["GET", "/book_times/**"],
      ["PUT", "/record/**"],
    ],
  },
  {
    name: "existing appointments",
    most: { writes: [0, 0], looks: [2, 3] },
    setting: withToken,
    act: say("altegio_find_appointments_tool", {}),
    steps: lookupSteps,
  },
  {
    name: "recognition at the start of a session",
    most: { writes: [0, 0], looks: [2, 3] },
    setting: withToken,
    act: (conversation) => conversation.fire("session_started"),
    steps: lookupSteps,
    silent: true,
  },
];
