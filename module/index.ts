/** The module: everything the build puts into the artifact. */
import { attributes } from "../attributes/index.ts";
import type { ModuleDefinition } from "#sdk";
import { appointmentsFlow } from "./flows/appointments-flow.ts";
import { availabilityFlow } from "./flows/availability-flow.ts";
import { bookingFlow } from "./flows/booking-flow.ts";
import { setupFlow } from "./flows/setup-flow.ts";
import { tools } from "../scenarios/tools.ts";

/** How accounts follow from release to release; the check of released names reads it. */
export { migrations } from "../skills/setup/migrations.ts";

/** The AltegioIntegration module. */
export const moduleDefinition: ModuleDefinition = {
  agent: {
    title: "Altegio",
    description: "Checks free times, books, moves, cancels and looks up appointments in Altegio.",
  },
  attributes,
  tools,
  flows: [setupFlow, availabilityFlow, bookingFlow, appointmentsFlow],
};
