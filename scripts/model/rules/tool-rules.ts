/** Rules about custom tools: their switch, their event, their conditions. */
import type { AttributeDefinition, ToolDefinition } from "../../sdk/definition.ts";
import { nearestName } from "../nearest-name.ts";
import { catalogue } from "../problem-catalogue.ts";
import { placed, repeated, type Placed, type RuleContext } from "./rule-context.ts";

/** What tools refer to. A null says that some are not known, so that nothing can be called missing. */
export interface ToolSurroundings {
  readonly attributes: readonly AttributeDefinition[] | null;
  readonly eventIdns: ReadonlySet<string> | null;
}

/** Checks a list of tools against the attributes and events around them. */
export function checkTools(
  list: readonly Placed<ToolDefinition>[],
  { attributes, eventIdns }: ToolSurroundings,
  context: RuleContext,
): void {
  for (const { value, path } of repeated(list, ({ idn }) => idn)) {
    context.report(catalogue.duplicateTool, [...path, "idn"], { owner: "module", idn: value.idn });
  }
  for (const { value, path } of list) {
    const owner = `tool "${value.idn}"`;
    for (const twice of repeated(
      placed(value.conditions, [...path, "conditions"], () => true),
      ({ idn }) => idn,
    )) {
      context.report(catalogue.duplicateCondition, [...twice.path, "idn"], { owner, idn: twice.value.idn });
    }
    if (attributes !== null) {
      checkSwitch({ value, path }, attributes, context);
    }
    if (eventIdns !== null && !eventIdns.has(value.idn)) {
      context.report(catalogue.toolWithoutEvent, [...path, "idn"], { owner, idn: value.idn });
    }
  }
}

function checkSwitch(
  { value, path }: Placed<ToolDefinition>,
  attributes: readonly AttributeDefinition[],
  context: RuleContext,
): void {
  const found = attributes.find(({ idn }) => idn === value.enabledBy);
  const at = [...path, "enabledBy"];
  const args = { owner: `tool "${value.idn}"`, idn: value.idn, attribute: value.enabledBy };
  if (found === undefined) {
    const switches = attributes.filter(({ valueType }) => valueType === "bool").map(({ idn }) => idn);
    context.report(catalogue.unknownSwitch, at, { ...args, nearest: nearestName(value.enabledBy, switches) });
  } else if (found.valueType !== "bool") {
    context.report(catalogue.switchNotBool, at, { ...args, valueType: found.valueType });
  }
}
