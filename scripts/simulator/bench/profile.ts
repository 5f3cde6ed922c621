/** How often the calls of the skills are made when the module is tried out: what the optimiser goes by. */
import { moduleDefinition } from "../../../module/index.ts";
import * as runtime from "../../../module/runtime.ts";
import { type CallProfile, countedSite } from "../../compiler/index.ts";
import type { ArtifactTree } from "../../model/types.ts";
import { type FoundScript, openTheatre, runConversation } from "../../sandbox/conversations/index.ts";
import type { TraceEntry } from "../../sandbox/platform/index.ts";
import { simulator } from "../conversations/salon-service.ts";
import { playRequests, setting } from "./weights.ts";

/** A call of one of the measured requests counts as so many: together they weigh about as much as all conversations. */
const REQUEST = 75;

/**
 * Plays the requests that are weighed, then conversations, and counts. Prints nothing.
 *
 * @param artifact a build with `isCounted`
 */
export async function measureProfile(
  artifact: ArtifactTree,
  conversations: readonly FoundScript[],
): Promise<CallProfile> {
  const profile = new Map<string, Map<string, number>>();
  const theatre = await openTheatre({
    artifact,
    module: { definition: moduleDefinition, runtime },
    simulator,
  });
  try {
    const { sandbox, close } = await theatre.prepare(setting);
    await close();
    let from = sandbox.trace.entries.length;
    const count = (each: number): void => {
      addCounts(sandbox.trace.entries.slice(from), each, profile);
      from = sandbox.trace.entries.length;
    };
    await playRequests(theatre);
    count(REQUEST);
    for (const { script } of conversations) {
      await runConversation(script, theatre);
      count(1);
    }
    return profile;
  } finally {
    await theatre.close();
  }
}

function addCounts(
  entries: readonly TraceEntry[],
  each: number,
  profile: Map<string, Map<string, number>>,
): void {
  for (const entry of entries) {
    for (const [idn, calls] of entry.kind === "calls" ? Object.entries(entry.calls) : []) {
      const site = countedSite(idn);
      if (entry.kind === "calls" && site !== null) {
        const counts = profile.get(entry.flow) ?? new Map<string, number>();
        profile.set(entry.flow, counts.set(site, (counts.get(site) ?? 0) + calls * each));
      }
    }
  }
}
