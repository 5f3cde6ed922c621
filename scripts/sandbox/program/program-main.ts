/** How a program exports its `main`, and what is said when it does not. */
import ts from "typescript";
import { catalogue } from "../../compiler/diagnostics/catalogue.ts";
import { Reporter } from "../../compiler/diagnostics/report.ts";
import { SDK_MODULE } from "../../compiler/program.ts";
import { deepPlace } from "../../compiler/source-depth.ts";
import type { SourceSpan } from "../../model/problem.ts";
import type { Problem } from "../../model/types.ts";

/** A program file that cannot be run. */
export class ProgramFormError extends Error {
  override readonly name = "ProgramFormError";

  /** @param problem what is wrong, where, and what to write */
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** A `main` that cannot be called. */
function misfitAt(file: ts.SourceFile, node: ts.Node, message: string, advice: string): ProgramFormError {
  const { code, name } = catalogue.missingExport;
  const { position, length } = spanOf(node, file);
  return new ProgramFormError({
    code: `NSL${String(code)}`,
    name,
    severity: "error",
    message,
    advice,
    position,
    length,
  });
}

/** The first place where the file is no TypeScript; undefined when it is, and only lacks a `main`. */
function syntaxError(file: ts.SourceFile): ProgramFormError | undefined {
  const { diagnostics = [] } = ts.transpileModule(file.text, {
    fileName: file.fileName,
    reportDiagnostics: true,
  });
  const [first] = diagnostics;
  if (first === undefined) {
    return undefined;
  }
  const reporter = new Reporter((fileName) => fileName);
  reporter.typescript(first);
  return formError(reporter);
}

/** The one problem that was reported. */
function formError({ problems: [problem] }: Reporter): ProgramFormError {
  if (problem === undefined) {
    throw new Error("nothing was reported");
  }
  return new ProgramFormError(problem);
}

/** The `main` of a program. */
export interface ProgramMain {
  readonly isAsync: boolean;
  /** The type of its context; null when it takes none. */
  readonly context: string | null;
  readonly takesInput: boolean;
  /** Where its name stands; the file is left for the caller to say. */
  readonly place: SourceSpan;
  /** Where an `any` stands that only the caller sees: the input's parameter, or the name for what it returns. */
  readonly anyPlace: SourceSpan;
}

/**
 * Reads how a program is called.
 *
 * @param fileName name of the program, as problems show it
 * @throws ProgramFormError when it exports no function `main(ctx, input)`
 */
export function readMain(fileName: string, source: string): ProgramMain {
  const deep = deepPlace(source);
  if (deep !== null) {
    const reporter = new Reporter((name) => name);
    reporter.ofText(fileName, source, deep, "tooDeep", deep.limit);
    throw formError(reporter);
  }
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.ES2023, true);
  const main = findMain(file);
  if (main === undefined) {
    throw syntaxError(file) ?? misfit(file);
  }
  const contexts = main.parameters.filter((parameter) => isContext(parameter));
  checkParameters(main, file);
  const input = main.parameters[contexts.length];
  return {
    isAsync: has(main, ts.SyntaxKind.AsyncKeyword) || /^Promise\b/u.test(main.type?.getText(file) ?? ""),
    context: contexts[0]?.type?.getText() ?? null,
    takesInput: input !== undefined,
    place: spanOf(main.name, file),
    anyPlace: spanOf(input !== undefined && isAny(input) ? input : main.name, file),
  };
}

/** The exported `main` of a file; undefined when there is none. */
export function findMain(file: ts.SourceFile): MainFunction | undefined {
  const exported = file.statements.find(
    (statement): statement is NamedFunction =>
      isMain(statement) &&
      has(statement, ts.SyntaxKind.ExportKeyword) &&
      !has(statement, ts.SyntaxKind.DefaultKeyword),
  );
  return exported ?? file.statements.map(arrowMain).find((main) => main !== undefined);
}

/** What is known of a `main`, however it is declared. */
interface MainFunction extends Pick<ts.FunctionDeclaration, "parameters" | "type"> {
  readonly modifiers?: ts.NodeArray<ts.ModifierLike> | undefined;
  readonly name: ts.Identifier;
}

