/** Finds intents that want what the module's want: of two, the agent follows either. */
import { bookIntent } from "../../scenarios/conversations/book.ts";
import { cancelIntent } from "../../scenarios/conversations/cancel.ts";
import { checkIntent } from "../../scenarios/conversations/check.ts";
import { existingIntent } from "../../scenarios/conversations/existing.ts";
import { moveIntent } from "../../scenarios/conversations/move.ts";
import { intents } from "../../scenarios/index.ts";
import type { CanvasItem } from "./plan-items.ts";
import type { ScenarioItem } from "./scenario-items.ts";

/**
 * The line of the set-up status that names them; "" when there are none. Stock intents and most of the users' are in
 * English; what is in other words is not found.
 *
 * @param present the intents on the canvas
 * @param items the module's
 */
export function competingIntents(present: readonly CanvasItem[], items: readonly ScenarioItem[]): string {
  const pairs: string[] = [];
  for (const item of present) {
    if (!intents.some((intent) => intent.idn === item.idn)) {
      const byTitle = goalsOf(item.title);
      const goals = byTitle.length > 0 ? byTitle : goalsOf(item.body);
      const goal = goals.find((idn) => items.some((own) => own.idn === idn)) ?? "";
      const ours = intents.find((intent) => intent.idn === goal);
      if (ours !== undefined) {
        pairs.push(`${plainTitle(item.title)} wants what ${ours.title} wants`);
      }
    }
  }
  return pairs.length === 0
    ? ""
    : `Intents: ${pairs.join("; ")}. The agent may follow either: remove or narrow one of each pair on the Widgets page`;
}

/** `[L] Price` of `## **[L] Price**`. */
function plainTitle(title: string): string {
  return `"${title
    .replace(/[#*"\n]/gu, "")
    .trim()
    .slice(0, 60)}"`;
}

/** Idns of the module's intents that a text speaks of, the more special ones first. */
function goalsOf(text: string): readonly string[] {
  const words = text.toLowerCase();
  const goals: string[] = [];
  if (/\bcancel|\bcall(?:ing)? off/u.test(words)) {
    goals.push(cancelIntent.idn);
  }
  if (
    /reschedul|postpon|\b(?:mov|chang|modif)[a-z]*[^.\n]{0,40}(?:appointment|booking|reservation|visit)/u.test(
      words,
    )
  ) {
    goals.push(moveIntent.idn);
  }
  if (
    /\b(?:exist|upcoming|own|confirm|find|look)[a-z]*[^.\n]{0,30}(?:appointment|booking|reservation)/u.test(
      words,
    )
  ) {
    goals.push(existingIntent.idn);
  }
  if (/\bavailab|\b(?:free|open|opening)[a-z]* (?:time|slot)/u.test(words)) {
    goals.push(checkIntent.idn);
  }
  if (
    /\b(?:book|schedul|reserv|mak|request|arrang)[a-z]*[^.\n]{0,40}(?:appointment|visit|booking|reservation|session)|(?:appointment|booking|visit|reservation)s? (?:request|scheduling)|\bbook(?:ing)?\b/u.test(
      words,
    )
  ) {
    goals.push(bookIntent.idn);
  }
  return goals;
}
