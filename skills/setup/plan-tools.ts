/** Decides, tool by tool, what becomes of the module's entries among the agent's custom tools. */
import { standIns } from "../../scenarios/stand-ins.ts";
import { tools } from "../../scenarios/tools.ts";
import { plainJson } from "./json-text.ts";
import type { JsonMember } from "./json-text.ts";
import { toolJson } from "./tool-json.ts";
import type { KnownTool } from "./tools-state.ts";

/** What becomes of one entry. */
export interface ToolPlan {
  readonly idn: string;
  /** JSON the entry gets, "" to take it out or to leave it out. */
  readonly value: string;
  /** The entry stays exactly as it stands. */
  readonly untouched: boolean;
  /** It is there, but as the user wants it. */
  readonly edited: boolean;
  readonly known: KnownTool;
}

/**
 * Compares what is there with what was written last. An entry the user has changed is left alone while it is
 * switched on, and set aside while it is not. A tool the module no longer has is treated as switched off.
 *
 * @param members the entries of the attribute
 * @param active idns of the tools that are switched on
 */
export function planTools(
  members: readonly JsonMember[],
  known: readonly KnownTool[],
  active: readonly string[],
): readonly ToolPlan[] {
  const own = tools.map((tool) => tool.idn);
  const others = [...own, ...standIns.map((tool) => tool.idn)];
  const retired = known.map((entry) => entry.idn).filter((idn) => !others.includes(idn));
  const plans: ToolPlan[] = [];
  for (const idn of [...own, ...retired]) {
    const definition = tools.find((tool) => tool.idn === idn);
    const wanted = definition === undefined ? "" : toolJson(definition);
    const before = known.find((entry) => entry.idn === idn);
    const written = before === undefined ? "" : before.written;
    const kept = before === undefined ? "" : before.kept;
    // Of a key that stands there twice the last counts, as for whoever parses it.
    const present = members.findLast((member) => member.key === idn);
    const text = present === undefined ? "" : present.value;
    const current = text === "" ? "" : plainJson(text);
    const edited = current !== "" && current !== wanted && current !== written;
    if (active.includes(idn)) {
      const restored = current === "" && kept !== "";
      plans.push({
        idn,
        value: edited ? text : restored ? kept : wanted,
        untouched: edited || current === wanted,
        edited: edited || restored,
        known: { idn, written: wanted, kept: "" },
      });
    } else {
      plans.push({
        idn,
        value: "",
        untouched: current === "",
        edited: false,
        known: { idn, written: "", kept: edited ? text : kept },
      });
    }
  }
  return plans;
}
