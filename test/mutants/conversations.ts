/** Every conversation in Node alone, for runs that need many of them soon (`npm run mutants`). */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  openTheatre,
  readConversations,
  runConversation,
  type Theatre,
} from "../../scripts/sandbox/conversations/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { triedModule } from "../conversations/tried-module.ts";

const folder = fileURLToPath(new URL("../conversations", import.meta.url));

describe("a conversation", () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime: "node" });
  });
  afterAll(() => theatre.close());

  test.each(
    readConversations(folder, triedModule.simulator.words).map(
      ({ file, script }) => [script.name, file, script] as const,
    ),
  )("%s (%s)", async (_name, _file, script) => {
    expect((await runConversation(script, theatre)).faults).toEqual([]);
  });
});
