/** The generated handler around a program's `main`: input out of the event, result into an event. */
import path from "node:path";
import ts from "typescript";
import { SDK_MODULE } from "../../compiler/program.ts";
import { projectRoot } from "../../project-root.ts";
import { resultEvent } from "./outcome.ts";

/** Folder of the SDK. */
export const sdkFolder = path.join(projectRoot, "module", "sdk");

/** A program file that cannot be run. */
export class ProgramFormError extends Error {
  override readonly name = "ProgramFormError";
}

/**
 * The name of the wrapper of a program. It counts as a part of the SDK, which alone may say what type the input has.
 */
export function wrapperFile(name: string): string {
  return path.join(sdkFolder, `program-${name}.ts`);
}

/**
 * The text of the wrapper: a handler `program(ctx, event)`.
 *
 * @param file absolute name of the program
 * @param source its text
 * @throws ProgramFormError when the program does not export a function `main`
 */
export function wrapperText(file: string, source: string): string {
  const main = findMain(ts.createSourceFile(file, source, ts.ScriptTarget.ES2023, true));
  if (main === undefined) {
    throw new ProgramFormError(`${file}: a program exports a function \`main(ctx, input)\``);
  }
  const isAsync = main.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword) ?? false;
  const context = main.parameters.findIndex((parameter) =>
    /^(?:Skill|Runtime)Context$/.test(parameter.type?.getText() ?? ""),
  );
  if (context < 0 && (main.parameters.length > 1 || main.parameters[0]?.name.getText() === "ctx")) {
    throw new ProgramFormError(
      `${file}: the first parameter of \`main(ctx, input)\` is a \`SkillContext\`, imported as a type from "${SDK_MODULE}"`,
    );
  }
  const args = main.parameters.slice(0, context === 0 ? 2 : 1).map((_parameter, index) => {
    return index === context ? "ctx" : `input as unknown as Parameters<typeof main>[${String(index)}]`;
  });
  const relative = path.relative(sdkFolder, file).split(path.sep).join("/");
  const contextType = context >= 0 ? (main.parameters[context]?.type?.getText() ?? "") : "SkillContext";
  return [
    `import { asText, property } from "./json.ts";`,
    `import { parseJson } from "./parse.ts";`,
    `import type { JsonValue, ${contextType}, SkillEvent } from "./types.ts";`,
    `import { main } from "${relative}";`,
    "",
    `export async function program(ctx: ${contextType}, event: SkillEvent): Promise<void> {`,
    ...(args.some((argument) => argument !== "ctx")
      ? [`  const input = parseJson(asText(property(event.arguments, "input"))).value;`]
      : []),
    `  const result = ${isAsync ? "await " : ""}main(${args.join(", ")});`,
    `  const given = (result as unknown as JsonValue | undefined) ?? null;`,
    `  ctx.sendSystemEvent("${resultEvent}", { value: JSON.stringify(given) });`,
    "}",
    "",
  ].join("\n");
}

function findMain(file: ts.SourceFile): ts.FunctionDeclaration | undefined {
  return file.statements.find(
    (statement): statement is ts.FunctionDeclaration =>
      ts.isFunctionDeclaration(statement) &&
      statement.name?.text === "main" &&
      statement.body !== undefined &&
      (statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false),
  );
}
