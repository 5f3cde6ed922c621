/** Compares a report with everything that is taken for granted. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeProblem } from "../model/problem.ts";
import type { Problem } from "../model/types.ts";
import { toolkitRoot } from "../toolkit.ts";
import { assumptions } from "./assumptions.ts";
import type { Assumption, Verdict } from "./assumption.ts";
import { probeCatalogue } from "./catalogue.ts";
import type { ProbeReport } from "./report.ts";

/** An assumption with its place and what came of it. */
export interface ComparedAssumption extends Verdict {
  readonly heading: string;
  readonly symbol: string;
  /** Relative to the toolkit. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** What the toolkit knows of actions: argument names by action. */
export type KnownActions = Readonly<Record<string, readonly string[]>>;

/** Where the actions stand that skills may call. */
const actionsFile = "scripts/sandbox/platform/action-signatures.ts";

/** All of them, in the order of docs/platform.md. @param known the actions as the sandbox has them */
export function compareReport(report: ProbeReport, known: KnownActions): ComparedAssumption[] {
  const all: Assumption[] = [
    ...assumptions,
    {
      heading: "Actions",
      symbol: "actionSignatures",
      file: actionsFile,
      judge: (one) => judgeActions(one, known),
    },
  ];
  return all.map((assumption) => {
    const { heading, symbol, file } = assumption;
    return { heading, symbol, file, line: lineOf(assumption), ...assumption.judge(report) };
  });
}

/** The contradictions as problems, at the place that has to be changed. */
export function problemsOf(
  compared: readonly ComparedAssumption[],
  shownPath: (file: string) => string,
): Problem[] {
  return compared
    .filter(({ state }) => state === "contradicted")
    .map(({ heading, symbol, says, file, line }) =>
      makeProblem(
        probeCatalogue.contradicted,
        { heading, symbol, says },
        { position: { file: shownPath(join(toolkitRoot, file)), line, column: 1 }, length: 1 },
      ),
    );
}

function judgeActions({ actions }: ProbeReport, known: KnownActions): Verdict {
  if (actions === null) {
    return { state: "open", says: "The Builder lists no actions." };
  }
  const missing = Object.keys(known).filter((name) => !Object.hasOwn(actions, name));
  const others = Object.entries(known).flatMap(([name, own]) => {
    const listed = actions[name] ?? [];
    return own
      .filter((argument) => listed.length > 0 && !listed.includes(argument))
      .map((argument) => `${name}(${argument})`);
  });
  const more = Object.keys(actions).filter((name) => !Object.hasOwn(known, name)).length;
  const wrong = [...missing, ...others];
  return wrong.length > 0
    ? { state: "contradicted", says: `The Builder does not list ${wrong.join(", ")}.` }
    : {
        state: "confirmed",
        says: `The Builder lists all ${String(Object.keys(known).length)} actions, and ${String(more)} more.`,
      };
}

/** @throws Error when the file has no such constant or heading, which a test forbids */
function lineOf({ heading, symbol, file }: Assumption): number {
  const lines = readFileSync(join(toolkitRoot, file), "utf8").split("\n");
  const wanted =
    symbol === ""
      ? (line: string) => line === `### ${heading}`
      : (line: string) => new RegExp(`^(?:export )?(?:const|function) ${symbol}\\b`, "u").test(line);
  const index = lines.findIndex(wanted);
  if (index < 0) {
    throw new Error(`${file} has no ${symbol === "" ? heading : symbol}`);
  }
  return index + 1;
}
