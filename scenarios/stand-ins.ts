/**
 * What stands in for core's own tools: entries of the same keys that never fire. Without them one sentence would call
 * core's tool and the module's, and give two results, one of them without Altegio (docs/platform.md, "Core's own tools").
 */
import { coreTools } from "#sdk";
import type { ToolDefinition } from "#sdk";
import {
  availabilityEnabled,
  bookingEnabled,
  cancellationEnabled,
  existingAppointmentsEnabled,
} from "../attributes/index.ts";
import { standInNeverText, standInText } from "./texts.ts";
import {
  bookAppointmentTool,
  cancelAppointmentTool,
  checkAvailabilityTool,
  findAppointmentsTool,
} from "./tools.ts";

const never = [{ idn: "never", description: standInNeverText }] as const;

/** Core's tools, each with the switch of what takes its place. Core has none for moving. */
export const standIns: readonly ToolDefinition[] = [
  {
    idn: coreTools.check,
    description: standInText,
    conditions: never,
    useConversationHistory: false,
    conflictTag: checkAvailabilityTool.conflictTag,
    enabledBy: availabilityEnabled.idn,
    requires: [],
  },
  {
    idn: coreTools.book,
    description: standInText,
    conditions: never,
    useConversationHistory: false,
    conflictTag: bookAppointmentTool.conflictTag,
    enabledBy: bookingEnabled.idn,
    requires: [],
  },
  {
    idn: coreTools.cancel,
    description: standInText,
    conditions: never,
    useConversationHistory: false,
    conflictTag: cancelAppointmentTool.conflictTag,
    enabledBy: cancellationEnabled.idn,
    requires: [],
  },
  {
    idn: coreTools.find,
    description: standInText,
    conditions: never,
    useConversationHistory: false,
    conflictTag: findAppointmentsTool.conflictTag,
    enabledBy: existingAppointmentsEnabled.idn,
    requires: findAppointmentsTool.requires,
  },
];
