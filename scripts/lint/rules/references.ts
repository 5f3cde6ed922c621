/** Rules about references to attributes, procedures, scenarios and tools. */
import { catalogue } from "../catalogue.ts";
import { isThere, toolSets, type Entry } from "../entries.ts";
import type { Report, Surroundings } from "../lint-scenarios.ts";

const patterns = [
  { kind: "procedure", pattern: /follow the \*\*([^*]+)\*\*/giu },
  { kind: "scenario", pattern: /starts? the scenario:? "([^"]+)"/giu },
] as const;

/** Checks that everything referred to exists, and is there whenever the reference is. */
export function checkReferences(
  entries: readonly Entry[],
  { tools, attributes, substitutes }: Surroundings,
  report: Report,
): void {
  const known = new Set([...tools, ...substitutes].map(({ idn }) => idn));
  const sets = toolSets(
    tools.map(({ idn }) => idn),
    substitutes,
  );
  const byIdn = new Map(attributes.map((attribute) => [attribute.idn, attribute]));
  for (const entry of entries) {
    for (const [index, step] of entry.steps.entries()) {
      const subject = entry.kind === "intent" ? entry.subject : `${entry.subject}, step ${index + 1}`;
      for (const idn of [...(index === 0 ? entry.needs : []), ...step.needs]) {
        if (!known.has(idn)) {
          report(catalogue.unknownTool, { subject, name: idn });
        }
      }
      for (const [, idn = ""] of step.text.matchAll(/\[\[([^\]]*)\]\]/gu)) {
        const attribute = byIdn.get(idn);
        if (attribute === undefined) {
          report(catalogue.unknownAttribute, { subject, name: idn });
        } else if (attribute.secret) {
          report(catalogue.secretAttribute, { subject, name: idn });
        }
      }
      for (const { kind, title } of referencesOf(step.text)) {
        const name = `the ${kind} "${title}"`;
        const target = entries.find((other) => other.kind === kind && other.title === title);
        if (target === undefined) {
          report(catalogue.unknownReference, { subject, name });
        } else if (
          sets.some(
            (set) => isThere(entry.needs, set) && isThere(step.needs, set) && !isThere(target.needs, set),
          )
        ) {
          report(catalogue.absentReference, { subject, name });
        }
      }
    }
  }
}

function referencesOf(text: string): readonly { readonly kind: Entry["kind"]; readonly title: string }[] {
  return patterns.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map(([, title = ""]) => ({ kind, title })),
  );
}
