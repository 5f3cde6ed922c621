/** Step 6 of the publish hook: the agent has the default intents, procedures and scenarios. */
import { scenariosState, servicesText, setupScenarios, staffText } from "../../attributes/index.ts";
import { canvasAttribute, instructionAttribute, prepareInstructions } from "#sdk";
import type { JsonValue, SkillContext } from "#sdk";
import { instructionMarkers, withLists } from "../domain/instruction-lists.ts";
import { readSwitch } from "../domain/settings.ts";
import { columnOf, missingColumns, readCanvasItems, readCanvasTypes, readColumn } from "./canvas-columns.ts";
import { rewriteCanvas } from "./canvas.ts";
import { competingIntents } from "./competing-intents.ts";
import { planBlock } from "./instruction-block.ts";
import { withoutMadeColumns } from "./made-columns.ts";
import { planItems } from "./plan-items.ts";
import type { ItemPlan } from "./plan-items.ts";
import { numbersInUse } from "./numbers-in-use.ts";
import { scenarioItems } from "./scenario-items.ts";
import type { ScenarioItem } from "./scenario-items.ts";
import { readScenariosState, writeScenariosState } from "./scenarios-state.ts";
import type { ScenariosState } from "./scenarios-state.ts";

const noneLine = "Scenarios: none, because no tool is registered";

/** What was done on the canvas or in the instruction. */
interface ScenariosStep {
  /** For the set-up status. */
  readonly line: string;
  /** The agent's instructions are to be built anew. */
  readonly changed: boolean;
}

/** What the steps start from, read once. */
interface Before {
  readonly state: ScenariosState;
  /** The text of the state. */
  readonly remembered: string;
  /** The additional instruction, of which the block is a part. */
  readonly instruction: string;
}

/** A canvas of the known form. */
interface KnownCanvas {
  /** As it stands in the account. */
  readonly stored: string;
  /** Without columns that an earlier release made. */
  readonly canvas: string;
  readonly types: readonly JsonValue[];
}

/**
 * Brings the canvas up to date, or, for what it has no column, a marked block of the additional instruction. No column is
 * made. The agent's instructions are built anew only when something has changed.
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
  const remembered = ctx.getCustomerAttribute(scenariosState.idn);
  const state = readScenariosState(remembered);
  const stored = ctx.getCustomerAttribute(canvasAttribute);
  const instruction = ctx.getCustomerAttribute(instructionAttribute);
  const canvas = withoutMadeColumns(stored, state);
  const types = readCanvasTypes(canvas);
  const numbers = numbersInUse(canvas, types, instruction, state);
  const items = scenarioItems(active, numbers);
  const before = { state, remembered, instruction };
  const step =
    types === null
      ? setUpInstruction(ctx, before, items, canvas)
      : setUpCanvas(ctx, before, items, { stored, canvas, types });
  if (step.changed || catalogChanged) {
    prepareInstructions(ctx);
  }
  const intents = types === null ? [] : readColumn(types[columnOf(types, "intent")] ?? null);
  const competing = competingIntents(intents, items);
  // A line that begins with none has said why already.
  const left =
    active.length === 0 && !step.line.startsWith(noneLine)
      ? "; what needs a tool is left out, because the agent has none of the module's"
      : "";
  const line = `${step.line}${left}`;
  return competing === "" ? line : `${line}\n${competing}`;
}

/** The scenarios item by item, where the user sees and edits them; what is to be added without a column goes to the block. */
function setUpCanvas(
  ctx: SkillContext,
  before: Before,
  items: readonly ScenarioItem[],
  { stored, canvas, types }: KnownCanvas,
): ScenariosStep {
  const { state, remembered } = before;
  const plans = planItems(readCanvasItems(types), state.items, items);
  const missing = missingColumns(types);
  const deletedBefore = state.items.filter((item) => item.deleted).map((item) => item.idn);
  // What went with its column was not deleted by anybody who meant it.
  const elsewhere = plans.filter(
    (plan) =>
      missing.length > 0 &&
      (plan.action === "add" ||
        (plan.because === "deleted" && missing.includes(plan.kind) && !deletedBefore.includes(plan.idn))),
  );
  const idnsElsewhere = elsewhere.map((plan) => plan.idn);
  const here = plans.filter((plan) => !idnsElsewhere.includes(plan.idn));
  const isChanged = here.some((plan) => plan.action !== "leave");
  const written = isChanged ? rewriteCanvas(canvas, types, here) : canvas;
  const changed = written !== stored;
  if (changed) {
    ctx.setCustomerAttribute(canvasAttribute, written);
  }
  const block = writeBlock(ctx, blockOf(elsewhere), before);
  const known = here
    .filter((plan) => plan.remembered)
    .map((plan) => ({
      idn: plan.idn,
      title: plan.title,
      body: plan.body,
      deleted: plan.because === "deleted",
    }));
  writeScenariosState(ctx, { items: known, block: block.written, makesNoColumns: true }, remembered);
  const left =
    missing.length === 0 && block.because === "edited"
      ? `; the edited block in ${instructionAttribute} stays as well`
      : "";
  const onCanvas = `${itemsReport(items.length - elsewhere.length, here)} on the canvas${left}`;
  return {
    line:
      missing.length === 0
        ? `Scenarios: ${onCanvas}`
        : `${instructionLine(block, elsewhere.length, `the canvas has no column for ${missing.join(", ")} items, and none was made`)}; ${onCanvas}`,
    changed: changed || block.changed,
  };
}

