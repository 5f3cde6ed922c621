/** `new scenario`: an intent and its scenario, with a template where the project has those. */
import { dirname } from "node:path/posix";
import type { ScenarioDefinitions } from "../sdk/scenario-definition.ts";
import type { Drafts } from "./drafts.ts";
import { enterInList, enterInRecord, pathBetween } from "./enter.ts";
import { findLiteral } from "./find-literal.ts";
import type { PartName } from "./part-name.ts";
import { renderNew } from "./render-template.ts";
import { refuseKnown, scenariosOf, type Planned, type Surroundings } from "./surroundings.ts";

/** Plans both, and their first test. @throws NewError */
export function planScenario(drafts: Drafts, name: PartName, around: Surroundings): Planned {
  enterScenario(drafts, name, around, null);
  const file = `test/scenarios/${name.file}.test.ts`;
  const scenariosFile = pathBetween(file, `${around.folders.scenarios}/index.ts`);
  drafts.create(file, renderNew("scenario.test.ts", { ...name, prefix: around.prefix, scenariosFile }));
  return { test: { runner: "vitest", file } };
}

/**
 * Writes and enters both.
 *
 * @param tool what the scenario has the agent promise; it then has a procedure of its own for a way out, because those of
 * the project may not be there while only this tool is; null for a scenario without one
 * @throws NewError
 */
export function enterScenario(
  drafts: Drafts,
  name: PartName,
  around: Surroundings,
  tool: { readonly idn: string; readonly phrase: string } | null,
): void {
  const { prefix, folders } = around;
  const definitions = scenariosOf(around);
  ["intent", "scenario", "procedure"].forEach((kind) => {
    refuseKnown(around, `${prefix}${kind}_${name.snake}`);
  });
  const usual = tool === null ? wayOutOf(definitions) : null;
  const procedure = usual === null ? `Message about: ${name.title}` : "";
  const isTemplated = drafts.has(`${folders.scenarios}/values.ts`);
  const folder = drafts.has(`${folders.scenarios}/conversations`)
    ? `${folders.scenarios}/conversations`
    : folders.scenarios;
  const file = `${folder}/${name.file}.ts`;
  const titles = isTemplated
    ? findLiteral(drafts, `${folders.scenarios}/values.ts`, ["values", "scenarios"])
    : null;
  const texts = {
    start: `Starts when the caller wants this: ${name.words}. Collects nothing.`,
    steps: stepsOf(name, tool?.phrase ?? "", usual?.title ?? procedure),
  };
  drafts.create(
    file,
    renderNew("scenario.ts", {
      ...name,
      ...texts,
      prefix,
      procedure,
      number: Math.max(0, ...definitions.scenarios.map(({ number }) => number)) + 1,
      needs: JSON.stringify(tool === null ? (usual?.needs ?? []) : [tool.idn]),
      titles: titles === null ? null : { constant: titles.constant, file: pathBetween(file, titles.file) },
      titleText: titles === null ? JSON.stringify(name.title) : `${titles.constant}.${name.constant}`,
      texts: isTemplated ? pathBetween(file, `${folders.scenarios}/texts.ts`) : "",
    }),
  );
  if (titles !== null) {
    drafts.create(`${dirname(file)}/${name.file}.hbs`, renderNew("steps.hbs", { ...name, ...texts }));
    enterInRecord(drafts, titles, name.constant, JSON.stringify(name.title));
  }
  const index = `${folders.scenarios}/index.ts`;
  const lists = {
    intents: "Intent",
    scenarios: "Scenario",
    ...(procedure === "" ? {} : { procedures: "Procedure" }),
  };
  for (const [list, suffix] of Object.entries(lists)) {
    const found = findLiteral(drafts, index, ["scenarioDefinitions", list]);
    enterInList(drafts, found, { constant: `${name.constant}${suffix}`, file });
  }
}

/** The procedure that most scenarios end with. */
function wayOutOf({
  procedures,
  scenarios,
}: ScenarioDefinitions): ScenarioDefinitions["procedures"][number] | null {
  const endings = scenarios.map(({ steps }) => steps.at(-1)?.text ?? "");
  const counted = procedures.map((procedure) => ({
    procedure,
    count: endings.filter((text) => text.includes(`follow the **${procedure.title}**`)).length,
  }));
  return counted.sort((left, right) => right.count - left.count)[0]?.procedure ?? null;
}

function stepsOf({ words }: PartName, phrase: string, procedure: string): string[] {
  return [
    `Ask what you need to know for this: ${words}.`,
    ...(phrase === ""
      ? [`Tell the caller what is known about this: ${words}. Invent nothing.`]
      : [
          `CRITICAL STEP: Say as a sentence of its own, in the caller's language: "${phrase}." Then wait; it is not done before the result says so.`,
          `Tell the caller the result of this: ${words}.`,
        ]),
    `If this cannot be done, follow the **${procedure}** procedure.`,
  ];
}
