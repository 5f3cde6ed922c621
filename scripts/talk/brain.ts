/** The model behind `Gen`, as the skills of a talk ask it. */
import type { Brain } from "../sandbox/platform/index.ts";
import { askFor } from "./model/ask-for.ts";
import type { Model } from "./model/model.ts";

/** A brain that asks whichever model plays. */
export interface TalkBrain extends Brain {
  /** Asks this one from now on. */
  use(model: Model): void;
  /** Why the model had no answer for a skill, which only stops the skill; null when it had one. */
  readonly failure: Error | null;
}

/** Asks nobody before it is told whom. */
export function talkBrain(): TalkBrain {
  let model: Model | null = null;
  let failure: Error | null = null;
  const ask = async (asked: Model, input: Parameters<Brain["generate"]>[0]): Promise<unknown> => {
    const messages = [{ role: "user", content: input.prompt }] as const;
    const { schema } = input;
    return schema === null
      ? (await asked.ask({ role: "extraction", messages, schema })).text
      : askFor(asked, { role: "extraction", messages, schema });
  };
  return {
    use(next) {
      model = next;
      failure = null;
    },
    get failure() {
      return failure;
    },
    generate(input) {
      if (model === null) {
        throw new Error("no talk is played");
      }
      return ask(model, input).catch((thrown: unknown) => {
        failure = thrown instanceof Error ? thrown : new Error(String(thrown));
        throw failure;
      });
    },
  };
}
