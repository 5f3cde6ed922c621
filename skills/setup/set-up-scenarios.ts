/** Step 6 of the publish hook: the agent has the default intents, procedures and scenarios. */
import { setupScenarios } from "../../attributes/index.ts";
import { canvasAttribute, instructionAttribute, prepareInstructions } from "#sdk";
import type { JsonValue, SkillContext } from "#sdk";
import { readSwitch } from "../domain/settings.ts";
import { readCanvasItems, readCanvasTypes, rewriteCanvas } from "./canvas.ts";
import { planBlock } from "./instruction-block.ts";
import { planItems } from "./plan-items.ts";
import type { ItemPlan } from "./plan-items.ts";
import { scenarioItems } from "./scenario-items.ts";
import type { ScenarioItem } from "./scenario-items.ts";
import { readScenariosState, writeScenariosState } from "./scenarios-state.ts";
import type { ScenariosState } from "./scenarios-state.ts";

/** What was done on the canvas or in the instruction. */
interface ScenariosStep {
  /** For the set-up status. */
  readonly line: string;
  /** The agent's instructions are to be built anew. */
  readonly changed: boolean;
}

/**
 * Brings the canvas up to date, or, while it is not one we know, a marked block of the additional
 * instruction. The agent's instructions are built anew only when something has changed.
 *
 * @param active idns of the registered tools and of what stands in for one; what is switched off is not spoken of
 * @param catalogChanged the texts that the scenarios refer to have changed
 */
export function setUpScenarios(
  ctx: SkillContext,
  active: readonly string[],
  catalogChanged: boolean,
): string {
  if (!readSwitch(ctx, setupScenarios)) {
    return "Scenarios: altegio_setup_scenarios is off, so none are added and those that exist stay as they are";
  }
  const state = readScenariosState(ctx);
  const items = scenarioItems(active);
  const canvas = ctx.getCustomerAttribute(canvasAttribute);
  const types = readCanvasTypes(canvas);
  const isEmpty = canvas.trim() === "";
  const step =
    types === null ? setUpInstruction(ctx, state, items, isEmpty) : setUpCanvas(ctx, state, items, types);
  if (step.changed || catalogChanged) {
    prepareInstructions(ctx);
  }
  return step.line;
}

/** The scenarios item by item, where the user sees and edits them. */
function setUpCanvas(
  ctx: SkillContext,
  state: ScenariosState,
  items: readonly ScenarioItem[],
  types: readonly JsonValue[],
): ScenariosStep {
  const plans = planItems(readCanvasItems(types), state.items, items);
  const changed = plans.some((plan) => plan.action !== "leave");
  if (changed) {
    const canvas = ctx.getCustomerAttribute(canvasAttribute);
    ctx.setCustomerAttribute(canvasAttribute, rewriteCanvas(canvas, types, plans));
  }
  const block = writeBlock(ctx, "", state.block);
  writeScenariosState(ctx, {
    items: plans
      .filter((plan) => plan.remembered)
      .map((plan) => ({
        idn: plan.idn,
        title: plan.title,
        body: plan.body,
        deleted: plan.because === "deleted",
      })),
    block: block.written,
  });
  const left =
    block.because === "edited" ? `; the edited block in ${instructionAttribute} stays as well` : "";
  return {
    line: `Scenarios: ${itemsReport(items.length, plans)} on the canvas${left}`,
    changed: changed || block.changed,
  };
}

/** The scenarios as one text, for want of a canvas. Those that were deleted on the canvas stay away. */
function setUpInstruction(
  ctx: SkillContext,
  state: ScenariosState,
  items: readonly ScenarioItem[],
  isEmpty: boolean,
): ScenariosStep {
  const deleted = state.items.filter((item) => item.deleted).map((item) => item.idn);
  const texts = items
    .filter((item) => !deleted.includes(item.idn))
    .map((item) => `${item.title}\n${item.body}`);
  const block = writeBlock(ctx, texts.length === 0 ? "" : `\n${texts.join("\n\n")}\n`, state.block);
  writeScenariosState(ctx, { items: state.items, block: block.written });
  const reason = isEmpty
    ? "there is no canvas"
    : `${canvasAttribute} does not hold a canvas of the known form and was left as it is`;
  const line =
    block.because !== ""
      ? `Scenarios: ${reason}; the block in ${instructionAttribute} was ${block.because} by you and stays so`
      : texts.length === 0
        ? "Scenarios: none, because every tool is switched off"
        : `Scenarios: ${texts.length} in ${instructionAttribute}, because ${reason}`;
  return { line, changed: block.changed };
}

interface WrittenBlock {
  readonly changed: boolean;
  readonly written: string;
  readonly because: "" | "edited" | "deleted";
}

function writeBlock(ctx: SkillContext, wanted: string, known: string): WrittenBlock {
  const stored = ctx.getCustomerAttribute(instructionAttribute);
  const block = planBlock(stored, wanted, known);
  const changed = block.text !== stored;
  if (changed) {
    ctx.setCustomerAttribute(instructionAttribute, block.text);
  }
  return { changed, written: block.written, because: block.because };
}

/** `16 defaults (2 added, 1 left as you edited it)`. */
function itemsReport(total: number, plans: readonly ItemPlan[]): string {
  const counts = [
    { count: plans.filter((plan) => plan.action === "add").length, text: "added" },
    { count: plans.filter((plan) => plan.action === "replace").length, text: "brought up to date" },
    { count: plans.filter((plan) => plan.action === "remove").length, text: "taken out" },
    { count: plans.filter((plan) => plan.because === "edited").length, text: "left as you edited them" },
    { count: plans.filter((plan) => plan.because === "deleted").length, text: "left deleted" },
  ];
  const facts = counts.filter((entry) => entry.count > 0).map((entry) => `${entry.count} ${entry.text}`);
  return `${total} defaults${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`;
}
