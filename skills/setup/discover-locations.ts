/** Step 3 of the publish hook: the locations of the application become the choices of the location attribute. */
import { locationId } from "../../attributes/index.ts";
import type { SkillContext } from "../../module/sdk/index.ts";
import { locationsPageSize, locationsRequest } from "../altegio/catalog-requests.ts";
import type { ProblemKind } from "../altegio/problem-kind.ts";
import { readAnswer } from "../altegio/read-answer.ts";
import { readLocationChoices } from "../altegio/read-location.ts";
import type { LocationChoice } from "../altegio/read-location.ts";
import { reportText } from "../shared/problem-text.ts";
import { locationIdOf, readSetting } from "../shared/settings.ts";
import { declareAttribute } from "./declare-attributes.ts";

/** Enough for 20 000 locations; a list that never ends must not keep the hook running. */
const maxPages = 100;

interface FoundLocations {
  readonly problem: ProblemKind;
  readonly choices: readonly LocationChoice[];
}

/**
 * Loads all pages, offers the locations in the attribute, and chooses the only one when none is chosen.
 * When the list cannot be loaded, the choices that are offered already stay as they are.
 */
export async function discoverLocations(ctx: SkillContext, applicationId: string): Promise<string> {
  const found = await loadLocations(ctx, applicationId);
  if (found.problem !== "none") {
    return `Locations: not loaded. ${reportText(found.problem)}`;
  }
  const labels = found.choices.map((choice) => choice.label);
  declareAttribute(ctx, locationId, labels);
  const chosen = locationIdOf(readSetting(ctx, locationId.idn));
  const only = found.choices[0];
  if (only === undefined) {
    return "Locations: the application is not connected to any location in Altegio";
  }
  if (chosen === "" && found.choices.length === 1) {
    ctx.setCustomerAttribute(locationId.idn, only.label);
    return `Locations: the only one was chosen, ${only.label}`;
  }
  if (chosen === "") {
    return `Locations: ${labels.length} found, choose one in altegio_location_id and publish again`;
  }
  return found.choices.some((choice) => choice.id === chosen)
    ? `Locations: ${labels.length} found, one is chosen`
    : `Locations: ${labels.length} found, but the chosen one is not among them: check altegio_location_id`;
}

/** The answer has no total count: a page that is not full, or brings nothing new, is the last (section 2.1). */
async function loadLocations(ctx: SkillContext, applicationId: string): Promise<FoundLocations> {
  let choices: readonly LocationChoice[] = [];
  for (let page = 1; page <= maxPages; page += 1) {
    const result = await ctx.send(locationsRequest(applicationId, page));
    const answer = readAnswer(result);
    if (!answer.ok) {
      return { problem: answer.problem, choices: [] };
    }
    const rows = readLocationChoices(answer.data);
    const known = choices.map((choice) => choice.id);
    const fresh = rows.filter((row) => !known.includes(row.id));
    choices = [...choices, ...fresh];
    if (rows.length < locationsPageSize || fresh.length === 0) {
      break;
    }
  }
  return { problem: "none", choices };
}
