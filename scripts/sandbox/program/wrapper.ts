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
 */
export function wrapperText(file: string, { isAsync, context, takesInput }: ProgramMain): string {
  const index = context === null ? 0 : 1;
  const args = [
    ...(context === null ? [] : ["ctx"]),
    ...(takesInput ? [`unchecked<Parameters<typeof main>[${String(index)}]>(input)`] : []),
  ];
  const fromHere = (target: string): string => path.relative(wrapperFolder, target).split(path.sep).join("/");
  const contextType = context ?? "SkillContext";
  return [
    `import { asText, parseJson, property } from "${SDK_IMPORT}";`,
    `import type { JsonValue, ${contextType}, SkillEvent } from "${SDK_IMPORT}";`,
    `import { unchecked } from "${fromHere(sdkFile("internal.ts"))}";`,
    `import { main } from "${fromHere(file)}";`,
    "",
    `export async function program(ctx: ${contextType}, event: SkillEvent): Promise<void> {`,
    ...(takesInput ? [`  const input = parseJson(asText(property(event.arguments, "input"))).value;`] : []),
    `  const result = ${isAsync ? "await " : ""}main(${args.join(", ")});`,
    `  const given = unchecked<JsonValue | undefined>(result) ?? null;`,
    `  ctx.sendSystemEvent("${resultEvent}", { value: JSON.stringify(given) });`,
    "}",
    "",
  ].join("\n");
}
