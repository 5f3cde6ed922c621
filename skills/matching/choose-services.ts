/** Finds the services a caller named in the catalogue. */
import { askWhichText } from "./ask-which.ts";
import { listedNames } from "./listed-names.ts";
import { matchAlternatives } from "./match-alternatives.ts";
import type { Named } from "./match-name.ts";

/** What a service is found by. */
export interface NamedService extends Named {
  readonly category: string;
}

/** The services' ids in the order they were named, or what to ask the caller (`question`, "" when nothing). */
export interface ServiceChoice {
  readonly question: string;
  /** It is asked because there is no service of that name. */
  readonly isUnknown: boolean;
  readonly ids: readonly string[];
}

/**
 * Asks back when a name fits several services or none, and when one is wanted twice; of services that nothing tells apart
 * it takes the first. A text that is no service is also read as a list, as in `pedicure and manicure`, and without the price and the length it was copied with.
 *
 * @param all the services of the location
 * @param wanted titles, ids or the caller's words
 */
export function chooseServices(all: readonly NamedService[], wanted: readonly string[]): ServiceChoice {
  const titles = all.map(({ id, name, label }) => ({ id, name, label }));
  const categories = all.map((service) => service.category);
  let ids: readonly string[] = [];
  for (const text of wanted) {
    const literal = matchAlternatives(text, titles, categories, "service");
    const said = literal.kind === "none" ? withoutFacts(text) : text;
    const whole = said === text ? literal : matchAlternatives(said, titles, categories, "service");
    const names = whole.kind === "none" ? listedNames(said) : [];
    let matches = [{ name: said, match: whole }];
    if (names.length > 1) {
      const each = names.map((name) => ({
        name,
        match: matchAlternatives(name, titles, categories, "service"),
      }));
      matches = each.some((item) => item.match.kind !== "none") ? each : matches;
    }
    for (const { name, match } of matches) {
      const service = all.find((item) => item.id === match.ids[0]);
      if (service === undefined || match.labels.some((label) => label !== match.labels[0])) {
        return { question: askWhichText(match, name, "service"), isUnknown: match.kind === "none", ids: [] };
      }
      if (ids.includes(service.id)) {
        return { question: twiceText(service.label), isUnknown: false, ids: [] };
      }
      ids = [...ids, service.id];
    }
  }
  return { question: "", isUnknown: false, ids };
}

/** A name without the price and the length that stand behind it in the list the agent reads. */
function withoutFacts(text: string): string {
  return text.replace(/ *\([^()]*[0-9][^()]*\)/gu, "");
}

function twiceText(name: string): string {
  return `${name} was asked for more than once, and one visit is for one person. Tell the caller that visits of several people are booked one after the other, and ask with whose to begin.`;
}
