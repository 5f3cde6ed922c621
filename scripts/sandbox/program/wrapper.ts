/** The generated handler around a program's `main`: input out of the event, result into an event. */
import path from "node:path";
import { SDK_IMPORT, sdkFile } from "../../compiler/program.ts";
import { toolkitRoot } from "../../toolkit.ts";
import { resultEvent } from "./outcome.ts";
import type { ProgramMain } from "./program-main.ts";

/** A folder that is on no disk: wrappers exist only as text. */
const wrapperFolder = path.join(toolkitRoot, ".programs");

/** The name of the wrapper of a program. */
export function wrapperFile(name: string): string {
  return path.join(wrapperFolder, `${name}.ts`);
}

/**
 * The text of the wrapper: a handler `program(ctx, event)`. That the input is of the type `main` asks for has been
 * proven before the program runs.
 *
 * @param file absolute name of the program
 * @param hasDecimals may the numbers of the program be decimals? Then those of its input may be, which `parseJson` would
 *   give as texts; JavaScript wrote the input, so that it is sure to be JSON
 */
export function wrapperText(
  file: string,
  { isAsync, context, takesInput }: ProgramMain,
  hasDecimals = false,
): string {
  const index = context === null ? 0 : 1;
  const args = [
    ...(context === null ? [] : ["ctx"]),
    ...(takesInput ? [`unchecked<Parameters<typeof main>[${String(index)}]>(input)`] : []),
  ];
  const fromHere = (target: string): string => path.relative(wrapperFolder, target).split(path.sep).join("/");
  const given = `asText(property(event.arguments, "input"))`;
  const contextType = context ?? "SkillContext";
  return [
    `import { asText, ${hasDecimals ? "" : "parseJson, "}property } from "${SDK_IMPORT}";`,
    `import type { ${contextType}, SkillEvent } from "${SDK_IMPORT}";`,
    `import { unchecked${hasDecimals ? ", uncheckedJson" : ""} } from "${fromHere(sdkFile("internal.ts"))}";`,
    `import { main } from "${fromHere(file)}";`,
    "",
    `export async function program(ctx: ${contextType}, event: SkillEvent): Promise<void> {`,
    ...(takesInput
      ? [`  const input = ${hasDecimals ? `uncheckedJson(${given})` : `parseJson(${given}).value`};`]
      : []),
    `  const result = ${isAsync ? "await " : ""}main(${args.join(", ")});`,
    `  ctx.sendSystemEvent("${resultEvent}", { value: JSON.stringify(result ?? null) });`,
    "}",
    "",
  ].join("\n");
}
