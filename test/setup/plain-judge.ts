/** A brain that takes conditions at their word, beside the scripted one that knows the facts of the turn. */
import { type ScriptedBrain, scriptedBrain } from "../../scripts/sandbox/platform/index.ts";

/** What a message or the description of a condition is about; the first that fits. */
const meanings = [
  ["cancel", /cancel/iu],
  ["move", /\bmov(?:e|es|ing)\b/iu],
  ["find", /look(?:s|ing)? up|existing/iu],
  ["check", /check|search for slots/iu],
  ["book", /\bbook|submit/iu],
] as const;

function meaningOf(text: string): string {
  return meanings.find(([, pattern]) => pattern.test(text))?.[0] ?? "";
}

/** A condition holds when its first sentence and the agent's latest message mean the same. */
export function plainJudge(): ScriptedBrain {
  const scripted = scriptedBrain();
  return {
    tell: scripted.tell,
    generate(input) {
      const said = /<LatestMessage>\n(.*)\n<\/LatestMessage>/su.exec(input.prompt)?.[1];
      if (said === undefined) {
        return scripted.generate(input);
      }
      return judge(input.schema, (description) => {
        const [first = ""] = description.split(/\. (?=[A-Z])/u);
        return (
          !/^Always false/u.test(first) && meaningOf(first) !== "" && meaningOf(first) === meaningOf(said)
        );
      });
    },
  };
}

/** Answers a schema of booleans with a description each, however deep they stand. */
function judge(schema: unknown, holds: (description: string) => boolean): unknown {
  const { properties, description = "" } = schema as { properties?: object; description?: string };
  return properties === undefined
    ? holds(description)
    : Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, judge(inner, holds)]));
}
