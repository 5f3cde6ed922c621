/** What a talk asks of language models, whoever answers. */
import type { JsonSchema } from "../../sandbox/conversations/index.ts";

/** Whom a model stands for in one call. */
export type Role = "caller" | "agent" | "tools" | "extraction";

/** All roles, in the order in which a turn needs them. */
export const roles: readonly Role[] = ["caller", "agent", "tools", "extraction"];

/** A message of a prompt. */
interface PromptMessage {
  readonly role: "system" | "user";
  readonly content: string;
}

/** One call of a model. */
export interface Question {
  readonly role: Role;
  readonly messages: readonly PromptMessage[];
  /** The form of the answer; null when it is free text. */
  readonly schema: JsonSchema | null;
}

/** What was answered, as text. */
export interface Answer {
  readonly text: string;
  /** What the call took, of the prompt and of the answer; 0 where that is not told. */
  readonly tokens: Tokens;
}

/** Tokens of prompts and of answers. */
export interface Tokens {
  readonly prompt: number;
  readonly answer: number;
}

/** Answers questions. */
export interface Model {
  /** What it is called in reports. */
  readonly name: string;
  /** @throws ModelError */
  ask(question: Question): Promise<Answer>;
  /** Says that the talk is over. @throws ModelError when something should still have been asked */
  finish?(): void;
}

/** No answer, or none that can be used. The message is for people and holds no secret. */
export class ModelError extends Error {
  override readonly name = "ModelError";
}
