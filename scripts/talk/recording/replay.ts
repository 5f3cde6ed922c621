/** Models that need no network: what one has answered before, and what a person has written. */
import { scriptedBrain } from "../../sandbox/platform/index.ts";
import type { JsonSchema } from "../../sandbox/conversations/index.ts";
import { ModelError, type Answer, type Model, type Question } from "../model/model.ts";
import type { Recording, WrittenAnswer } from "./files.ts";
import { promptKey } from "./prompt-key.ts";

/** A recording that does not fit what is asked now: its answers prove nothing of the prompts of today. */
export class StaleRecording extends ModelError {}

/** Answers as a model did, and only to the prompts it had. @throws StaleRecording, in `ask` */
export function replayOf({ model, answers }: Recording): Model {
  let next = 0;
  return {
    name: model,
    finish() {
      if (next < answers.length) {
        throw new StaleRecording(
          `The recording is stale: ${left(answers.length - next)}. Record it again with --record.`,
        );
      }
    },
    ask(question) {
      const recorded = answers[next];
      next += 1;
      if (recorded?.role !== question.role || recorded.prompt !== promptKey(question)) {
        const what = recorded === undefined ? "is new" : "has changed";
        const text = `The recording is stale: the prompt of call ${String(next)}, to the ${question.role}, ${what}. Record it again with --record.`;
        return Promise.reject(new StaleRecording(text));
      }
      return Promise.resolve(recorded);
    },
  };
}

/** What a person has written is named so in reports. */
const handName = "answers written by hand";

/**
 * Answers as a person has written. The order of the roles has to be that of the questions; the words of a prompt do not
 * matter, since nobody answered to them. A form is filled: what is not written stays empty.
 */
export function replayOfWritten(written: readonly WrittenAnswer[]): Model {
  const steps = written.flatMap(stepsOf);
  let next = 0;
  return {
    name: handName,
    finish() {
      if (next < steps.length) {
        throw new ModelError(`What is written by hand does not fit: ${left(steps.length - next)}.`);
      }
    },
    ask(question) {
      const step = steps[next];
      next += 1;
      const problem =
        step === undefined
          ? "and none is left"
          : step.role === question.role
            ? step.fault(question)
            : `and it is one for the ${step.role}`;
      if (step === undefined || problem !== "") {
        const place = `answer ${String(next)} is asked of the ${question.role}`;
        return Promise.reject(new ModelError(`What is written by hand does not fit: ${place}, ${problem}.`));
      }
      return Promise.resolve<Answer>({ text: step.text(question), tokens: { prompt: 0, answer: 0 } });
    },
  };
}

function left(count: number): string {
  return `${String(count)} of its answers were not asked for`;
}

/** One answer, made for the question. */
interface Step extends Pick<Question, "role"> {
  text(question: Question): string;
  /** Why it is no answer to the question; "" when it is one. */
  fault(question: Question): string;
}

function stepsOf(written: WrittenAnswer): Step[] {
  const { caller, hangs_up: hangsUp = false, agent, tools = [], extraction } = written;
  if (caller !== undefined) {
    const text = JSON.stringify({ says: caller, hangs_up: hangsUp });
    return [{ role: "caller", text: () => text, fault: () => "" }];
  }
  if (agent !== undefined) {
    return [{ role: "agent", text: () => agent, fault: () => "" }, promised(tools)];
  }
  return [extracted(extraction ?? {})];
}

function promised(tools: readonly string[]): Step {
  return {
    role: "tools",
    text: ({ schema }) => {
      const judged = Object.entries(propertiesOf(schema)).map(([tool, conditions]) => [
        tool,
        Object.fromEntries(Object.keys(propertiesOf(conditions)).map((name) => [name, tools.includes(tool)])),
      ]);
      return JSON.stringify(Object.fromEntries(judged));
    },
    fault: ({ schema }) => unknownIn(tools, schema, "tool"),
  };
}

function extracted(fields: Readonly<Record<string, unknown>>): Step {
  const filled = ({ schema }: Question): unknown =>
    scriptedBrain(fields).generate({ prompt: "", schema, validate: false, personaId: "" });
  return {
    role: "extraction",
    text: (question) => JSON.stringify(filled(question)),
    fault: ({ schema }) => unknownIn(Object.keys(fields), schema, "field"),
  };
}

function unknownIn(names: readonly string[], schema: JsonSchema | null, what: string): string {
  const known = propertiesOf(schema);
  const unknown = names.filter((name) => !Object.hasOwn(known, name));
  return unknown.length === 0 ? "" : `which has no ${what} ${unknown.join(", ")}`;
}

function propertiesOf(schema: unknown): Readonly<Record<string, JsonSchema>> {
  return typeof schema === "object" && schema !== null && "properties" in schema
    ? (schema.properties as Readonly<Record<string, JsonSchema>>)
    : {};
}
