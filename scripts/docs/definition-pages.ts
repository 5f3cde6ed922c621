/** The pages on attributes, tools and scenarios, made of a project's definitions. */
import { loadDefinitions } from "../assemble/index.ts";
import type { Project } from "../project/index.ts";
import type { AttributeDefinition, ModuleDefinition } from "../sdk/definition.ts";
import type { ScenarioDefinitions, ScenarioStep } from "../sdk/scenario-definition.ts";
import { renderTemplate } from "./render-template.ts";
import { cell } from "./with-parts.ts";

/** The pages, relative to the project, with their templates. */
export const definitionPages = {
  attributes: { page: "docs/attributes.md", template: "attributes.hbs" },
  tools: { page: "docs/tools.md", template: "tools.hbs" },
  scenarios: { page: "docs/scenarios.md", template: "scenarios.hbs" },
} as const;

/** What a project defines. */
export interface Definitions {
  readonly module: ModuleDefinition;
  readonly scenarios: ScenarioDefinitions;
}

/**
 * Runs the definitions of a project.
 *
 * @throws Error when they do not run or are not in order
 */
export async function definitionsOf(project: Project): Promise<Definitions> {
  const { definition, scenarios, problems } = await loadDefinitions(project);
  const [problem] = problems;
  if (definition === null || scenarios === null) {
    throw new Error(problem?.message ?? "The project defines no scenarios.");
  }
  return { module: definition, scenarios };
}

/** The pages by their names, as Markdown. */
export async function renderDefinitionPages(
  root: string,
  definitions: Definitions,
): Promise<Map<string, string>> {
  const values = {
    attributes: attributeValues(definitions),
    tools: { tools: toolValues(definitions) },
    scenarios: scenarioValues(definitions),
  };
  const rendered = Object.entries(definitionPages).map(async ([name, { page, template }]) => {
    const text = await renderTemplate(root, template, page, values[name as keyof typeof values]);
    return [page, text] as const;
  });
  return new Map(await Promise.all(rendered));
}

/** An attribute as a row of a table. */
export function attributeRow(attribute: AttributeDefinition): Record<string, string> {
  return {
    idn: attribute.idn,
    title: cell(attribute.title),
    description: cell(attribute.description),
    type: attribute.valueType,
    fallback: attribute.defaultValue === "" ? "none" : `\`${attribute.defaultValue}\``,
    required: attribute.required ? "yes" : "no",
    secret: attribute.secret ? "yes" : "no",
  };
}

function attributeValues({ module: { attributes } }: Definitions): object {
  const ownedBy = (owner: AttributeDefinition["owner"]) =>
    attributes.filter((attribute) => attribute.owner === owner).map(attributeRow);
  return { user: ownedBy("user"), module: ownedBy("module") };
}

function toolValues({ module, scenarios }: Definitions): object[] {
  return module.tools.map((tool) => {
    const phrase = scenarios.phrases.find((entry) => entry.tool === tool.idn);
    const event = module.flows.find((flow) => flow.events.some(({ idn }) => idn === tool.idn));
    const handler = event?.events.find(({ idn }) => idn === tool.idn)?.handler.name ?? "";
    return {
      ...tool,
      phrase: phrase?.phrase ?? "",
      consent: phrase?.needsConsent === true,
      requires: tool.requires.map((idn) => `\`${idn}\``).join(", "),
      flow: event?.idn ?? "",
      handler,
    };
  });
}

function scenarioValues({
  scenarios: { intents, procedures, scenarios, substitutes = [] },
}: Definitions): object {
  return {
    intents: intents.map((intent) => ({ ...intent, needs: needsText(intent.needs) })),
    procedures: procedures.map((entry) => ({
      ...entry,
      needs: needsText(entry.needs),
      steps: entry.steps.map(stepValue),
    })),
    scenarios: scenarios.map((entry) => ({
      ...entry,
      needs: needsText(entry.needs),
      steps: entry.steps.map(stepValue),
    })),
    substitutes: substitutes.map(({ idn, insteadOf, uses }) => ({
      idn,
      insteadOf,
      uses: uses.map((used) => `\`${used}\``).join(" and "),
    })),
  };
}

function stepValue({ text, needs }: ScenarioStep): object {
  return { text: text.replaceAll("\n", " "), needs: needsText(needs) };
}

/** `` `a` or `b` ``; "" where nothing is needed. */
function needsText(needs: readonly string[]): string {
  return needs.map((idn) => `\`${idn}\``).join(" or ");
}
