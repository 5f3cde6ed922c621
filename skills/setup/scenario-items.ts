/** The default conversation content as the platform shows it, without what is switched off. */
import { intents, procedures, scenarios } from "../../scenarios/index.ts";
import type { ScenarioNumber } from "./scenario-numbers.ts";

/** One item of the canvas. */
export interface ScenarioItem {
  readonly idn: string;
  readonly kind: "intent" | "procedure" | "scenario";
  /** With the platform's markup (docs/platform.md, "Intents and scenarios"). */
  readonly title: string;
  readonly body: string;
  readonly description: string;
}

/**
 * All items whose tools are registered, intents first.
 *
 * @param active idns of the registered tools, and of what stands in for one
 * @param numbers the numbers of the scenarios
 */
export function scenarioItems(
  active: readonly string[],
  numbers: readonly ScenarioNumber[],
): readonly ScenarioItem[] {
  const items: ScenarioItem[] = [];
  for (const intent of intents) {
    if (intent.needs.length === 0 || intent.needs.some((idn) => active.includes(idn))) {
      items.push({
        idn: intent.idn,
        kind: "intent",
        title: `## **[${intent.prefix}] ${intent.title}**`,
        body: `${intent.goal}\n\nConvoAgent starts the scenario: "${intent.scenario}"`,
        description: intent.description,
      });
    }
  }
  for (const procedure of procedures) {
    if (procedure.needs.length === 0 || procedure.needs.some((idn) => active.includes(idn))) {
      const steps = procedure.steps.filter(
        (step) => step.needs.length === 0 || step.needs.some((idn) => active.includes(idn)),
      );
      items.push({
        idn: procedure.idn,
        kind: "procedure",
        title: `## **${procedure.title}** procedure`,
        body: `${procedure.start}\n${steps.map((step, index) => `${index + 1}. ${step.text}`).join("\n")}`,
        description: procedure.description,
      });
    }
  }
  for (const scenario of scenarios) {
    if (scenario.needs.length === 0 || scenario.needs.some((idn) => active.includes(idn))) {
      const steps = scenario.steps.filter(
        (step) => step.needs.length === 0 || step.needs.some((idn) => active.includes(idn)),
      );
      const chosen = numbers.find((entry) => entry.idn === scenario.idn);
      const number = chosen === undefined ? scenario.number : chosen.number;
      items.push({
        idn: scenario.idn,
        kind: "scenario",
        title: `## **Scenario ${number}:** "${scenario.title}"`,
        body: `${scenario.start}\n${steps
          .map((step, index) => `### **Step ${number}.${index + 1}:** ${step.text}`)
          .join("\n")}`,
        description: scenario.description,
      });
    }
  }
  return items;
}
