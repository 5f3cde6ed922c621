/** Every action the sandbox offers. The others of the platform's table are refused by name. */
import type { Action } from "./action.ts";
import { attributeActions } from "./attributes.ts";
import { connectorActions } from "./connectors.ts";
import { conversationActions } from "./conversation.ts";
import { eventActions } from "./events.ts";
import { peopleActions } from "./people.ts";

/** Name -> implementation. */
export const actions: Readonly<Record<string, Action>> = {
  ...attributeActions,
  ...peopleActions,
  ...connectorActions,
  ...eventActions,
  ...conversationActions,
};
