/** Decides, key by key, what becomes of the entries that stand in for core's own tools. */
import { replaceCoreTools } from "../../attributes/index.ts";
import { standIns } from "../../scenarios/stand-ins.ts";
import { isOn } from "../domain/settings.ts";
import { valueOf } from "./declare-attributes.ts";
import type { SettingValue } from "./declare-attributes.ts";
import { plainJson } from "./json-text.ts";
import type { JsonMember } from "./json-text.ts";
import type { ToolPlan } from "./plan-tools.ts";
import { toolJson } from "./tool-json.ts";
import type { KnownTool } from "./tools-state.ts";

/**
 * Keys of core's tools that are to be replaced: those of what the module serves itself, whether or not core has them on.
 * Without the user token nothing of the module's looks appointments up, and what core has for it stays.
 *
 * @param settings the switches, each with a value
 */
export function replacedTools(settings: readonly SettingValue[], hasUserToken: boolean): readonly string[] {
  return isOn(valueOf(settings, replaceCoreTools.idn))
    ? standIns
        .filter(
          (tool) => (hasUserToken || tool.requires.length === 0) && isOn(valueOf(settings, tool.enabledBy)),
        )
        .map((tool) => tool.idn)
    : [];
}

/**
 * What is there and not as the module writes or wrote it is the user's: it stays, whatever is switched. Everything else
 * comes and goes with the switches.
 *
 * @param members the entries of the attribute
 * @param replaced keys of core's tools that are to be replaced
 */
export function planStandIns(
  members: readonly JsonMember[],
  known: readonly KnownTool[],
  replaced: readonly string[],
): readonly ToolPlan[] {
  const plans: ToolPlan[] = [];
  for (const tool of standIns) {
    const idn = tool.idn;
    const wanted = toolJson(tool);
    const before = known.find((entry) => entry.idn === idn);
    const present = members.findLast((member) => member.key === idn);
    const current = present === undefined ? "" : plainJson(present.value);
    const isTheirs =
      current !== "" && current !== wanted && current !== (before === undefined ? "" : before.written);
    const isOurs = !isTheirs && replaced.includes(idn);
    plans.push({
      idn,
      value: isOurs ? wanted : "",
      untouched: isTheirs || current === (isOurs ? wanted : ""),
      edited: isTheirs,
      known: { idn, written: isOurs ? wanted : "", kept: "" },
    });
  }
  return plans;
}
