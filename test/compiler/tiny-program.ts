/** Small functions, parsed and checked together, for tests that look at one part of the compiler alone. */
import { join } from "node:path";
import ts from "typescript";
import { CallGraph } from "../../scripts/compiler/analysis/call-graph.ts";
import { FunctionValues } from "../../scripts/compiler/analysis/function-values.ts";
import { Sdk } from "../../scripts/compiler/analysis/sdk.ts";
import { personaMembers } from "../../scripts/compiler/builtins/platform.ts";
import type { RuntimeFunctions } from "../../scripts/compiler/context/flow-scope.ts";
import { FunctionContext } from "../../scripts/compiler/context/function-context.ts";
import { language } from "../../scripts/compiler/language.ts";
import { createSkillProgram, sdkModulesOf } from "../../scripts/compiler/program.ts";
import { sdkEntry, toolkitRoot } from "../../scripts/toolkit.ts";

/** What every function may use. One line, so that lines keep their numbers. */
const prelude = [
  `import { asText, parseJson } from "#sdk";`,
  `import type { HttpRequest, HttpResult, JsonObject, JsonValue, SkillContext } from "#sdk";`,
  `function get(url: string): HttpRequest { return { method: "GET", url, body: "", authorization: "none" }; }`,
  `async function ask(ctx: SkillContext, text: string): Promise<string> { return (await ctx.send(get(text))).body; }`,
  `async function maybe(ctx: SkillContext, text: string): Promise<string | null> { return text === "" ? null : await ask(ctx, text); }`,
  `async function isGood(ctx: SkillContext, text: string): Promise<boolean> { return (await ask(ctx, text)) === "good"; }`,
  `function noted(ctx: SkillContext, text: string): string { ctx.log(text); return text; }`,
].join(" ");

/** What a body alone is the body of. */
const head =
  "export async function main(ctx: SkillContext, text: string, n: number, list: string[], other: string | null): Promise<unknown> {";

/** A body may give something, and may not; both are `unknown`. */
const ENDS_WITHOUT_VALUE = [2355, 7030];

/** Has the source a function of that name, or is it the body of one? */
const isWhole = (source: string): boolean => /^(?:export )?(?:async )?function\s+main\b/mu.test(source);

/** How a test tells of what was refused. */
type Describe = (node: ts.Node, key: string, details: readonly string[]) => string;

/** By the name of the diagnostic, and the text it stands at. */
const atNode: Describe = (node, key) => `${key} at ${oneLine(node)}`;

/** One function among others. */
export interface TinyFunction {
  readonly declaration: ts.FunctionDeclaration;
  readonly checker: ts.TypeChecker;
  /** A context to work in; what is refused in it is appended to the list, told by its place when not said otherwise. */
  context(refusals: string[], describe?: Describe): FunctionContext;
}

/** Parses the sources, each a file of its own, and gives the `main` of each; throws when TypeScript finds a fault. */
export function tinyFunctions(sources: readonly string[]): readonly TinyFunction[] {
  const files = sources.map((source, index) => ({
    name: join(toolkitRoot, "test", "compiler", `tiny-${String(index + 1)}.ts`),
    text: isWhole(source) ? `${prelude}\n${source}\n` : `${prelude}\n${head}\n${source}\n}\n`,
  }));
  const sources_ = { root: toolkitRoot, sdkEntry };
  const program = createSkillProgram({
    sources: sources_,
    files: [...sdkModulesOf(sdkEntry), ...files.map(({ name }) => name)],
    overlay: new Map(files.map(({ name, text }) => [name, text])),
  }).getProgram();
  const checker = program.getTypeChecker();
  const modules = sdkModulesOf(sdkEntry).flatMap((name) => program.getSourceFile(name) ?? []);
  const view = {
    checker,
    graph: new CallGraph(checker, personaMembers, new FunctionValues(checker, [])),
    sdk: new Sdk(checker, modules, []),
    decimals: new Map<ts.SourceFile, "finite">(),
    absences: new Map(),
    language,
    idn: "Flow",
    // Nothing that is tried here calls the runtime.
    runtime: {} as RuntimeFunctions,
    skillOf: ({ name }: ts.FunctionDeclaration) => `_${name?.text ?? ""}`,
    promptSkill: () => "_prompt",
    readsTables: () => undefined,
  };
  return files.map(({ name, text }) => {
    const file = program.getSourceFile(name);
    const faults = program
      .getSemanticDiagnostics(file)
      .filter(({ code }) => !ENDS_WITHOUT_VALUE.includes(code))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
    const declaration = file?.statements.find(
      (node) => ts.isFunctionDeclaration(node) && node.name?.text === "main",
    );
    if (declaration === undefined || !ts.isFunctionDeclaration(declaration) || faults.length > 0) {
      throw new Error(`${faults.join("; ")} in:\n${text}`);
    }
    return {
      declaration,
      checker,
      context: (refusals, describe = atNode) =>
        new FunctionContext(
          {
            ...view,
            report: (node, key, ...details) => {
              refusals.push(describe(node, key, details));
            },
          },
          { isJump: false, emit: () => undefined },
        ),
    };
  });
}

/** The text of a node on one line. */
function oneLine(node: ts.Node): string {
  return node.getText().replace(/\s+/gu, " ");
}
