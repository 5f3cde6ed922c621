/** Wherever the optimiser has put the parts of functions that wait, a line of the log leads to their TypeScript. */
import { expect, it } from "vitest";
import { locateLine, readStepLine } from "../../scripts/artifact/locate.ts";
import { builtModule } from "./built-module.ts";

it("every part of the module is found by its label", () => {
  const { tree, manifest } = builtModule();
  const labels = [...tree].flatMap(([path, text]) => {
    const flow = /\/flows\/(\w+)\/skills\/\w+\.nsl$/u.exec(path)?.[1];
    return flow === undefined
      ? []
      : [...text.matchAll(/"at": "(_\w+)@[0-9a-f]{8}"/gu)].map(([, label = ""]) => ({ flow, label }));
  });
  expect(labels.length).toBeGreaterThan(100);
  for (const { flow, label } of labels) {
    const [place] = readStepLine(`altegio step: operation=1 flow=${flow} at=${label} status=200`);
    const found = place === undefined ? null : locateLine(manifest, place);
    expect(found, `${flow} ${label}`).toMatchObject({
      ok: true,
      file: expect.stringMatching(/^(?:skills|scripts)\//u) as string,
    });
  }
});
