/** What came of a talk. */
import { roles, type Model, type Role, type Tokens } from "./model/model.ts";

/** A line of the transcript, in the order in which it happened. */
export interface TranscriptLine {
  /** Who speaks; or `tool` for one that fires, `request` for one to the service, `told` for its instruction. */
  readonly from: "caller" | "agent" | "tool" | "request" | "told";
  readonly text: string;
}

/** What one role took. */
interface RoleUse {
  readonly calls: number;
  readonly tokens: Tokens;
}

/** How it ended: as people end it, at the limit of turns, or because something broke. */
export type Ending = "hung up" | "cut short" | "broken off";

/** A talk that was played. */
export interface TalkReport {
  readonly name: string;
  /** Who answered: the model's name, or that a person had written the answers. */
  readonly model: string;
  /** The goal was reached and nothing untrue was claimed. */
  readonly passed: boolean;
  readonly ending: Ending;
  /** A recording no longer fits the prompts. */
  readonly isStale: boolean;
  /** One sentence for everything that went wrong. */
  readonly faults: readonly string[];
  readonly use: Readonly<Record<Role, RoleUse>>;
  /** Requests to the service. */
  readonly requests: number;
  /** The service's calendar afterwards, a line an entry. */
  readonly calendar: readonly string[];
  readonly transcript: readonly TranscriptLine[];
}

/** A model whose calls are counted. */
export interface CountedModel extends Model {
  readonly use: Readonly<Record<Role, RoleUse>>;
}

/** Asks the model and counts. */
export function counted(model: Model): CountedModel {
  const nothing: RoleUse = { calls: 0, tokens: { prompt: 0, answer: 0 } };
  const use = Object.fromEntries(roles.map((role) => [role, nothing])) as Record<Role, RoleUse>;
  return {
    name: model.name,
    use,
    async ask(question) {
      const answer = await model.ask(question);
      const { calls, tokens } = use[question.role];
      use[question.role] = {
        calls: calls + 1,
        tokens: {
          prompt: tokens.prompt + answer.tokens.prompt,
          answer: tokens.answer + answer.tokens.answer,
        },
      };
      return answer;
    },
  };
}
