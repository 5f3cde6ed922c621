/** What the optimiser has reached stays reached. A figure that falls is written down here; one that rises is a regression. */
import { expect, test } from "vitest";
import { measureWeights, weightLines } from "../../../scripts/simulator/bench/weights.ts";
import { builtModule } from "../../assemble/built-module.ts";

/** The most each figure may be: what was reached, and a little room for what the module learns. */
const most: Readonly<Record<string, number>> = {
  skills: 300,
  "bytes of NSL": 1_840_000,
  "bytes of the zip": 500_000,
  "calls: publish": 96,
  "calls: availability": 30,
  "calls: booking": 60,
  "calls: move": 60,
  "calls: look-up": 37,
  "calls: cancel": 57,
  "actions: publish": 311,
  "actions: availability": 38,
  "actions: booking": 91,
  "actions: move": 88,
  "actions: look-up": 59,
  "actions: cancel": 85,
};

test("nothing has become heavier than it was", async () => {
  const weights = await measureWeights(builtModule());
  expect(Object.keys(weights).sort()).toEqual(Object.keys(most).sort());
  for (const [name, figure] of Object.entries(weights)) {
    expect(figure, name).toBeGreaterThan(0);
    expect(figure, name).toBeLessThanOrEqual(most[name] ?? 0);
  }
  expect(weightLines(weights)).toHaveLength(Object.keys(weights).length + 1);
});
