/** All that the API has. Where two routes fit a path, the first is meant. */
import type { Route } from "../http/route.ts";
import { actionRoutes } from "./actions.ts";
import { agentRoutes } from "./agents.ts";
import { archiveRoutes } from "./archives.ts";
import { attributeRoutes } from "./attributes.ts";
import { authRoutes } from "./auth.ts";
import { chatRoutes } from "./chat.ts";
import { connectorRoutes } from "./connectors.ts";
import { conversationRoutes } from "./conversations.ts";
import { eventRoutes } from "./events.ts";
import { flowRoutes } from "./flows.ts";
import { knowledgeRoutes } from "./knowledge.ts";
import { libraryRoutes } from "./libraries.ts";
import { logRoutes } from "./logs.ts";
import { peopleRoutes } from "./people.ts";
import { projectRoutes } from "./projects.ts";
import { registryRoutes } from "./registries.ts";
import { skillRoutes } from "./skills.ts";
import { stateRoutes } from "./states.ts";
import { webhookRoutes } from "./webhooks.ts";

/** The routes. */
export const routes: readonly Route[] = [
  ...authRoutes,
  ...projectRoutes,
  ...registryRoutes,
  ...agentRoutes,
  ...skillRoutes,
  ...eventRoutes,
  ...stateRoutes,
  ...flowRoutes,
  ...attributeRoutes,
  ...connectorRoutes,
  ...webhookRoutes,
  ...actionRoutes,
  ...peopleRoutes,
  ...chatRoutes,
  ...conversationRoutes,
  ...logRoutes,
  ...knowledgeRoutes,
  ...libraryRoutes,
  ...archiveRoutes,
];
