/** Decides, item by item, what becomes of the default scenarios on the canvas. */
import type { ScenarioItem } from "./scenario-items.ts";
import type { KnownItem } from "./scenarios-state.ts";

/** An item as it stands on the canvas. */
export interface CanvasItem {
  readonly idn: string;
  readonly title: string;
  readonly body: string;
}

/** True when one of the others has the same idn, title and text. */
export function isOneOf(item: CanvasItem, others: readonly CanvasItem[]): boolean {
  return others.some(
    (other) => other.idn === item.idn && other.title === item.title && other.body === item.body,
  );
}

/** What becomes of one item of the module. */
export interface ItemPlan {
  readonly idn: string;
  readonly action: "leave" | "add" | "replace" | "remove";
  readonly kind: ScenarioItem["kind"];
  readonly title: string;
  readonly body: string;
  readonly description: string;
  /** Why it is left as it is: the user has edited or deleted it. */
  readonly because: "" | "edited" | "deleted";
  /** It is remembered as written. */
  readonly remembered: boolean;
}

/**
 * Never written: add. As it was written: bring up to date, or take out when it is not wanted any more.
 * Changed by the user: leave. Deleted by the user: leave deleted (docs/platform.md, "The user's edits").
 * What a text of the user's refers to stays, and keeps the title it is referred to by.
 *
 * @param wanted the items as they should be
 */
export function planItems(
  present: readonly CanvasItem[],
  known: readonly KnownItem[],
  wanted: readonly ScenarioItem[],
): readonly ItemPlan[] {
  const plans: ItemPlan[] = [];
  const others = present.filter((entry) => !isOneOf(entry, known) && !isOneOf(entry, wanted));
  const usersTexts = others.map((entry) => entry.body).join("\n");
  for (const latest of wanted) {
    const before = known.find((entry) => entry.idn === latest.idn);
    const isReferred = before !== undefined && usersTexts.includes(reference(before.title));
    const heading = latest.title.slice(0, latest.title.length - reference(latest.title).length);
    const item = isReferred ? { ...latest, title: `${heading}${reference(before.title)}` } : latest;
    const found = present.filter((entry) => entry.idn === item.idn);
    const upToDate = isOneOf(item, found);
    const asWritten = before !== undefined && isOneOf(before, found);
    // Two of a name: one is the user's, and nothing tells which.
    const untouched = found.length === 1 && (upToDate || asWritten);
    const deleted = found.length === 0 && before !== undefined;
    plans.push({
      ...item,
      action: found.length === 0 && !deleted ? "add" : untouched && !upToDate ? "replace" : "leave",
      because: deleted ? "deleted" : found.length > 0 && !untouched ? "edited" : "",
      remembered: true,
    });
  }
  for (const before of known) {
    if (!wanted.some((item) => item.idn === before.idn)) {
      const found = present.filter((entry) => entry.idn === before.idn);
      const untouched =
        found.length === 1 && isOneOf(before, found) && !usersTexts.includes(reference(before.title));
      plans.push({
        idn: before.idn,
        kind: "scenario",
        title: before.title,
        body: before.body,
        description: "",
        action: untouched ? "remove" : "leave",
        because: "",
        remembered: !untouched,
      });
    }
  }
  return plans;
}

/** How other texts refer to an item: `"Book an appointment"`, `**Choosing the Service** procedure`. */
function reference(title: string): string {
  return title.replace(/^## (?:[*]{2}Scenario [0-9]+:[*]{2} )?/u, "");
}
