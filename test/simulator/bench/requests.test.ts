import { expect, test } from "vitest";
import { measureRequests, requestLines } from "../../../scripts/simulator/bench/requests.ts";
import { builtArtifact } from "../../assemble/built-module.ts";

test("no action takes more requests than it must, or says what they are for", async () => {
  const figures = await measureRequests(builtArtifact());
  for (const { action, minimum, warm, cold, beyond } of figures) {
    expect({ action, extra: warm - minimum }).toEqual({ action, extra: beyond === "" ? 0 : 1 });
    expect(cold).toBeGreaterThanOrEqual(warm);
  }
  expect(requestLines(figures)).toHaveLength(figures.length + 1);
});
