/** What happens at publish, and the self-check. */
import { checkItself } from "../../skills/setup/check-itself.ts";
import { setUp } from "../../skills/setup/set-up.ts";
import type { FlowDefinition } from "#sdk";
import { setupFlowIdn } from "../constants.ts";

/**
 * Publish, import and update run the same hook (docs/platform.md, "Publish, import, update"); a webhook asks for the
 * self-check (docs/platform.md, "Self-checks").
 */
export const setupFlow: FlowDefinition = {
  idn: setupFlowIdn,
  title: "Setup",
  description:
    "Creates the connector, loads services and staff, registers the tools, adds the default scenarios.",
  events: [
    { idn: "project_publish_finish", integration: "system", connector: "project", handler: setUp },
    { idn: "import_finish", integration: "system", connector: "customer", handler: setUp },
    { idn: "project_import_finish", integration: "system", connector: "customer", handler: setUp },
    { idn: "start_update_event", integration: "api", connector: "environment", handler: setUp },
    { idn: "integration_test", integration: "api", connector: "webhook", handler: checkItself },
  ],
};
