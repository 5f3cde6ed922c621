/** Free times. */
import { checkAvailability } from "../../skills/availability/check-availability.ts";
import { coreEvents } from "#sdk";
import type { FlowDefinition } from "#sdk";
import { checkAvailabilityTool } from "../../scenarios/tools.ts";

/** The module's tool and core's event for it (docs/platform.md, "Core's events"). */
export const availabilityFlow: FlowDefinition = {
  idn: "AvailabilityFlow",
  title: "Availability",
  description: "Answers questions about free appointment times.",
  events: [
    {
      idn: checkAvailabilityTool.idn,
      integration: "system",
      connector: "system",
      handler: checkAvailability,
    },
    { idn: coreEvents.availability, integration: "system", connector: "system", handler: checkAvailability },
  ],
};
