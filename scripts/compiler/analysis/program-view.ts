/** What may be asked about the program that is compiled. */
import type ts from "typescript";
import type { Absences } from "./absent/left-out.ts";
import type { CallGraph } from "./call-graph.ts";
import type { Sdk } from "./sdk.ts";

/** Files whose numbers may be decimals, and whether they may be infinite as well. */
export type DecimalFiles = ReadonlyMap<ts.SourceFile, "finite" | "infinite">;

/** The types and symbols of the program, who calls whom in it, and what is the SDK's. */
export interface ProgramView {
  readonly checker: ts.TypeChecker;
  readonly graph: CallGraph;
  readonly sdk: Sdk;
  /** Files whose numbers may be decimals. */
  readonly decimals: DecimalFiles;
  /** Where undefined is kept under a name, by file. */
  readonly absences: ReadonlyMap<ts.SourceFile, Absences>;
}

/** What is asked of types and symbols alone. */
export type Typed = Pick<ProgramView, "checker">;
