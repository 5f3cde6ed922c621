/** The model at a workbench: facts, a person at the page or a real model, and all answers are kept. */
import { Ajv } from "ajv";
import { scriptedBrain, type Brain, type ScriptedBrain } from "../platform/index.ts";
import type { BrainName, Question } from "./protocol.ts";

/** What a skill asks. */
type Input = Parameters<Brain["generate"]>[0];

/** A brain whose answers can be given again. */
export interface AskedBrain extends ScriptedBrain {
  /** What a person is asked now; null when nothing. */
  readonly question: Question | null;
  /** Answers given since `begin`. */
  readonly given: readonly unknown[];
  /** Who answers from now on, after the answers that are known already. */
  begin(who: BrainName, known: readonly unknown[]): void;
  /** Answers the question. @returns why that is no answer, for people; "" when it is one */
  answer(value: unknown): string;
  /** Gives the question up: the skill stops. */
  refuse(): void;
}

/** Somebody is asked and has not answered yet. */
interface Waiting {
  readonly question: Question;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

const ajv = new Ajv({ strict: false, allErrors: true });

/**
 * Makes one.
 *
 * @param model the real model, where one is configured
 * @param onQuestion hears when a question comes or goes
 */
export function askedBrain(model: Brain | null, onQuestion: () => void): AskedBrain {
  const scripted = scriptedBrain();
  let who: BrainName = "facts";
  let known: unknown[] = [];
  let given: unknown[] = [];
  let asked = 0;
  let waiting: Waiting | null = null;

  const ask = ({ prompt, schema }: Input): Promise<unknown> => {
    asked += 1;
    const question = { id: asked, prompt: prompt.trim(), schema };
    return new Promise((resolve, reject) => {
      waiting = { question, resolve, reject };
      onQuestion();
    });
  };
  const decide = (input: Input): unknown => {
    if (who === "person") {
      return ask(input);
    }
    return (who === "model" && model !== null ? model : scripted).generate(input);
  };
  return {
    get question() {
      return waiting?.question ?? null;
    },
    get given() {
      return given;
    },
    tell: scripted.tell,
    begin(next, answers) {
      who = next;
      known = [...answers];
      given = [];
    },
    generate(input) {
      const value = known.length > 0 ? known.shift() : decide(input);
      if (value instanceof Promise) {
        return value.then((later: unknown) => {
          given.push(later);
          return later;
        });
      }
      given.push(value);
      return value;
    },
    answer(value) {
      if (waiting === null) {
        return "No skill is asking.";
      }
      const { question, resolve } = waiting;
      const check = question.schema === null ? null : ajv.compile(question.schema);
      if (check !== null && !check(value)) {
        return `That does not fit: ${ajv.errorsText(check.errors, { dataVar: "the answer" })}.`;
      }
      waiting = null;
      resolve(value);
      onQuestion();
      return "";
    },
    refuse() {
      const gone = waiting;
      waiting = null;
      gone?.reject(new Error("nobody answered"));
    },
  };
}
