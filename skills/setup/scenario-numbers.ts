/** Numbers of scenarios: the module's keep clear of those that the user's scenarios have. */
import { scenarios } from "../../scenarios/index.ts";
import { toInteger } from "#sdk";
import type { CanvasItem } from "./plan-items.ts";

/** A number and the item that has it. */
export interface ScenarioNumber {
  /** "" for a text that is no item. */
  readonly idn: string;
  readonly number: number;
}

/** The numbers in the headings of scenarios and steps: `## **Scenario 3:** "Talk"`, `### **Step 3.1:**`. */
export function numbersIn(idn: string, text: string): readonly ScenarioNumber[] {
  const headings = text.match(/#[# *]*(?:Scenario|Step) +[0-9]{1,9}/giu) ?? [];
  return headings.map((heading) => ({
    idn,
    number: toInteger((heading.match(/[0-9]+$/u) ?? [])[0] ?? "").value,
  }));
}

/** The numbers that items have, in their titles and their steps. */
export function numbersOf(items: readonly CanvasItem[]): readonly ScenarioNumber[] {
  return items.flatMap((item) => numbersIn(item.idn, `# ${item.title}\n${item.body}`));
}

/**
 * A number for each of the module's scenarios, there or not: the one it has, else its own; where somebody else has that,
 * the next after all of the module's that nobody has. Nothing refers to a scenario by number, so it may change.
 *
 * @param taken numbers that stand in the account, those of the module's untouched scenarios left out
 * @param current what the module's scenarios have now
 */
export function chooseNumbers(
  taken: readonly ScenarioNumber[],
  current: readonly ScenarioNumber[],
): readonly ScenarioNumber[] {
  const used = [...taken, ...current].map((entry) => entry.number);
  const after = Math.max(0, ...scenarios.map((scenario) => scenario.number)) + 1;
  const chosen: ScenarioNumber[] = [];
  for (const { idn, number } of scenarios) {
    const now = current.find((entry) => entry.idn === idn);
    const wished = now === undefined ? number : now.number;
    // One the user has edited stays as it is.
    const isTheirs = taken.some((entry) => entry.number === wished && entry.idn === idn);
    const isTaken =
      !isTheirs && [...taken, ...current].some((entry) => entry.number === wished && entry.idn !== idn);
    const free = isTaken ? firstFree(after, used) : wished;
    used.push(free);
    chosen.push({ idn, number: free });
  }
  return chosen;
}

/** The first number from one on that is not among those used. */
function firstFree(from: number, used: readonly number[]): number {
  for (let number = from; number < from + used.length; number += 1) {
    if (!used.includes(number)) {
      return number;
    }
  }
  return from + used.length;
}
