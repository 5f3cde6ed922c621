/** Asks for an answer of a form, of a model that may not keep to it. */
import { Ajv, type ValidateFunction } from "ajv";
import type { JsonSchema } from "../../sandbox/conversations/index.ts";
import { ModelError, type Model, type Question } from "./model.ts";

const ajv = new Ajv({ allErrors: true, strict: false });
const validators = new WeakMap<JsonSchema, ValidateFunction>();

/** A question whose answer has a form. */
interface FormedQuestion extends Question {
  readonly schema: JsonSchema;
}

/**
 * The answer as a value of the schema. What is not of the form is asked for once more, with what is wrong with it.
 *
 * @throws ModelError when the second answer is not of the form either
 */
export async function askFor(model: Model, question: FormedQuestion): Promise<unknown> {
  const formed = withForm(question);
  const first = read((await model.ask(formed)).text, question.schema);
  if (first.fault === "") {
    return first.value;
  }
  const again = {
    role: "user",
    content: `Your answer was not of the form asked for: ${first.fault}. Answer again, with one JSON object of the schema and nothing else.`,
  } as const;
  const second = read(
    (await model.ask({ ...formed, messages: [...formed.messages, again] })).text,
    question.schema,
  );
  if (second.fault !== "") {
    throw new ModelError(`The model does not keep to the form of its answer: ${second.fault}.`);
  }
  return second.value;
}

/** The prompt says the form, too: an endpoint may ignore schemas. */
function withForm(question: FormedQuestion): FormedQuestion {
  const content = `Answer with one JSON object of this schema and nothing else:\n${JSON.stringify(question.schema)}`;
  return { ...question, messages: [...question.messages, { role: "user", content }] };
}

function read(text: string, schema: JsonSchema): { readonly value: unknown; readonly fault: string } {
  const isValid = validators.get(schema) ?? ajv.compile(schema);
  validators.set(schema, isValid);
  // Many models put what they are asked for into a block of Markdown.
  const bare = /^```(?:json)?\s*(.*?)\s*```$/su.exec(text.trim())?.[1] ?? text;
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch {
    return { value: null, fault: "it is no JSON" };
  }
  return isValid(value)
    ? { value, fault: "" }
    : { value: null, fault: ajv.errorsText(isValid.errors, { dataVar: "it" }) };
}
