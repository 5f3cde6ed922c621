/** How many requests each action costs, against the fewest the API allows: a caller waits for every one. */
import { catalog } from "../../../attributes/index.ts";
import { moduleDefinition } from "../../../module/index.ts";
import * as runtime from "../../../module/runtime.ts";
import type { ArtifactTree } from "../../model/types.ts";
import { openTheatre, type Stage, type Theatre } from "../../sandbox/conversations/index.ts";
import { simulator } from "../conversations/salon-service.ts";
import type { Conversation, TurnResult } from "../../sandbox/platform/index.ts";

/** The requests of one action. */
export interface RequestFigure {
  readonly action: string;
  /** The fewest the API allows for this answer (docs/altegio-api.md, "Fewest requests"). */
  readonly minimum: number;
  /** With the catalogue that the publish has stored. */
  readonly warm: number;
  /** Without it, as after a publish that could not load it. */
  readonly cold: number;
  /** What the requests beyond the minimum are for, "" when there are none. */
  readonly beyond: string;
}

interface Action {
  readonly name: string;
  readonly minimum: number;
  readonly beyond: string;
  /** Done before, not counted. */
  readonly before?: (conversation: Conversation) => Promise<TurnResult>;
  readonly act: (conversation: Conversation) => Promise<TurnResult>;
}

/** A tool of the agent fires with facts in its payload. */
export const say =
  (tool: string, facts: Readonly<Record<string, unknown>>) =>
  (conversation: Conversation): Promise<TurnResult> =>
    conversation.say({ user: "Please.", agent: "One moment.", tool, facts });

/** A complete wish to book, agreed to. */
export const wish = {
  services: ["Pedicure"],
  date: "2026-10-20",
  time: "10:00",
  full_name: "Clara Weiss",
  confirmed: true,
};
const book = say("altegio_book_appointment_tool", wish);
const check = (facts: Readonly<Record<string, unknown>>) =>
  say("altegio_check_availability_tool", { services: ["Pedicure"], ...facts });

const actions: readonly Action[] = [
  { name: "free times of a day", minimum: 1, beyond: "", act: check({ date: "2026-10-20" }) },
  {
    name: "free times of a week, two days offered",
    minimum: 3,
    beyond: "",
    act: check({ date_from: "2026-10-20", date_to: "2026-10-24" }),
  },
  { name: "the soonest with a named member", minimum: 1, beyond: "", act: check({ staff: "Sofia" }) },
  // Of several: the soonest of the only one who does it takes one request.
  {
    name: "the soonest with anybody",
    minimum: 2,
    beyond: "",
    act: check({ services: ["Men's haircut"] }),
  },
  {
    name: "a day without free times, with the reason and the nearest",
    minimum: 3,
    beyond: "",
    act: check({ date: "2026-10-25" }),
  },
  {
    name: "reading a booking back",
    minimum: 0,
    beyond: "book_times, so that nobody agrees to a time that is taken",
    act: say("altegio_book_appointment_tool", { ...wish, confirmed: false }),
  },
  { name: "booking", minimum: 2, beyond: "book_check before book_record", act: book },
  {
    name: "the same booking again",
    minimum: 1,
    beyond: "",
    before: book,
    act: book,
  },
  {
    name: "cancellation, after a look at what stands",
    minimum: 2,
    beyond: "a look whether it is gone",
    before: book,
    act: say("altegio_cancel_appointment_tool", { confirmed: true }),
  },
  {
    name: "move",
    minimum: 3,
    beyond: "",
    before: book,
    act: say("altegio_reschedule_appointment_tool", { date: "2026-10-22", time: "14:00", confirmed: true }),
  },
  { name: "existing appointments", minimum: 2, beyond: "", act: say("altegio_find_appointments_tool", {}) },
  {
    name: "recognition at the start of a session",
    minimum: 2,
    beyond: "",
    act: (conversation) => conversation.fire("session_started"),
  },
];

/** Runs every action of the module twice against the simulated salon and counts. Prints nothing. */
export async function measureRequests(artifact: ArtifactTree): Promise<RequestFigure[]> {
  const theatre = await openTheatre({
    artifact,
    module: { definition: moduleDefinition, runtime },
    simulator,
    runtime: "node",
  });
  try {
    const figures: RequestFigure[] = [];
    for (const action of actions) {
      const { name, minimum, beyond } = action;
      const warm = await count(theatre, action, () => undefined);
      const cold = await count(theatre, action, ({ sandbox }) => {
        sandbox.setAttribute(catalog.idn, "");
      });
      figures.push({ action: name, minimum, warm, cold, beyond });
    }
    return figures;
  } finally {
    await theatre.close();
  }
}

/** The figures as a table, a line an action. */
export function requestLines(figures: readonly RequestFigure[]): string[] {
  const width = Math.max(...figures.map(({ action }) => action.length));
  return [
    `${"requests for".padEnd(width)}  fewest  warm  cold`,
    ...figures.map(({ action, minimum, warm, cold, beyond }) => {
      const numbers = [String(minimum).padStart(6), String(warm).padStart(4), String(cold).padStart(4)];
      const why = beyond === "" ? "" : `  (${beyond})`;
      return `${action.padEnd(width)}  ${numbers.join("  ")}${why}`;
    }),
  ];
}

async function count(theatre: Theatre, action: Action, prepare: (stage: Stage) => void): Promise<number> {
  const stage = await theatre.open({ now: "2026-10-19T08:00:00Z" });
  try {
    const conversation = stage.sandbox.conversation({ externalId: "+4915112345678" });
    await action.before?.(conversation);
    prepare(stage);
    const result = await action.act(conversation);
    return result.requests.length;
  } finally {
    await stage.close();
  }
}
