/** The page `docs/diagnostics.md`: the compiler's catalogue with its fixtures, and those of everything else that is checked. */
import { buildCatalogue } from "../assemble/problem-catalogue.ts";
import { renderCatalogue } from "../compiler/diagnostics/render-catalogue.ts";
import { scenarioCatalogue } from "../lint/index.ts";
import type { ProblemKind } from "../model/problem.ts";
import { catalogue as modelCatalogue } from "../model/problem-catalogue.ts";
import { probeCatalogue } from "../probe/index.ts";
import { releaseCatalogue } from "../release/index.ts";
import { renderTemplate } from "./render-template.ts";

/** The page, relative to the project. */
export const diagnosticsPage = "docs/diagnostics.md";

const groups = [
  ["Definitions", "What `module.yaml`, `attributes/`, `module/` and the tools define.", modelCatalogue],
  ["The build", "Handlers that are not found, and sources that do not run.", buildCatalogue],
  ["Scenarios", "What the verbs `lint` and `check` find in the texts of the agent.", scenarioCatalogue],
  ["Releases", "What `check` finds of names that accounts hold, and of the version.", releaseCatalogue],
  ["Probes", "What `check --probe` finds in the report of a live account.", probeCatalogue],
] as const;

/** The page as Markdown. `root` is the project's folder. */
export async function renderDiagnostics(root: string): Promise<string> {
  return renderTemplate(root, "diagnostics.hbs", diagnosticsPage, {
    compiler: await renderCatalogue(root),
    groups: groups.map(([title, about, catalogue]) => ({
      title,
      about,
      entries: Object.values(catalogue as Readonly<Record<string, ProblemKind<never>>>)
        .map((kind) => ({
          code: kind.code,
          name: kind.name,
          message: kind.message(details),
          advice: kind.advice(details),
        }))
        .sort((left, right) => (left.code < right.code ? -1 : 1)),
    })),
  });
}

const lists: Readonly<Record<string, readonly string[]>> = { candidates: [], allowed: ["…"] };

/** Stands for the details of any message: texts are `…`, and so is the one entry of a list. */
const details = new Proxy({}, { get: (_target, name) => lists[String(name)] ?? "…" }) as never;
