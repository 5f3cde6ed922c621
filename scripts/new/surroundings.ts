/** What there is in the project already. */
import type { ModuleDefinition } from "../sdk/definition.ts";
import type { ScenarioDefinitions } from "../sdk/scenario-definition.ts";
import { NewError } from "./new-error.ts";

/** The project that something new is written into. */
export interface Surroundings {
  /** What idns begin with. */
  readonly prefix: string;
  /** Folders of the sources, relative to the project. */
  readonly folders: Readonly<Record<"module" | "attributes" | "scenarios" | "skills", string>>;
  /** Folder of written conversations, relative to the project; "" for none. */
  readonly conversations: string;
  readonly definition: ModuleDefinition;
  /** null for a project without any. */
  readonly scenarios: ScenarioDefinitions | null;
  /** Public names of all releases: one that is gone must not come back as something else. */
  readonly released: readonly { readonly kind: string; readonly idn: string; readonly since: string }[];
}

/** What was planned. */
export interface Planned {
  /** Command that runs its first test, without the name of the program where that is the toolkit's own. */
  readonly test: { readonly runner: "vitest" | "conversation run"; readonly file: string };
}

/** The scenarios. @throws NewError when the project has none */
export function scenariosOf({ scenarios, folders }: Surroundings): ScenarioDefinitions {
  if (scenarios === null) {
    throw new NewError(
      `There is no ${folders.scenarios}/index.ts, which exports \`scenarioDefinitions\`. Write it first.`,
    );
  }
  return scenarios;
}

/** @throws NewError when the module has such an idn, or a release had it */
export function refuseKnown({ definition, scenarios, released }: Surroundings, idn: string): void {
  const { attributes, tools, flows } = definition;
  const items =
    scenarios === null ? [] : [scenarios.intents, scenarios.procedures, scenarios.scenarios].flat();
  const events = flows.flatMap((flow) => flow.events);
  if ([...attributes, ...tools, ...items, ...events, ...flows].some((one) => one.idn === idn)) {
    throw new NewError(`The module has ${idn} already. Choose another name.`);
  }
  const before = released.find((one) => one.idn === idn);
  if (before !== undefined) {
    throw new NewError(
      `The ${before.kind} ${idn} was released with ${before.since}, and accounts may still hold it. Choose another name.`,
    );
  }
}
