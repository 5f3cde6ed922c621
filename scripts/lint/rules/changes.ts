/** Rules about what changes something: never two at once, and never what was checked for something else. */
import type { ToolDefinition } from "../../sdk/definition.ts";
import type { CodePhrase } from "../../sdk/scenario-definition.ts";
import { catalogue } from "../catalogue.ts";
import type { Entry } from "../entries.ts";
import type { Report } from "../lint-scenarios.ts";

/** Checks that tools that change something exclude one another, and that a correction is checked. */
export function checkChanges(
  entries: readonly Entry[],
  phrases: readonly CodePhrase[],
  tools: readonly ToolDefinition[],
  report: Report,
): void {
  const changing = tools.filter(({ idn }) =>
    phrases.some(({ tool, needsConsent }) => needsConsent && tool === idn),
  );
  for (const { idn, conflictTag, conditions } of changing) {
    if (conflictTag !== changing[0]?.conflictTag) {
      report(catalogue.noSharedTag, { subject: "", name: idn });
    }
    const rulesOut = conditions.some(({ description }) =>
      description.includes("if the same message promises"),
    );
    if (changing.length > 1 && !rulesOut) {
      report(catalogue.rivalsAllowed, { subject: "", name: idn });
    }
  }
  const checking = entries
    .filter(({ kind, steps }) => kind === "procedure" && says(steps, phrases, false))
    .map(({ title }) => `follow the **${title}**`);
  for (const { subject, steps } of entries) {
    const isChecked = steps.some(({ text }) => follows(text, checking));
    if (isChecked && says(steps, phrases, true) && !steps.some(({ text }) => isCorrection(text, checking))) {
      report(catalogue.noCheckAfterCorrection, { subject });
    }
  }
}

/** Some step promises something: what changes something, or what only looks. */
function says(steps: Entry["steps"], phrases: readonly CodePhrase[], needsConsent: boolean): boolean {
  const own = phrases.filter((phrase) => phrase.needsConsent === needsConsent);
  return steps.some(({ text }) => own.some(({ phrase }) => text.includes(`"${phrase}`)));
}

function isCorrection(text: string, checking: readonly string[]): boolean {
  return text.startsWith("If the caller corrects") && follows(text, checking);
}

function follows(text: string, checking: readonly string[]): boolean {
  return checking.some((words) => text.toLowerCase().includes(words.toLowerCase()));
}
