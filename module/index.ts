/** The module: everything the build puts into the artifact. */
import { attributes } from "../attributes/index.ts";
import type { ModuleDefinition } from "./definition.ts";
import { availabilityFlow } from "./flows/availability-flow.ts";
import { bookingFlow } from "./flows/booking-flow.ts";
import { setupFlow } from "./flows/setup-flow.ts";
import { tools } from "./tools.ts";

/** The AltegioIntegration module. */
export const moduleDefinition: ModuleDefinition = {
  agent: {
    title: "Altegio",
    description: "Checks free times and books appointments in Altegio.",
  },
  attributes,
  tools,
  flows: [setupFlow, availabilityFlow, bookingFlow],
};
