import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  openTheatre,
  readConversations,
  runConversation,
  type Theatre,
} from "../../scripts/sandbox/conversations/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { triedModule } from "./tried-module.ts";

const conversations = readConversations(
  fileURLToPath(new URL(".", import.meta.url)),
  triedModule.simulator.words,
);

/** What each conversation did, by runtime and file. */
const logs = new Map<string, readonly string[]>();

const runtimes = [
  ["in Node", "node"],
  ["as built, in NSL", "nsl"],
] as const;

describe.each(runtimes)("a conversation %s", (where, runtime) => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime });
  });
  afterAll(() => theatre.close());

  test.each(conversations.map(({ file, script }) => [script.name, file, script] as const))(
    "%s (%s)",
    async (_name, file, script) => {
      const report = await runConversation(script, theatre);
      expect(report.faults).toEqual([]);
      logs.set(`${where} ${file} ${script.name}`, report.actions);
    },
  );
});

test.each(conversations.map(({ file, script }) => [script.name, file] as const))(
  "%s (%s) does the same in both runtimes, action by action",
  (name, file) => {
    const [inNode, inNsl] = runtimes.map(([runtime]) => logs.get(`${runtime} ${file} ${name}`));
    // A conversation in which no tool fires does nothing; the others do.
    expect(inNode?.length ?? -1).toBeGreaterThanOrEqual(name.includes("is not there") ? 0 : 1);
    expect(inNsl).toEqual(inNode);
  },
);
