/** The orders the platform's files are written in (docs/platform.md, "Flow files" and "Attribute files"). */
import { compareText } from "../model/problem.ts";
import type { EventContent } from "./content/content.ts";

/** Skills: CamelCase, then `_prefixed`, then snake_case; ASCII order inside each group. */
export function compareSkills(left: { readonly idn: string }, right: { readonly idn: string }): number {
  return skillGroup(left.idn) - skillGroup(right.idn) || compareText(left.idn, right.idn);
}

/** Events: by idn, skill, integration, connector. */
export function compareEvents(left: EventContent, right: EventContent): number {
  const order = ["idn", "skill_idn", "integration_idn", "connector_idn"] as const;
  return order.reduce((found, field) => found || compareText(left[field] ?? "", right[field] ?? ""), 0);
}

/**
 * snake_case idns as a locale-aware comparison orders them, without asking the machine for a locale: `_` before
 * digits before letters.
 */
export function compareIdns(left: string, right: string): number {
  return compareText(left.replaceAll("_", " "), right.replaceAll("_", " "));
}

function skillGroup(idn: string): number {
  return idn.startsWith("_") ? 1 : /^[A-Z]/u.test(idn) ? 0 : 2;
}
