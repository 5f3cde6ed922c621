/** Rules about the phrases that call the tools. */
import type { CodePhrase } from "../../sdk/scenario-definition.ts";
import { catalogue } from "../catalogue.ts";
import { isThere, toolSets, type Entry } from "../entries.ts";
import type { Report, Surroundings } from "../lint-scenarios.ts";

/** Checks that every tool can be called, only while it is registered, and only after a yes. */
export function checkPhrases(
  entries: readonly Entry[],
  phrases: readonly CodePhrase[],
  { tools, substitutes }: Surroundings,
  report: Report,
): void {
  const sets = toolSets(
    tools.map(({ idn }) => idn),
    substitutes,
  );
  for (const tool of tools) {
    const own = phrases.filter((phrase) => phrase.tool === tool.idn);
    const said = own.some(({ phrase }) => saying(entries, phrase).length > 0);
    if (!said) {
      report(catalogue.noPhrase, { subject: "no step", name: tool.idn });
    }
    for (const { phrase, needsConsent } of own) {
      if (!tool.conditions.some(({ description }) => description.includes(phrase))) {
        report(catalogue.phraseUnknownToTool, { subject: "", name: tool.idn });
      }
      for (const { entry, index } of saying(entries, phrase)) {
        const subject = `${entry.subject}, step ${index + 1}`;
        const needs = entry.steps[index]?.needs ?? [];
        if (sets.some((set) => isThere(entry.needs, set) && isThere(needs, set) && !set.has(tool.idn))) {
          report(catalogue.phraseWithoutTool, { subject, name: tool.idn });
        }
        if (needsConsent && !hasConsent(entry, index)) {
          report(catalogue.noConsent, { subject, name: tool.idn });
        }
      }
    }
  }
  for (const { tool } of phrases) {
    if (!tools.some(({ idn }) => idn === tool)) {
      report(catalogue.unknownTool, { subject: "a code-phrase", name: tool });
    }
  }
}

function saying(
  entries: readonly Entry[],
  phrase: string,
): readonly { readonly entry: Entry; readonly index: number }[] {
  return entries.flatMap((entry) =>
    entry.steps.flatMap(({ text }, index) => (text.includes(`"${phrase}`) ? [{ entry, index }] : [])),
  );
}

/** A step before reads everything back and asks; this one waits for the yes. */
function hasConsent({ steps }: Entry, index: number): boolean {
  const asked = steps.slice(0, index).some(({ text, needs }) => {
    return needs.length === 0 && /^CRITICAL STEP: Read back .*\?"$/u.test(text);
  });
  return asked && (steps[index]?.text ?? "").startsWith("CRITICAL STEP: Only after a clear yes");
}
