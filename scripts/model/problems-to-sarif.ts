/** Problems as SARIF 2.1.0, the format code hosts and editors take findings in. */
import { commandName } from "../toolkit.ts";
import { compareProblems, compareText } from "./problem.ts";
import type { Problem } from "./types.ts";

/** A log with one run; only what is used of SARIF. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: "2.1.0";
  readonly runs: readonly [SarifRun];
}

/** One run of the tool. */
interface SarifRun {
  readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly SarifRule[] } };
  readonly columnKind: "utf16CodeUnits";
  readonly results: readonly SarifResult[];
  /** Only of a run that came to no results. */
  readonly invocations?: readonly [SarifInvocation];
}

/** A run that failed, and why. */
interface SarifInvocation {
  readonly executionSuccessful: false;
  readonly exitCode: number;
  readonly toolExecutionNotifications: readonly [
    { readonly level: "error"; readonly message: { readonly text: string } },
  ];
}

/** A kind of problem, named once a run. */
interface SarifRule {
  readonly id: string;
  readonly name: string;
}

/** One problem. A problem without a position has no location. */
interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: "error" | "warning";
  readonly message: { readonly text: string };
  readonly locations: readonly SarifLocation[];
}

/** A stretch of one line; columns count from 1 and the end is behind the last character. */
interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: "SRCROOT" };
    readonly region: { readonly startLine: number; readonly startColumn: number; readonly endColumn: number };
  };
}

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/** The problems as one run, sorted as the text is. The advice follows the message. */
export function problemsToSarif(problems: readonly Problem[]): SarifLog {
  const names = new Map(problems.map((problem) => [problem.code, problem.name]));
  const rules = [...names]
    .sort(([left], [right]) => compareText(left, right))
    .map(([id, name]): SarifRule => ({ id, name }));
  const results = [...problems].sort(compareProblems).map((problem): SarifResult => ({
    ruleId: problem.code,
    ruleIndex: rules.findIndex((rule) => rule.id === problem.code),
    level: problem.severity,
    message: { text: problem.advice === "" ? problem.message : `${problem.message} ${problem.advice}` },
    locations: locationsOf(problem),
  }));
  return logOf(rules, results);
}

/** A run that could not look for problems: for what is wrong with the command line, or around it. */
export function failureToSarif(text: string, exitCode: number): SarifLog {
  const notification = { level: "error", message: { text } } as const;
  const invocation = {
    executionSuccessful: false,
    exitCode,
    toolExecutionNotifications: [notification],
  } as const;
  const { runs, ...log } = logOf([], []);
  return { ...log, runs: [{ ...runs[0], invocations: [invocation] }] };
}

function logOf(rules: readonly SarifRule[], results: readonly SarifResult[]): SarifLog {
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [{ tool: { driver: { name: commandName, rules } }, columnKind: "utf16CodeUnits", results }],
  };
}

function locationsOf({ position, length }: Problem): readonly SarifLocation[] {
  if (position === null) {
    return [];
  }
  const region = {
    startLine: position.line,
    startColumn: position.column,
    endColumn: position.column + Math.max(1, length),
  };
  const uri = position.file.split("/").map(encodeURIComponent).join("/");
  return [{ physicalLocation: { artifactLocation: { uri, uriBaseId: "SRCROOT" }, region } }];
}
