/**
 * What the local Builder does where no source settles it, in one place (docs/platform.md, "What the local Builder guesses").
 * Each says what speaks for it. Paths and fields that both public clients use are no guesses and stand in the routes.
 */

/** Paths of the refresh below `/api/v1/auth/`: an example of a client's settings, its tests and the pages name one each; all are served. */
export const refreshPaths = ["token/refresh", "refresh", "refresh-token"] as const;

/** Seconds a refresh token is good for. Nothing speaks for it: clients exchange the key again instead. */
export const refreshLifetime = 86_400;

/** Path of the import. Notes of a client name it; none calls it. */
export const importPath = "/api/v2/designer/customer/import";

/**
 * The settings of an import in a request. The Builder's page has them, on by default (help 14121857), under
 * _Clear Agent Flows before importing_ and _Delete Agent Personas not included_; the names are made of those words.
 */
export const importSettings = {
  clearsFlows: "clear_agent_flows",
  deletesAgents: "delete_agent_personas_not_included",
} as const;

/**
 * The event after a publish, once nothing of the project is left to publish: a module whose flows are published one after
 * another is not started half. Production subscribes to it; how often it comes is not said. The hook may run twice.
 */
export const publishEvent = {
  idn: "project_publish_finish",
  integrationIdn: "system",
  connectorIdn: "project",
} as const;

/** The event after an import, in which all flows are published: production subscribes to it. */
export const importEvent = {
  idn: "import_finish",
  integrationIdn: "system",
  connectorIdn: "customer",
} as const;

/** `type` in the body of a refusal, by its status. Clients read `type`, and the statuses; the words are not known. */
export const refusalTypes = {
  unauthorized: "unauthorized",
  expired: "token_expired",
  notFound: "not_found",
  exists: "already_exists",
  invalid: "validation_error",
  internal: "internal_error",
} as const;

/** What a new flow runs on until it is set: exports of new flows have these. */
export const newFlow = {
  runner: "guidance",
  model: { model_idn: "gemini25_flash", provider_idn: "google" },
} as const;

/** `log_type` of lines, by what they tell. Clients filter by types; which there are, and the texts, are not known. */
export const logTypes = { stopped: "system", written: "operation", request: "call" } as const;

/** What every account offers to connect with. Names of connectors seen in production; an account may have more. */
export const integrations: Readonly<Record<string, string>> = {
  api: "API",
  http: "HTTP",
  newo_chat: "Newo chat",
  newo_voice: "Newo voice",
  sandbox: "Sandbox",
  system: "System",
};
