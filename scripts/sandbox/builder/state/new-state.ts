/** An account on its first day. */
import type { BuilderState } from "./records.ts";

/** Nobody has any project; the sandbox chat and the API have their connectors, as every account does. */
export function newState({
  newId,
  newKey,
}: {
  readonly newId: () => string;
  readonly newKey: () => string;
}): BuilderState {
  const running = { status: "running", settings: [] } as const;
  return {
    formatVersion: 1,
    customer: {
      id: newId(),
      idn: "LOCAL_SANDBOX",
      organization_name: "Local sandbox",
      email: "local@localhost",
    },
    apiKey: newKey(),
    signingKey: newKey(),
    projects: [],
    incomingWebhooks: [],
    outgoingWebhooks: [],
    topics: [],
    chat: [],
    logs: [],
    account: {
      customer: [],
      projects: [],
      personas: [],
      actors: [],
      connectors: [
        {
          integrationIdn: "sandbox",
          connectorIdn: "convo_agent_sandbox",
          title: "Sandbox",
          ...running,
        },
        { integrationIdn: "api", connectorIdn: "webhook", title: "API Integration", ...running },
      ],
      memory: [],
      acts: [],
      timers: [],
    },
  };
}
