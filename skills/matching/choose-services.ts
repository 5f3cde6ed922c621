/** Finds the services a caller named in the catalogue. */
import { askWhichText } from "./ask-which.ts";
import { listedNames } from "./listed-names.ts";
import { matchAlternatives } from "./match-alternatives.ts";
import type { Named, NameMatch } from "./match-name.ts";

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
    const whole = matchText(text, titles, categories);
    // A comma between price and length is none of the list's.
    const names = whole.match.kind === "none" ? listedNames(text.replace(/,(?=[^()]*[)])/gu, "")) : [];
    let matches = [whole];
    if (names.length > 1) {
      const each = names.map((name) => matchText(name, titles, categories));
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

/**
 * A match, and the name it is of: without the price and the length of the list the agent reads, where they are in the
 * way. A name may have a length of its own, as in `Massage (60 min) (80 €, 60 min)`, so that the last ones go first.
 */
function matchText(
  text: string,
  titles: readonly Named[],
  categories: readonly string[],
): { readonly name: string; readonly match: NameMatch } {
  let name = text;
  let match = matchAlternatives(text, titles, categories, "service");
  const withoutLast = text.replace(/ *\([^()]*[0-9][^()]*\)$/u, "");
  const withoutAll = text.replace(/ *\([^()]*[0-9][^()]*\)/gu, "");
  for (const bare of [withoutLast, withoutAll]) {
    if (match.kind === "none" && bare !== name) {
      name = bare;
      match = matchAlternatives(bare, titles, categories, "service");
    }
  }
  return { name, match };
}

function twiceText(name: string): string {
  return `${name} was asked for more than once, and one visit is for one person. Tell the caller that visits of several people are booked one after the other, and ask with whose to begin.`;
}
