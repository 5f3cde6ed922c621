/** Numbers of scenarios: the module's keep clear of those that the user's scenarios have or speak of. */
import { scenarios } from "../../scenarios/index.ts";
import { toInteger } from "#sdk";
import type { CanvasItem } from "./plan-items.ts";

/** A number and the item that has it. */
export interface ScenarioNumber {
  /** "" for a text that is no item. */
  readonly idn: string;
  readonly number: number;
  /** It stands in a heading, and is not only spoken of. */
  readonly isHeading: boolean;
}

/**
 * The numbers of scenarios and steps, as people write them: `## **Scenario 3:** "Talk"`, `**Step 3.1:**`, `Szenario No. 3`,
 * `3. Scenario`. A heading begins with `#` or, at the beginning of its line, with the word.
 */
export function numbersIn(idn: string, text: string): readonly ScenarioNumber[] {
  const lines = `\n${text}`;
  const before =
    lines.match(
      /(?:#[^\n]*?)?[0-9]{1,9}[.):]{0,2}[ *_]{0,4}(?:(?:s[cz]|c)[e\u00e9]n[a\u00e1]ri|\u0441\u0446\u0435\u043d\u0430\u0440)/giu,
    ) ?? [];
  const behind =
    lines.match(
      /(?:#[^\n]*?|\n[^A-Za-z0-9\n]{0,20})?(?:(?:s[cz]|c)[e\u00e9]n[a\u00e1]ri[a-z]{0,4}|\u0441\u0446\u0435\u043d\u0430\u0440|step)[^A-Za-z0-9\n]{0,6}(?:n(?:o|r|umber)[^A-Za-z0-9\n]{0,3})?[0-9]{1,9}/giu,
    ) ?? [];
  return [...before, ...behind].map((found) => ({
    idn,
    number: toInteger((found.match(/[0-9]+(?=[^0-9]*$)/u) ?? [])[0] ?? "").value,
    isHeading: /^[#\n]/u.test(found),
  }));
}

/** The numbers that items have, in their titles and their steps, and those they speak of. */
export function numbersOf(items: readonly CanvasItem[]): readonly ScenarioNumber[] {
  return items.flatMap((item) => numbersIn(item.idn, `# ${item.title}\n${item.body}`));
}

/**
 * A number for each of the module's scenarios, there or not: the one it has, else its own; where somebody else has that,
 * the next after all of the module's that nobody has. Nothing of the module's refers to a scenario by number, so it may
 * change; where a text of somebody else's only speaks of a number, a scenario that has it keeps it, and none gets it.
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
      !isTheirs &&
      [...taken, ...current].some(
        (entry) => entry.number === wished && entry.idn !== idn && (entry.isHeading || now === undefined),
      );
    const free = isTaken ? firstFree(after, used) : wished;
    used.push(free);
    chosen.push({ idn, number: free, isHeading: true });
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
