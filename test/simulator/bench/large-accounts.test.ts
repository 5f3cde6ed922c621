/** What an account with hundreds of services costs: calls, requests, and what is carried from one request to the next. */
import { beforeAll, expect, test } from "vitest";
import {
  accountLines,
  type LoadFigure,
  measureAccount,
} from "../../../scripts/simulator/bench/large-accounts.ts";
import { builtArtifact } from "../../assemble/built-module.ts";

const large = { services: 240, staff: 25 };

/** The most calls each operation may take. Lower a figure when it has been reached. */
const mostCalls: Readonly<Record<string, number>> = {
  import: 275,
  "publish after it": 80,
  publish: 299,
  "free times": 72,
  "free times, no catalogue": 325,
  "free times, old catalogue": 107,
};

let figures: readonly LoadFigure[] = [];
beforeAll(async () => {
  figures = await measureAccount(builtArtifact(), large, "nsl");
});

test("240 services and 25 members cost no more requests and calls than they must", () => {
  expect(figures.flatMap(({ errors }) => errors)).toEqual([]);
  // Of locations, the location, countries, staff, services, each member, the rights of the user; then two of them.
  expect(figures.map(({ operation, requests }) => [operation, requests])).toEqual([
    ["import", 31],
    ["publish after it", 2],
    ["publish", 31],
    ["free times", 1],
    ["free times, no catalogue", 30],
    ["free times, old catalogue", 3],
  ]);
  for (const { operation, calls, frame } of figures) {
    expect({ operation, isLight: calls <= (mostCalls[operation] ?? 0), calls }).toMatchObject({
      isLight: true,
    });
    expect(frame, operation).toBeLessThan(4096);
  }
  expect(accountLines(large, figures)).toHaveLength(figures.length + 1);
});

test("what is suspended holds the ids of the members, nothing else of the catalogue", async () => {
  const small = await measureAccount(builtArtifact(), { services: 12, staff: 5 }, "nsl");
  for (const [index, { operation, frame }] of figures.entries()) {
    expect(frame - (small[index]?.frame ?? 0), operation).toBeLessThan(2 * 20 * `"710000",`.length);
  }
});

test("both runtimes do the same for them, action by action", async () => {
  const inNode = await measureAccount(builtArtifact(), large, "node");
  expect(inNode.map(({ log }) => log)).toEqual(figures.map(({ log }) => log));
});
