/** What the visitors of one skill know of the flow around it. */
import type ts from "typescript";
import type { ProgramView } from "../analysis/program-view.ts";
import type { DiagnosticKey } from "../diagnostics/catalogue.ts";
import type { Language } from "./language.ts";

/** The functions every flow may need: five of the runtime file, the rest of the SDK. */
export interface RuntimeFunctions {
  readonly currentPersona: ts.FunctionDeclaration;
  readonly sendRequest: ts.FunctionDeclaration;
  readonly takeFrame: ts.FunctionDeclaration;
  readonly readHttpResult: ts.FunctionDeclaration;
  readonly lostFrame: ts.FunctionDeclaration;
  readonly parseJson: ts.FunctionDeclaration;
  readonly orderedKeys: ts.FunctionDeclaration;
  readonly readDecimal: ts.FunctionDeclaration;
  readonly readLeadingDecimal: ts.FunctionDeclaration;
  readonly readJson: ts.FunctionDeclaration;
  readonly readInteger: ts.FunctionDeclaration;
  readonly readLeadingInteger: ts.FunctionDeclaration;
  readonly readNumber: ts.FunctionDeclaration;
}

/** The flow a skill is compiled into: skills call each other only inside it. */
export interface FlowScope extends ProgramView {
  readonly idn: string;
  readonly language: Language;
  readonly runtime: RuntimeFunctions;
  /** Reports a diagnostic of what is being written. */
  report(node: ts.Node, key: DiagnosticKey, ...details: readonly string[]): void;
  /** The idn of the private skill of a helper function; it is compiled into the flow when first asked for. */
  skillOf(declaration: ts.FunctionDeclaration): string;
  /** What is being written depends on the functions in the tables of all files. */
  readsTables(): void;
  /** The idn of the prompt skill that asks the language model. */
  promptSkill(): string;
}
