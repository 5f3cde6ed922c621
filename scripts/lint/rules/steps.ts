/** Rules about steps: numbering, length, one action each, a beginning and a way out. */
import type { CodePhrase } from "../../sdk/scenario-definition.ts";
import { catalogue } from "../catalogue.ts";
import type { Entry } from "../entries.ts";
import type { Report } from "../lint-scenarios.ts";

/** Longest step and longest item: what a voice model still follows, and keeps for a whole call. */
const longestStep = 400;
const longestItem = 4500;

/** Checks the steps of every procedure and scenario. */
export function checkSteps(entries: readonly Entry[], phrases: readonly CodePhrase[], report: Report): void {
  for (const { kind, subject, start, steps } of entries) {
    if (!steps.some(({ needs }) => needs.length === 0)) {
      report(catalogue.noSteps, { subject });
    }
    const total = steps.reduce((sum, { text }) => sum + text.length, start.length);
    if (total > longestItem) {
      report(catalogue.tooLong, { subject, actual: total, most: longestItem });
    }
    for (const [index, { text }] of steps.entries()) {
      const place = { subject: `${subject}, step ${index + 1}` };
      if (text.length > longestStep) {
        report(catalogue.tooLong, { ...place, actual: text.length, most: longestStep });
      }
      const numbering = /^\s*(?:#+|\d+[.)]|\*\*)|\bstep \d+(?:\.\d+)?/iu.exec(text);
      if (numbering !== null) {
        report(catalogue.ownNumbering, { ...place, name: numbering[0] });
      }
      const actions = countActions(text, phrases);
      if (actions > 1) {
        report(catalogue.severalActions, { ...place, actual: actions, most: 1 });
      }
    }
    if (kind === "scenario") {
      checkFrame({ subject, start, steps }, report);
    }
    if (kind === "procedure" && !/^Invoked when [^[\]*#"\n]+$/u.test(start)) {
      report(catalogue.noInvocation, { subject });
    }
  }
}

/** Code-phrases, procedures, scenarios and questions given word for word. */
function countActions(text: string, phrases: readonly CodePhrase[]): number {
  const said = phrases.filter(({ phrase }) => text.includes(phrase)).length;
  const followed = text.match(/follow the \*\*/giu)?.length ?? 0;
  const started = text.match(/starts? the scenario/giu)?.length ?? 0;
  const asked = text.match(/"[^"]*\?"/gu)?.length ?? 0;
  return said + followed + started + asked;
}

/** A scenario says when it starts, and never leaves the caller without a next step. */
function checkFrame(
  { subject, start, steps }: Pick<Entry, "subject" | "start" | "steps">,
  report: Report,
): void {
  if (!/^Starts when [^[\]*#"\n]*Collects [^[\]*#"\n]*$/u.test(start)) {
    report(catalogue.noStart, { subject });
  }
  const last = steps.at(-1);
  if (last === undefined || last.needs.length > 0 || !/^If .*follow the \*\*/u.test(last.text)) {
    report(catalogue.noWayOut, { subject });
  }
}
