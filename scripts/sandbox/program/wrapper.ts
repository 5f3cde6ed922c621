/** The generated handler around a program's `main`: input out of the event, result into an event. */
import path from "node:path";
import { sdkEntry } from "../../toolkit.ts";
import { resultEvent } from "./outcome.ts";
import type { ProgramMain } from "./program-main.ts";

/** Folder of the SDK. */
export const sdkFolder = path.dirname(sdkEntry);

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
 */
export function wrapperText(file: string, { isAsync, context, takesInput }: ProgramMain): string {
  const index = context === null ? 0 : 1;
  const args = [
    ...(context === null ? [] : ["ctx"]),
    ...(takesInput ? [`input as unknown as Parameters<typeof main>[${String(index)}]`] : []),
  ];
  const relative = path.relative(sdkFolder, file).split(path.sep).join("/");
  const contextType = context ?? "SkillContext";
  return [
    `import { asText, property } from "./json.ts";`,
    `import { parseJson } from "./parse.ts";`,
    `import type { JsonValue, ${contextType}, SkillEvent } from "./types.ts";`,
    `import { main } from "${relative}";`,
    "",
    `export async function program(ctx: ${contextType}, event: SkillEvent): Promise<void> {`,
    ...(takesInput ? [`  const input = parseJson(asText(property(event.arguments, "input"))).value;`] : []),
    `  const result = ${isAsync ? "await " : ""}main(${args.join(", ")});`,
    `  const given = (result as unknown as JsonValue | undefined) ?? null;`,
    `  ctx.sendSystemEvent("${resultEvent}", { value: JSON.stringify(given) });`,
    "}",
    "",
  ].join("\n");
}
