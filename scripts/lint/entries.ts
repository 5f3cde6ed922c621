/** Intents, procedures and scenarios in one shape, and when each of them is there. */
import type { ScenarioDefinitions, ScenarioStep, Substitute } from "../sdk/scenario-definition.ts";

/** One definition. */
export interface Entry {
  readonly kind: "intent" | "procedure" | "scenario";
  readonly idn: string;
  readonly title: string;
  /** For messages: `scenario "sample_scenario_book"`. */
  readonly subject: string;
  readonly needs: readonly string[];
  /** Number of a scenario, null for the others. */
  readonly number: number | null;
  /** What stands before the steps; "" for an intent. */
  readonly start: string;
  readonly steps: readonly ScenarioStep[];
}

/** All definitions; an intent has one step, made of its goal and the scenario it starts. */
export function entriesOf({ intents, procedures, scenarios }: ScenarioDefinitions): readonly Entry[] {
  return [
    ...intents.map((intent): Entry => ({
      ...named("intent", intent),
      number: null,
      start: "",
      steps: [{ text: `${intent.goal} ConvoAgent starts the scenario: "${intent.scenario}"`, needs: [] }],
    })),
    ...procedures.map((procedure): Entry => ({
      ...named("procedure", procedure),
      number: null,
      start: procedure.start,
      steps: procedure.steps,
    })),
    ...scenarios.map((scenario): Entry => ({
      ...named("scenario", scenario),
      number: scenario.number,
      start: scenario.start,
      steps: scenario.steps,
    })),
  ];
}

function named(
  kind: Entry["kind"],
  { idn, title, needs }: Pick<Entry, "idn" | "title" | "needs">,
): Pick<Entry, "kind" | "idn" | "title" | "subject" | "needs"> {
  return { kind, idn, title, subject: `${kind} "${idn}"`, needs };
}

/** Is something with these `needs` there while exactly these tools are registered? */
export function isThere(needs: readonly string[], active: ReadonlySet<string>): boolean {
  return needs.length === 0 || needs.some((idn) => active.has(idn));
}

/** Every set of tools an account may have registered, and with each the substitutes that may be there. */
export function toolSets(
  idns: readonly string[],
  substitutes: readonly Substitute[] = [],
): readonly ReadonlySet<string>[] {
  return everyChoice(idns).flatMap((set) => {
    const possible = substitutes.filter(
      ({ insteadOf, uses }) => !set.has(insteadOf) && uses.every((idn) => set.has(idn)),
    );
    return everyChoice(possible.map(({ idn }) => idn)).map((chosen) => new Set([...set, ...chosen]));
  });
}

function everyChoice(idns: readonly string[]): readonly ReadonlySet<string>[] {
  return idns.reduce<readonly ReadonlySet<string>[]>(
    (sets, idn) => [...sets, ...sets.map((set) => new Set([...set, idn]))],
    [new Set()],
  );
}
