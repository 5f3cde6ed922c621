/** How much text the module gives to language models: what the agent reads all the time, and each extraction prompt. */
import { moduleDefinition } from "../../../module/index.ts";
import * as runtime from "../../../module/runtime.ts";
import type { ArtifactTree } from "../../model/types.ts";
import { openTheatre, type Stage } from "../../sandbox/conversations/index.ts";
import { instructionAttribute, toolsAttribute } from "../../sdk/index.ts";
import { simulator } from "../conversations/salon-service.ts";

/** One text, in characters. */
export interface TextSize {
  readonly text: string;
  readonly characters: number;
  /** Of the schema that goes with an extraction prompt; null where none does. */
  readonly schema: number | null;
}

/**
 * Publishes the module in the simulated salon, has each of its tools fire once, and measures what was written and asked.
 * Prints nothing.
 */
export async function measureTexts(artifact: ArtifactTree): Promise<TextSize[]> {
  const module = { definition: moduleDefinition, runtime };
  const theatre = await openTheatre({ artifact, module, simulator, runtime: "node" });
  try {
    const stage = await theatre.open({ now: "2026-10-19T08:00:00Z" });
    try {
      const written = (text: string, idn: string): TextSize => {
        return { text, characters: stage.sandbox.getAttribute(idn).length, schema: null };
      };
      return [
        written("scenarios", instructionAttribute),
        written("tools", toolsAttribute),
        ...(await promptSizes(stage)),
      ];
    } finally {
      await stage.close();
    }
  } finally {
    await theatre.close();
  }
}

/** Of a caller who has booked before: without an appointment nothing is asked for a change. */
async function promptSizes({ sandbox }: Stage): Promise<TextSize[]> {
  const conversation = sandbox.conversation({ externalId: "+4915112345678" });
  const facts = {
    services: ["Pedicure"],
    date: "2026-10-20",
    time: "10:00",
    full_name: "Clara Weiss",
    confirmed: true,
  };
  const sizes: TextSize[] = [];
  for (const { idn } of moduleDefinition.tools) {
    const before = sandbox.trace.entries.length;
    await conversation.say({ user: "Please.", agent: "One moment.", tool: idn, facts });
    const asked = sandbox.trace.of("action", before).find(({ action }) => action === "Gen");
    const { prompt, jsonSchema: schema } = asked?.kwargs ?? {};
    sizes.push({
      text: `prompt of ${idn}`,
      characters: typeof prompt === "string" ? prompt.trim().length : 0,
      schema: (typeof schema === "string" ? schema : (JSON.stringify(schema) ?? "")).length,
    });
  }
  return sizes;
}

/** The sizes as a table, a line a text. */
export function textLines(sizes: readonly TextSize[]): string[] {
  const width = Math.max(...sizes.map(({ text }) => text.length));
  return sizes.map(({ text, characters, schema }) => {
    const more = schema === null ? "" : ` and ${String(schema)} of its schema`;
    return `${text.padEnd(width)}  ${String(characters).padStart(6)}${more}`;
  });
}
