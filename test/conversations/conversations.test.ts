import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { moduleDefinition } from "../../module/index.ts";
import { buildModule } from "../../scripts/build/index.ts";
import type { ArtifactTree } from "../../scripts/model/types.ts";
import {
  nodeProgram,
  openTheatre,
  readConversations,
  runConversation,
  type Theatre,
} from "../../scripts/sandbox/conversations/index.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const conversations = readConversations(fileURLToPath(new URL(".", import.meta.url)));

let artifact: ArtifactTree;
beforeAll(async () => {
  const { build, problems } = await buildModule({ root });
  expect(problems).toEqual([]);
  artifact = build?.tree ?? new Map();
}, 60_000);

const runtimes = [
  ["in Node", nodeProgram(moduleDefinition)],
  ["as built, in NSL", "nsl"],
] as const;

describe.each(runtimes)("a conversation %s", (_, executor) => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre({ artifact, executor });
  }, 60_000);
  afterAll(() => theatre.close());

  test.each(conversations.map(({ file, script }) => [script.name, file, script] as const))(
    "%s (%s)",
    async (_name, _file, script) => {
      const report = await runConversation(script, theatre);
      expect(report.faults).toEqual([]);
    },
    60_000,
  );
});
