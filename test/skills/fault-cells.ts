/** What the fault matrix is made of: the capabilities, their requests and the disturbances. */
import type { Fault } from "../../scripts/simulator/api/index.ts";
import type { Conversation, TurnResult } from "../../scripts/sandbox/platform/index.ts";
import type { Setting } from "../../scripts/sandbox/conversations/index.ts";

/** Every disturbance the simulator knows. */
export const faults: readonly (readonly [string, Fault])[] = [
  ["time-out before", { kind: "timeout-before" }],
  ["time-out after commit", { kind: "timeout-after-commit" }],
  ["reset", { kind: "reset" }],
  ["reset after commit", { kind: "reset-after-commit" }],
  ["429", { kind: "status", status: 429 }],
  ["429 with Retry-After", { kind: "status", status: 429, retryAfterSeconds: 60 }],
  ["500", { kind: "status", status: 500 }],
  ["HTML 403", { kind: "html-403" }],
  ["malformed JSON", { kind: "malformed-json" }],
  ["empty body", { kind: "empty-body" }],
  ["lists for objects", { kind: "empty-list-for-object" }],
  ["numbers as text", { kind: "numbers-as-text" }],
  ["no envelope", { kind: "unwrapped" }],
];

/** Monday, 19 October 2026, 10:00 in Berlin. */
const now = "2026-10-19T08:00:00Z";

const clara = { client: "Clara Weiss", phone: "4915112345678" };

/** Clara's appointment, made by the team. */
const planned = { service: "Full colour", staff: "Mila Novak", date: "2026-10-23", time: "12:00", ...clara };

const wish = {
  services: ["Pedicure"],
  staff: "Sofia",
  date: "2026-10-20",
  time: "10:00",
  full_name: "Clara Weiss",
  confirmed: true,
};

const say =
  (tool: string, facts: Readonly<Record<string, unknown>>) =>
  (conversation: Conversation): Promise<TurnResult> =>
    conversation.say({ user: "Please.", agent: "One moment.", tool, facts });

const book = say("altegio_book_appointment_tool", wish);

/** What is done, what must be there before, and where a disturbance can hit. */
export interface Capability {
  readonly name: string;
  readonly setting: Setting;
  /** Done before, undisturbed. */
  readonly before?: (conversation: Conversation) => Promise<TurnResult>;
  readonly act: (conversation: Conversation) => Promise<TurnResult>;
  /** `METHOD path` of each request. */
  readonly steps: readonly (readonly ["GET" | "POST" | "PUT" | "DELETE", string])[];
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
    setting: withToken,
    act: say("altegio_check_availability_tool", { services: ["Pedicure"], date: "2026-10-20" }),
    steps: [["GET", "/book_times/**"]],
  },
  {
    name: "availability of a week",
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
    setting: withToken,
    act: say("altegio_check_availability_tool", { services: ["Pedicure"], staff: "Sofia" }),
    steps: [["GET", "/book_staff_seances/**"]],
  },
  { name: "booking", setting: withToken, act: book, steps: bookingSteps },
  { name: "booking without a user token", setting: withoutToken, act: book, steps: bookingSteps },
  {
    name: "cancellation",
    setting: withToken,
    before: book,
    act: cancel,
    steps: cancellationSteps,
  },
  {
    name: "cancellation without a user token",
    setting: withoutToken,
    before: book,
    act: cancel,
    steps: cancellationSteps,
  },
  {
    name: "cancellation as the business",
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
    setting: withToken,
    act: say("altegio_find_appointments_tool", {}),
    steps: lookupSteps,
  },
  {
    name: "recognition at the start of a session",
    setting: withToken,
    act: (conversation) => conversation.fire("session_started"),
    steps: lookupSteps,
    silent: true,
  },
];
