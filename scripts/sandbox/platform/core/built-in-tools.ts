/** The tools core brings along (docs/platform.md, "Core's own tools"). */
import { coreBookingSettings, coreTools } from "../../../sdk/contract.ts";
import type { RegisteredTool } from "../registered-tools.ts";

/** A tool of core's, and the customer attribute that has to be on for it to be there. */
export interface BuiltInTool extends RegisteredTool {
  readonly enabledBy: string;
}

/**
 * The tools for bookings; the others answer to nothing a module does. What is not known: the attribute of the search,
 * for which booking's own is taken, and the tags of all but the first, which are taken to be none.
 */
export const builtInTools: readonly BuiltInTool[] = [
  {
    idn: coreTools.check,
    description: "Looks for free slots.",
    conditions: {
      agentPromised:
        "The agent clearly says, exactly in its latest message, that it will check availability or search for slots now.",
    },
    useConversationHistory: false,
    conflictTag: "availability",
    enabledBy: coreBookingSettings.check.enabled,
  },
  {
    idn: coreTools.book,
    description: "Submits a booking.",
    conditions: {
      agentPromised:
        'The agent says that it submits the booking right now, such as "I\'m submitting your booking now...".',
    },
    useConversationHistory: false,
    conflictTag: "",
    enabledBy: coreBookingSettings.book.enabled,
  },
  {
    idn: coreTools.find,
    description: "Searches the user's existing bookings created via the agent.",
    conditions: { agentPromised: "The agent says that it looks up the user's existing bookings now." },
    useConversationHistory: false,
    conflictTag: "",
    enabledBy: coreBookingSettings.book.enabled,
  },
  {
    idn: coreTools.cancel,
    description: "Cancels an existing reservation.",
    conditions: { agentPromised: "The agent says that it is cancelling an existing booking right now." },
    useConversationHistory: false,
    conflictTag: "",
    enabledBy: coreBookingSettings.cancel.enabled,
  },
];
