/**
 * Checks definitions before they are compiled and the model before it is laid out: shapes by schema, then the
 * references between parts. Everything wrong is collected; nothing is thrown for a mistake of the author.
 */
import type { ModuleDefinition } from "../sdk/definition.ts";
import { locatePath } from "./locate-path.ts";
import { compareProblems } from "./problem.ts";
import { checkAttributes } from "./rules/attribute-rules.ts";
import { checkFlowDefinitions, checkFlowModels } from "./rules/flow-rules.ts";
import { placed, RuleContext, type Placed } from "./rules/rule-context.ts";
import { checkTools } from "./rules/tool-rules.ts";
import { definitionSchema, modelSchema } from "./schemas.ts";
import type { SchemaCase } from "./schemas/schema-case.ts";
import { findShapeFaults, type ShapeFault, type ValuePath } from "./shape-faults.ts";
import type { SourceIndex } from "./source-index.ts";
import type { ModuleModel, Problem } from "./types.ts";

type ListName = "attributes" | "tools" | "flows";

/** Checks what `module/index.ts` hands to the build. Gives all problems, sorted; none when all is well. */
export function checkDefinitions(definition: ModuleDefinition, sources: SourceIndex): Problem[] {
  const plain = withHandlerNames(definition);
  const shape = checkShape(definitionSchema, plain, sources);
  const context = new RuleContext(plain, sources);
  const usable = <Name extends ListName>(name: Name): Placed<ModuleDefinition[Name][number]>[] =>
    shape.isUsable([name])
      ? placed<ModuleDefinition[Name][number]>(definition[name], [name], shape.isUsable)
      : [];
  checkAttributes(usable("attributes"), context);
  checkFlowDefinitions(usable("flows"), context);
  // Next to a misspelt attribute or event nothing can be called missing: one mistake would be reported twice.
  const surroundings = {
    attributes: shape.isFaultless("attributes") ? definition.attributes : null,
    eventIdns: shape.isFaultless("flows") ? systemEventsOf(definition) : null,
  };
  checkTools(usable("tools"), surroundings, context);
  return [...shape.problems, ...context.problems].sort(compareProblems);
}

/** Checks the complete model. Gives all problems, sorted; none when it can be laid out. */
export function checkModel(model: ModuleModel, sources: SourceIndex): Problem[] {
  const shape = checkShape(modelSchema, model, sources);
  const context = new RuleContext(model, sources);
  if (shape.isUsable(["attributes"])) {
    checkAttributes(placed(model.attributes, ["attributes"], shape.isUsable), context);
  }
  if (shape.isUsable(["flows"])) {
    checkFlowModels(placed(model.flows, ["flows"], shape.isUsable), context);
  }
  return [...shape.problems, ...context.problems].sort(compareProblems);
}

/**
 * A tool fires its event on connector `system` of integration `system`
 * (docs/platform.md, "What a tool's event brings").
 */
function systemEventsOf({ flows }: ModuleDefinition): ReadonlySet<string> {
  const events = flows.flatMap((flow) => flow.events);
  const fired = events.filter(
    ({ integration, connector }) => integration === "system" && connector === "system",
  );
  return new Set(fired.map(({ idn }) => idn));
}

interface ShapeReport {
  readonly problems: readonly Problem[];
  /** Whether the value at a path is whole enough for rules to read it. */
  readonly isUsable: (path: ValuePath) => boolean;
  /** Whether nothing at all is wrong in one of the module's lists. */
  readonly isFaultless: (list: string) => boolean;
}

function checkShape(schema: SchemaCase, root: unknown, sources: SourceIndex): ShapeReport {
  const faults = findShapeFaults(schema, root);
  const broken = faults.filter(({ structural }) => structural);
  const isRootBroken = broken.some(({ path }) => path.length === 0);
  return {
    problems: faults.map((fault) => describe(fault, root, sources)),
    isFaultless: (list) => !isRootBroken && faults.every(({ path }) => path[0] !== list),
    isUsable: (path) => !isRootBroken && !broken.some((fault) => breaks(fault.path, path)),
  };
}

/**
 * A fault breaks the value it is in. A list (`["flows"]`) is broken only by a fault of the list itself: one bad
 * element must not silence the checks of the others.
 */
function breaks(fault: ValuePath, path: ValuePath): boolean {
  const isInside = path.every((step, at) => fault[at] === step);
  return path.length === 1 ? isInside && fault.length === 1 : isInside;
}

function describe(fault: ShapeFault, root: unknown, sources: SourceIndex): Problem {
  const point = fault.name === "unknownProperty" ? "name" : "value";
  const { subject, property, span } = locatePath(root, fault.path, sources, point);
  return fault.describe(subject, property, span);
}

/** The definition with every handler replaced by its name, which is what the build knows it by. */
function withHandlerNames(definition: ModuleDefinition): unknown {
  return replaceFunctions(definition);
}

function replaceFunctions(value: unknown): unknown {
  if (typeof value === "function") {
    return value.name;
  }
  if (Array.isArray(value)) {
    return value.map(replaceFunctions);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replaceFunctions(member)]))
    : value;
}
