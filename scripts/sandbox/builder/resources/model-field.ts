/** The model of a flow or a skill in a body. */
import type { ModelContent } from "../../../artifact/index.ts";
import type { Fields } from "../http/fields.ts";

/** Both idns are text; empty where a skill asks no model. @throws Refusal */
export function modelField(body: Fields, name: string): ModelContent {
  const model = body.object(name);
  return { model_idn: model.textOr("model_idn", ""), provider_idn: model.textOr("provider_idn", "") };
}

/** What runs a skill. */
export const runnerTypes: readonly string[] = ["nsl", "guidance"];
