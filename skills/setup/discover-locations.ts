/** Step 3 of the publish hook: the locations of the application become the choices of the location attribute. */
import { locationId } from "../../attributes/index.ts";
import type { SkillContext } from "#sdk";
import { locationsPageSize, locationsRequest } from "../altegio/catalog-requests.ts";
import { lookUp } from "../altegio/look-up.ts";
import { readLocationChoices } from "../altegio/read-location.ts";
import type { LocationChoice } from "../altegio/read-location.ts";
import type { ProblemKind } from "../domain/problem.ts";
import { locationIdOf, readSetting } from "../domain/settings.ts";
import { reportText } from "../wording/problem-text.ts";
import { offerLocations } from "./declare-attributes.ts";

/** Enough for 20 000 locations; a list that never ends must not keep the hook running. */
const maxPages = 100;

interface FoundLocations {
  readonly problem: ProblemKind;
  /** The page that could not be loaded, 0 when all were. */
  readonly failedPage: number;
  readonly choices: readonly LocationChoice[];
}

/**
 * Loads all pages, offers the locations in the attribute, and chooses the only one when none is chosen. When
 * a page cannot be loaded, the choices that are offered already stay: a part of the list is no list.
 */
export async function discoverLocations(ctx: SkillContext, applicationId: string): Promise<string> {
  const found = await loadLocations(ctx, applicationId);
  if (found.problem !== "none") {
    const page = found.failedPage > 1 ? ` (page ${found.failedPage})` : "";
    return `Locations: not loaded${page}. ${locationsProblem(found.problem)}. The list of altegio_location_id stays as it is`;
  }
  const labels = found.choices.map((choice) => choice.label);
  const stored = readSetting(ctx, locationId.idn);
  const chosen = locationIdOf(stored);
  const isListed = found.choices.some((choice) => choice.id === chosen);
  // An enum whose value is none of its choices might be shown, and saved, as something else.
  const offered = chosen !== "" && !isListed ? [...labels, stored] : labels;
  offerLocations(ctx, offered);
  const only = found.choices[0];
  if (only === undefined) {
    return "Locations: the application is not connected to any location in Altegio: connect it there and publish again";
  }
  if (stored === "" && found.choices.length === 1) {
    ctx.setCustomerAttribute(locationId.idn, only.label);
    return `Locations: the only one was chosen, ${only.label}`;
  }
  if (chosen === "") {
    return `Locations: ${labels.length} found, choose one in altegio_location_id and publish again`;
  }
  return isListed
    ? `Locations: ${labels.length} found, one is chosen`
    : `Locations: ${labels.length} found, but the chosen one (${chosen}) is not among them. The choice was kept: check altegio_location_id`;
}

/** What a refusal means where the application is asked about, not a location. */
function locationsProblem(problem: ProblemKind): string {
  return problem === "rights" || problem === "not_found"
    ? "Altegio does not know this application, or it does not belong to the partner token: check altegio_application_id"
    : reportText(problem);
}

/**
 * The answer has no total count: a page that is not full, or brings nothing new, is the last
 * (docs/altegio-api.md, "Locations of an application").
 */
async function loadLocations(ctx: SkillContext, applicationId: string): Promise<FoundLocations> {
  let choices: readonly LocationChoice[] = [];
  for (let page = 1; page <= maxPages; page += 1) {
    const answer = await lookUp(ctx, locationsRequest(applicationId, page));
    if (!answer.ok) {
      return { problem: answer.problem, failedPage: page, choices: [] };
    }
    const rows = readLocationChoices(answer.data);
    const known = choices.map((choice) => choice.id);
    const ids = rows.map((row) => row.id);
    const fresh = rows.filter((row, index) => !known.includes(row.id) && ids.indexOf(row.id) === index);
    choices = [...choices, ...fresh];
    if (rows.length < locationsPageSize || fresh.length === 0) {
      break;
    }
  }
  return { problem: "none", failedPage: 0, choices };
}
