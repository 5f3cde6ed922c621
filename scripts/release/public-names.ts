/** The names of a module that others hold on to: accounts store values under them, and users' edits refer to them. */
import type { ModuleDefinition } from "../sdk/definition.ts";
import type { ScenarioDefinitions } from "../sdk/scenario-definition.ts";
import { compareText } from "../model/problem.ts";

/** What kinds of names are public. */
export const publicKinds = ["attribute", "tool", "event", "scenario", "stored"] as const;

/** One of them. */
export type PublicKind = (typeof publicKinds)[number];

/** One public name. */
export interface PublicName {
  readonly kind: PublicKind;
  readonly idn: string;
  /** The form of what is stored under it: the type of an attribute's value, the shape of stored JSON; "" for the other kinds. */
  readonly form: string;
}

/**
 * All public names, by kind and idn, each once. Intents and procedures are items of the canvas as scenarios are.
 *
 * @param scenarios null for a project without any
 * @param shapes attribute -> the shape of the JSON kept under it, as `readStoredShapes` gives them
 */
export function publicNames(
  { attributes, tools, flows }: Pick<ModuleDefinition, "attributes" | "tools" | "flows">,
  scenarios: Pick<ScenarioDefinitions, "intents" | "procedures" | "scenarios"> | null,
  shapes: ReadonlyMap<string, string> = new Map(),
): PublicName[] {
  const items =
    scenarios === null ? [] : [scenarios.intents, scenarios.procedures, scenarios.scenarios].flat();
  const events = flows.flatMap((flow) => flow.events.map(({ idn }) => idn));
  return [
    ...attributes.map(({ idn, valueType }): PublicName => ({ kind: "attribute", idn, form: valueType })),
    ...named(
      "tool",
      tools.map(({ idn }) => idn),
    ),
    ...named("event", events),
    ...named(
      "scenario",
      items.map(({ idn }) => idn),
    ),
    ...[...shapes].map(([idn, form]): PublicName => ({ kind: "stored", idn, form })),
  ].sort(comparePublicNames);
}

/** Orders by kind, then by idn. */
export function comparePublicNames(left: PublicName, right: PublicName): number {
  return publicKinds.indexOf(left.kind) - publicKinds.indexOf(right.kind) || compareText(left.idn, right.idn);
}

function named(kind: PublicKind, idns: readonly string[]): PublicName[] {
  return [...new Set(idns)].map((idn) => ({ kind, idn, form: "" }));
}
