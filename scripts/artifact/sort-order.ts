/** The orders the platform's files are written in (docs/platform.md, "Flow files" and "Attribute files"). */
import { compareText } from "../model/problem.ts";
import type { CompiledSkill, FlowEvent } from "../model/types.ts";

/** Skills: CamelCase, then `_prefixed`, then snake_case; ASCII order inside each group. */
export function compareSkills(left: CompiledSkill, right: CompiledSkill): number {
  return skillGroup(left.idn) - skillGroup(right.idn) || compareText(left.idn, right.idn);
}

/** Events: by idn, skill, integration, connector. */
export function compareEvents(left: FlowEvent, right: FlowEvent): number {
  return (
    compareText(left.idn, right.idn) ||
    compareText(left.skillIdn, right.skillIdn) ||
    compareText(left.integrationIdn, right.integrationIdn) ||
    compareText(left.connectorIdn, right.connectorIdn)
  );
}

function skillGroup(idn: string): number {
  return idn.startsWith("_") ? 1 : /^[A-Z]/u.test(idn) ? 0 : 2;
}
