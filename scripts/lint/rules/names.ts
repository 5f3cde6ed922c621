/** Rules about idns, titles and numbers. */
import { catalogue } from "../catalogue.ts";
import type { Entry } from "../entries.ts";
import type { Report } from "../lint-scenarios.ts";

/** Longest title (docs/platform.md, "YAML style"). */
const longestTitle = 69;

/** Checks every entry by itself and against the others. */
export function checkNames(entries: readonly Entry[], report: Report): void {
  const idns = new Set<string>();
  const titles = new Set<string>();
  const numbers = new Set<number>();
  for (const { kind, idn, title, subject, number } of entries) {
    if (idns.has(idn)) {
      report(catalogue.duplicateIdn, { subject });
    }
    if (!/^altegio_[a-z0-9_]+$/u.test(idn)) {
      report(catalogue.foreignIdn, { subject });
    }
    const fault = titleFault(title);
    if (fault !== "") {
      report(catalogue.badTitle, { subject, name: fault });
    }
    if (titles.has(`${kind} ${title}`)) {
      report(catalogue.duplicateTitle, { subject, name: title });
    }
    if (number !== null && (!Number.isInteger(number) || number < 1)) {
      report(catalogue.badNumber, { subject, name: "is no whole number above 0" });
    } else if (number !== null && numbers.has(number)) {
      report(catalogue.badNumber, { subject, name: "is that of another scenario" });
    }
    idns.add(idn);
    titles.add(`${kind} ${title}`);
    numbers.add(number ?? 0);
  }
}

function titleFault(title: string): string {
  if (title.trim() === "") {
    return "is empty";
  }
  if (title.length > longestTitle) {
    return `has ${title.length} characters`;
  }
  return /[*#"[\]{}\n]/u.test(title) ? "holds markup" : "";
}
