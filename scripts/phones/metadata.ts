/** The numbering plans of all countries as libphonenumber-js keeps them: positions in lists, not names. */
import { createRequire } from "node:module";

/** A country's plan by position; 0 or "" stands for what it does not have. */
type PackedPlan = readonly unknown[];

interface PackedPlans {
  readonly countries: Readonly<Record<string, PackedPlan>>;
  /** Countries of a calling code, the main one first. */
  readonly country_calling_codes: Readonly<Record<string, readonly string[]>>;
}

/** The plan of one calling code; several countries may share it. */
export interface CodePlan {
  /** Calling code, digits. */
  readonly code: string;
  /** Patterns of the numbers people have, without the code: fixed lines, mobiles and voice over IP. */
  readonly numbers: readonly string[];
  /** What is dialled before a number inside the main country: text, and pattern of what else is taken for it. */
  readonly prefix: string;
  readonly prefixPattern: string;
}

const at = { numbers: 2, prefix: 5, prefixPattern: 7, kinds: 11 } as const;

/** Kinds by their position: fixed line, mobile, voice over IP. Nobody is reached on the others. */
const kinds = [0, 1, 8];

/** The plans of all calling codes. */
export function codePlans(): readonly CodePlan[] {
  const packed = createRequire(import.meta.url)("libphonenumber-js/metadata.max.json") as PackedPlans;
  return Object.entries(packed.country_calling_codes).map(([code, names]) => {
    const plans = names.map((name) => packed.countries[name] ?? []);
    const main = plans[0] ?? [];
    return {
      code,
      numbers: plans.flatMap(patternsOf),
      prefix: textOf(main[at.prefix]),
      prefixPattern: textOf(main[at.prefixPattern]),
    };
  });
}

function patternsOf(plan: PackedPlan): readonly string[] {
  const byKind = Array.isArray(plan[at.kinds]) ? (plan[at.kinds] as readonly unknown[]) : [];
  const patterns = kinds
    .map((kind) => (Array.isArray(byKind[kind]) ? textOf((byKind[kind] as readonly unknown[])[0]) : ""))
    .filter((pattern) => pattern !== "");
  return patterns.length > 0 ? patterns : [textOf(plan[at.numbers])];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
