/** The tools: a promise of the agent makes each fire. */
import type { ToolDefinition } from "#sdk";
import { collectionEnabled } from "../attributes/index.ts";

/** Arranges the collection of a bike. */
export const collectBikeTool = {
  idn: "pedalo_collect_bike_tool",
  description: "Arranges when a repaired bike is collected. Call it when the agent promises to arrange it.",
  conditions: [
    {
      idn: "agentPromised",
      description:
        "True only if in its latest message the agent says that it is arranging the collection right now, for example: I'm arranging the collection now.",
    },
  ],
  useConversationHistory: false,
  conflictTag: "collection",
  enabledBy: collectionEnabled.idn,
  requires: [],
} as const satisfies ToolDefinition;

/** All of them; publishing registers those that are switched on. */
export const tools: readonly ToolDefinition[] = [collectBikeTool];
