/** Plays on the built artifact, in Node and as NSL. */
import { openTheatre, type RuntimeName, type Theatre } from "../../scripts/sandbox/conversations/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { triedModule } from "../conversations/tried-module.ts";

/** Opens a theatre of each kind for as long as the work takes. */
export async function inBothRuntimes(
  work: (theatres: ReadonlyMap<RuntimeName, Theatre>) => Promise<void>,
): Promise<void> {
  const theatres = new Map<RuntimeName, Theatre>();
  try {
    for (const runtime of ["node", "nsl"] as const) {
      theatres.set(runtime, await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime }));
    }
    await work(theatres);
  } finally {
    for (const theatre of theatres.values()) {
      await theatre.close();
    }
  }
}
