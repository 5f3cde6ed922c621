/** What the optimiser has reached stays reached. A figure that falls is written down here; one that rises is a regression. */
import { expect, test } from "vitest";
import { measureWeights, weightLines } from "../../../scripts/simulator/bench/weights.ts";
import { builtModule } from "../../assemble/built-module.ts";

/** The most each figure may be: what was reached, and a little room for what the module learns. */
const most: Readonly<Record<string, number>> = {
  skills: 320,
  "bytes of NSL": 1_450_000,
  "bytes of the zip": 460_000,
  "calls: publish": 250,
  "calls: availability": 125,
  "calls: booking": 258,
  "calls: move": 215,
  "calls: look-up": 84,
  "calls: cancel": 195,
  "actions: publish": 360,
  "actions: availability": 38,
  "actions: booking": 123,
  "actions: move": 109,
  "actions: look-up": 62,
  "actions: cancel": 108,
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
