/** Stands for the language model behind `Gen`. */
import { Ajv } from "ajv";

/** What the model is asked. */
interface BrainInput {
  /** Everything the skill had printed when it called `Gen`. */
  readonly prompt: string;
  /** The JSON schema of the answer; null when free text is asked. */
  readonly schema: Readonly<Record<string, unknown>> | null;
  /** The platform was asked to validate the answer (`validateSchema="True"`). */
  readonly validate: boolean;
  /** Whose conversation it is; "" for none. */
  readonly personaId: string;
}

/** Answers for the model. What it throws becomes an error of the skill. */
export interface Brain {
  /** The answer, or a promise of it. Handlers in Node cannot wait for a promise; compiled skills do. */
  generate(input: BrainInput): unknown;
}

/** Facts by property name, as a perfect model would extract them. */
export type Facts = Readonly<Record<string, unknown>>;

/** A brain that knows the facts of the current turn. */
export interface ScriptedBrain extends Brain {
  /** Replaces what is known about one persona's conversation. */
  tell(personaId: string, facts: Facts): void;
}

const ajv = new Ajv({ strict: false, allErrors: true });

/**
 * A brain that answers a schema from facts: each property the schema names is the fact of that name, or the
 * empty value of its type. Without a schema it answers "".
 *
 * @param facts what is known about every persona that was not told anything else
 */
export function scriptedBrain(facts: Facts = {}): ScriptedBrain {
  const told = new Map<string, Facts>();
  return {
    tell: (personaId, news) => void told.set(personaId, news),
    generate({ schema, validate, personaId }) {
      if (schema === null) {
        return "";
      }
      const answer = fill(schema, told.get(personaId) ?? facts);
      if (validate) {
        const check = ajv.compile(schema);
        if (!check(answer)) {
          throw new Error(`the scripted answer does not fit the schema: ${ajv.errorsText(check.errors)}`);
        }
      }
      return answer;
    },
  };
}

/** A value of the schema's type. Facts are looked up in the outermost object only. */
function fill(schema: Readonly<Record<string, unknown>>, facts: Facts): unknown {
  const named = asSchema(schema["properties"]);
  if (Object.keys(named).length > 0) {
    return Object.fromEntries(
      Object.entries(named).map(([name, property]) => [
        name,
        Object.hasOwn(facts, name) ? facts[name] : fill(asSchema(property), {}),
      ]),
    );
  }
  const words: unknown = schema["enum"];
  if (Array.isArray(words)) {
    return words.includes("") ? "" : (words[0] as unknown);
  }
  const types: unknown[] = [schema["type"]].flat();
  switch (types.find((type) => type !== "null")) {
    case "string":
      return "";
    case "boolean":
      return false;
    case "array":
      return [];
    case "integer":
    case "number":
      return 0;
    case "object":
      return {};
    default:
      return null;
  }
}

function asSchema(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