/** `export const main = (ctx, input) => ...` */
function arrowMain(statement: ts.Statement): MainFunction | undefined {
  const [declaration] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  const arrow = declaration?.initializer;
  return ts.isVariableStatement(statement) &&
    declaration !== undefined &&
    (statement.declarationList.flags & ts.NodeFlags.Const) !== 0 &&
    statement.declarationList.declarations.length === 1 &&
    declaration.type === undefined &&
    has(statement, ts.SyntaxKind.ExportKeyword) &&
    ts.isIdentifier(declaration.name) &&
    declaration.name.text === "main" &&
    arrow !== undefined &&
    (ts.isArrowFunction(arrow) || ts.isFunctionExpression(arrow))
    ? {
        name: declaration.name,
        parameters: arrow.parameters,
        modifiers: arrow.modifiers,
        type: arrow.type,
      }
    : undefined;
}

type NamedFunction = ts.FunctionDeclaration & { readonly name: ts.Identifier };

function isMain(statement: ts.Statement): statement is NamedFunction {
  return (
    ts.isFunctionDeclaration(statement) && statement.name?.text === "main" && statement.body !== undefined
  );
}

function has(
  node: { readonly modifiers?: ts.NodeArray<ts.ModifierLike> | undefined },
  kind: ts.SyntaxKind,
): boolean {
  return node.modifiers?.some((modifier) => modifier.kind === kind) ?? false;
}

/** Is the parameter the context, by the name of its type? */
export function isContext(parameter: ts.ParameterDeclaration): boolean {
  return /^(?:Skill|Runtime)Context$/.test(parameter.type?.getText() ?? "");
}

function isAny(parameter: ts.ParameterDeclaration): boolean {
  return /\bany\b/.test(parameter.type?.getText() ?? "any");
}

function spanOf(node: ts.Node, file: ts.SourceFile): SourceSpan {
  const start = node.getStart(file);
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return {
    position: { file: file.fileName, line: line + 1, column: character + 1 },
    length: node.getEnd() - start,
  };
}

/** What a program has instead of an exported function `main`. */
function misfit(file: ts.SourceFile): ProgramFormError {
  const whole = "Write `export function main(ctx, input) { ... }`; either of the two may be left out.";
  for (const statement of file.statements) {
    if (isMain(statement)) {
      return has(statement, ts.SyntaxKind.DefaultKeyword)
        ? misfitAt(
            file,
            statement.name,
            "`main` is the default export, which is not looked for.",
            "Write `export function main`, without `default`.",
          )
        : misfitAt(
            file,
            statement.name,
            "The declaration of `main` is not exported.",
            "Write `export function main`.",
          );
    }
    const variable = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.find((declaration) => declaration.name.getText() === "main")
      : undefined;
    if (variable !== undefined) {
      return misfitAt(file, variable.name, "`main` is a variable.", whole);
    }
  }
  const [first] = file.statements;
  return misfitAt(file, first ?? file, "The program exports no `main`.", whole);
}

/** `main()`, `main(input)`, `main(ctx)` or `main(ctx, input)`, and what may be left out behind that. */
function checkParameters(main: MainFunction, file: ts.SourceFile): void {
  const [first, second] = main.parameters;
  if (first !== undefined && first.name.getText() === "ctx" && !isContext(first)) {
    throw misfitAt(
      file,
      first,
      "The first parameter is the context.",
      `Write \`ctx: SkillContext\`, a type imported from "${SDK_MODULE}".`,
    );
  }
  if (second !== undefined && isContext(second)) {
    throw misfitAt(
      file,
      second,
      "The context stands behind the input.",
      "Put the context first: `main(ctx, input)`.",
    );
  }
  const context = first !== undefined && isContext(first) ? [first] : [];
  const inputs = main.parameters.slice(context.length);
  const before = context.map((parameter) => `${parameter.getText()}, `).join("");
  const [input, ...others] = inputs;
  if (input === undefined) {
    return;
  }
  if (input.dotDotDotToken !== undefined) {
    const list = `${input.name.getText()}: ${input.type?.getText() ?? "JsonValue[]"}`;
    throw misfitAt(
      file,
      input,
      "`main` takes `(ctx, input)` and no rest parameter.",
      `Write one that takes one list: \`main(${before}${list})\`.`,
    );
  }
  if (
    others.some((parameter) => parameter.initializer === undefined && parameter.questionToken === undefined)
  ) {
    const fields = inputs.map(
      (parameter) => `${parameter.name.getText()}: ${parameter.type?.getText() ?? "JsonValue"}`,
    );
    throw misfitAt(
      file,
      input,
      "`main` takes `(ctx, input)`, the context and one input.",
      `Put the inputs into one object: \`main(${before}input: { ${fields.join("; ")} })\`.`,
    );
  }
}
