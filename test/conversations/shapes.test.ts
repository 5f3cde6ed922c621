/** The module on a platform that gives and takes values in other forms than the likeliest. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { httpResultArguments, schemaForm } from "#sdk";
import {
  openTheatre,
  readConversations,
  runConversation,
  type Theatre,
} from "../../scripts/sandbox/conversations/index.ts";
import { platformShapes, resultShapes } from "../../scripts/sandbox/platform/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { triedModule } from "./tried-module.ts";

/** A caller's own number, a number that is no proof, a wish the model fills in, and a request of each kind. */
const played = /^(?:phones-the-number-the-caller|existing-appointments-a-stranger|set-up-guide-[1-5])/u;

const conversations = readConversations(
  fileURLToPath(new URL(".", import.meta.url)),
  triedModule.simulator.words,
).filter(({ file }) => played.test(file));

/** Each form of a result, and beside it, by turns, one of the platform's other forms. */
const platforms = platformShapes(schemaForm);
const shapes = resultShapes(httpResultArguments).map((resultShape, index) => ({
  resultShape,
  platformShape: platforms[index % platforms.length] ?? {},
}));
const named = shapes.map((shape) => [JSON.stringify(shape).replaceAll('"', ""), shape] as const);

test("every form is played, in conversations of every kind", () => {
  expect(new Set(shapes.map(({ platformShape }) => platformShape)).size).toBe(platforms.length);
  expect(conversations.length).toBeGreaterThanOrEqual(7);
});

describe.each([
  ["in Node", "node"],
  ["in NSL", "nsl"],
] as const)("conversations %s", (_where, runtime) => {
  describe.each(named)("with %s", (_name, platform) => {
    let theatre: Theatre;
    beforeAll(async () => {
      theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime, platform });
    });
    afterAll(() => theatre.close());

    test("go as they are written", async () => {
      for (const { script } of conversations) {
        const { faults } = await runConversation(script, theatre);
        expect([script.name, ...faults]).toEqual([script.name]);
      }
    });
  });
});
