/** A model behind an OpenAI-compatible endpoint: `POST <address>/chat/completions`. */
import { Agent, errors, interceptors, request } from "undici";
import { Secrets } from "../../secrets/index.ts";
import { ModelError, type Answer, type Model, type Question } from "./model.ts";
import { variables, type EndpointSettings } from "./settings.ts";

/** An endpoint that is open until it is closed. */
export interface EndpointModel extends Model {
  close(): Promise<void>;
}

/** How often and after how long a call is repeated, in milliseconds. */
interface Patience {
  readonly maxRetries: number;
  readonly minTimeout: number;
  /** Longest wait, also where the endpoint asks for a longer one. */
  readonly maxTimeout: number;
}

const patient: Patience = { maxRetries: 4, minTimeout: 1000, maxTimeout: 60_000 };

/** A longer answer is none. */
const maxResponseSize = 4 * 1024 * 1024;

/**
 * Opens the endpoint. Repeated is only what the endpoint has certainly not worked off: where it could not be reached, and
 * where it refused for want of room (429, 503). A call that was cut off may have been paid for already.
 */
export function endpointModel(settings: EndpointSettings, patience: Patience = patient): EndpointModel {
  const { address, key, model, timeoutMs } = settings;
  const agent = new Agent({
    connect: { timeout: Math.min(timeoutMs, 10_000) },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize,
  });
  const dispatcher = agent.compose(
    interceptors.retry({
      ...patience,
      methods: ["POST"],
      statusCodes: [429, 503],
      errorCodes: ["ECONNREFUSED", "ENOTFOUND", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"],
      throwOnError: false,
    }),
  );
  const secrets = new Secrets();
  secrets.add(key);
  let takesSchemas = true;

  const send = async (question: Question, withSchema: boolean): Promise<Reply> => {
    const { role, messages, schema } = question;
    const form =
      schema !== null && withSchema
        ? { response_format: { type: "json_schema", json_schema: { name: role, schema } } }
        : {};
    try {
      const { statusCode, body } = await request(`${address}/chat/completions`, {
        dispatcher,
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(key === "" ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({ model, messages, ...form }),
      });
      return { status: statusCode, text: await body.text() };
    } catch (thrown) {
      throw new ModelError(failureText(thrown, timeoutMs));
    }
  };

  return {
    name: model,
    async ask(question) {
      const first = await send(question, takesSchemas);
      if (takesSchemas && question.schema !== null && refusesSchemas(first)) {
        // Not all endpoints know forms of answers. The prompt asks for it as well.
        takesSchemas = false;
        return answerOf(await send(question, false), secrets);
      }
      return answerOf(first, secrets);
    },
    close: () => agent.close(),
  };
}

interface Reply {
  readonly status: number;
  readonly text: string;
}

function refusesSchemas({ status, text }: Reply): boolean {
  return [400, 422].includes(status) && /response_format|json_schema/u.test(text);
}

/** What can be said of a failure without repeating what was sent. */
function failureText(thrown: unknown, timeoutMs: number): string {
  const seconds = String(timeoutMs / 1000);
  if (thrown instanceof errors.HeadersTimeoutError || thrown instanceof errors.BodyTimeoutError) {
    return `The model did not answer within ${seconds} seconds. ${variables.seconds} gives it more.`;
  }
  if (thrown instanceof errors.ResponseExceededMaxSizeError) {
    return "The model's answer was too long to be one.";
  }
  const code: unknown = thrown instanceof Error && "code" in thrown ? thrown.code : undefined;
  return `The model could not be reached (${typeof code === "string" ? code : "no reason was given"}). Is ${variables.address} right?`;
}

/** @throws ModelError */
function answerOf({ status, text }: Reply, secrets: Secrets): Answer {
  if (status === 401 || status === 403) {
    // What such an answer says may repeat a part of the key.
    throw new ModelError(`The endpoint refused the key (${String(status)}). Is ${variables.key} right?`);
  }
  const value = parsed(text);
  if (status !== 200) {
    const reason = at(value, "error", "message");
    const said = typeof reason === "string" ? `: ${secrets.text(reason).slice(0, 300)}` : "";
    throw new ModelError(`The endpoint answered ${String(status)}${said}.`);
  }
  const content = at(value, "choices", 0, "message", "content");
  if (typeof content !== "string" || content.trim() === "") {
    throw new ModelError("The endpoint's answer holds no words: choices[0].message.content is missing.");
  }
  if (at(value, "choices", 0, "finish_reason") === "length") {
    throw new ModelError("The model's answer was cut off for its length.");
  }
  return {
    text: content,
    tokens: {
      prompt: countOf(at(value, "usage", "prompt_tokens")),
      answer: countOf(at(value, "usage", "completion_tokens")),
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** What stands in a value along a path; undefined when it does not reach so far. */
function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === "object" && inner !== null
        ? (inner as Record<string | number, unknown>)[name]
        : undefined,
    value,
  );
}

function countOf(value: unknown): number {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : 0;
}
