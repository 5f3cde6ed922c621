/** What the templates may name: a value that is not here is an error of the build. */
import { servicesText, staffText } from "../attributes/index.ts";
import { bookPhrase, cancelPhrase, checkPhrase, findPhrase, movePhrase } from "./code-phrases.ts";
import { procedureTitles, scenarioTitles } from "./titles.ts";
import { moveByBooking, toolIdns } from "./tool-idns.ts";

/** The values by the names that templates use. */
export const values = {
  scenarios: scenarioTitles,
  procedures: procedureTitles,
  /** What a step needs: `{{#step tools.book}}`. */
  tools: { ...toolIdns, moveByBooking: moveByBooking.idn },
  phrases: {
    check: checkPhrase.phrase,
    book: bookPhrase.phrase,
    cancel: cancelPhrase.phrase,
    move: movePhrase.phrase,
    find: findPhrase.phrase,
  },
  /** Attributes that the platform puts in place of `[[...]]`. */
  lists: { services: servicesText.idn, staff: staffText.idn },
} as const;
