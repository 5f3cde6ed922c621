/** The module: everything the build puts into the artifact. */
import type { FlowDefinition, ModuleDefinition } from "#sdk";
import { apiKey, collectionEnabled, setUpPersona } from "../attributes/index.ts";
import { collectBike } from "../skills/collect-bike.ts";
import { setUp } from "../skills/set-up.ts";
import { collectBikeTool, tools } from "./tools.ts";

const workshopFlow: FlowDefinition = {
  idn: "WorkshopFlow",
  title: "Workshop",
  description: "Registers the tool at publish, and arranges collections.",
  events: [
    { idn: "project_publish_finish", integration: "system", connector: "project", handler: setUp },
    { idn: collectBikeTool.idn, integration: "system", connector: "system", handler: collectBike },
  ],
};

/** The PedaloIntegration module. */
export const moduleDefinition: ModuleDefinition = {
  agent: { title: "Pedalo", description: "Arranges the collection of repaired bikes." },
  attributes: [apiKey, collectionEnabled, setUpPersona],
  tools,
  flows: [workshopFlow],
};