/** The scenarios as one text, for want of a canvas. Those that were deleted on the canvas stay away. */
function setUpInstruction(
  ctx: SkillContext,
  before: Before,
  items: readonly ScenarioItem[],
  canvas: string,
): ScenariosStep {
  const { state, remembered } = before;
  const deleted = state.items.filter((item) => item.deleted).map((item) => item.idn);
  const wanted = items.filter((item) => !deleted.includes(item.idn));
  const block = writeBlock(ctx, blockOf(wanted), before);
  writeScenariosState(ctx, { ...state, block: block.written }, remembered);
  const reason =
    canvas.trim() === ""
      ? "there is no canvas"
      : `${canvasAttribute} does not hold a canvas of the known form and was left as it is`;
  return { line: instructionLine(block, wanted.length, reason), changed: block.changed };
}

/** What the status says of the block. */
function instructionLine(block: WrittenBlock, count: number, reason: string): string {
  return block.because !== ""
    ? `Scenarios: ${reason}; the block in ${instructionAttribute} was ${block.because} by you and stays so`
    : count === 0
      ? noneLine
      : `Scenarios: ${count} in ${instructionAttribute}, because ${reason}`;
}

/** The items as one text, with references to the lists. */
function blockOf(items: readonly Pick<ScenarioItem, "title" | "body">[]): string {
  return items.length === 0 ? "" : `\n${items.map((item) => `${item.title}\n${item.body}`).join("\n\n")}\n`;
}

interface WrittenBlock {
  readonly changed: boolean;
  /** With references to the lists. */
  readonly written: string;
  readonly because: "" | "edited" | "deleted";
}

/**
 * Writes the block with the lists filled in.
 *
 * @param wanted with references to the lists
 */
function writeBlock(ctx: SkillContext, wanted: string, { state, instruction: stored }: Before): WrittenBlock {
  const known = state.block;
  const services = ctx.getCustomerAttribute(servicesText.idn);
  const staff = ctx.getCustomerAttribute(staffText.idn);
  const filled = withLists(wanted, services, staff);
  // Earlier releases left the references in the text.
  const asReferences = `${instructionMarkers.begin}${known}${instructionMarkers.end}`;
  const before = known !== "" && stored.includes(asReferences) ? known : withLists(known, services, staff);
  const block = planBlock(stored, filled, before);
  const changed = block.text !== stored;
  if (changed) {
    ctx.setCustomerAttribute(instructionAttribute, block.text);
  }
  const written = block.written === filled ? wanted : known;
  return { changed, written: block.written === "" ? "" : written, because: block.because };
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
