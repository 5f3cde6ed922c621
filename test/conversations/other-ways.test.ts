/**
 * Written conversations with the optimiser told otherwise: without any pass, without its profile. A fifth is played in each
 * of these ways, as in Node action by action; with `ALTEGIO_MODULE_ALL_FIXTURES=1` all are, and also without each pass.
 */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuildInput, buildModule } from "../../scripts/assemble/index.ts";
import { allPasses, passNames } from "../../scripts/compiler/optimise/index.ts";
import { openProject } from "../../scripts/project/index.ts";
import {
  openTheatre,
  readConversations,
  runConversation,
  type Theatre,
} from "../../scripts/sandbox/conversations/index.ts";
import { root } from "../assemble/built-module.ts";
import { triedModule } from "./tried-module.ts";

const all = process.env["ALTEGIO_MODULE_ALL_FIXTURES"] === "1";

const ways: readonly (readonly [string, Omit<BuildInput, "project">])[] = [
  ["without a pass", { withoutPasses: allPasses }],
  ["without the profile", { profile: null }],
  ...(all ? passNames : []).map(
    (name) => [`with all but ${name}`, { withoutPasses: new Set([name]) }] as const,
  ),
];

const conversations = readConversations(
  fileURLToPath(new URL(".", import.meta.url)),
  triedModule.simulator.words,
);

describe.each(ways.map(([way, options], index) => ({ way, options, index })))(
  "a conversation $way",
  ({ options, index }) => {
    const own = conversations.filter((_found, number) => all || number % 5 === index);
    let inNode: Theatre;
    let inNsl: Theatre;
    beforeAll(async () => {
      const { build, problems } = await buildModule({ project: openProject(root), ...options });
      if (build === null) {
        throw new Error(JSON.stringify(problems));
      }
      inNode = await openTheatre({ ...triedModule, artifact: build.tree, runtime: "node" });
      inNsl = await openTheatre({ ...triedModule, artifact: build.tree, runtime: "nsl" });
    });
    afterAll(async () => {
      await inNode.close();
      await inNsl.close();
    });

    test.each(own.map(({ file, script }) => [script.name, file, script] as const))(
      "%s (%s)",
      async (_name, _file, script) => {
        const report = await runConversation(script, inNsl);
        expect(report.faults).toEqual([]);
        expect(report.actions).toEqual((await runConversation(script, inNode)).actions);
      },
    );
  },
);
