/** What a skill learns about the conversation and the time, and what it asks the model. */
import { zonedDateTime } from "../zoned-date-time.ts";
import type { PlatformShape } from "../platform-shape.ts";
import { type Action, textOf, uuid } from "./action.ts";

/** An argument that is a count; null when it was not given. @throws Error when it is not one */
function countOf(text: string, name: string): number | null {
  if (text === "") {
    return null;
  }
  if (!/^[0-9]{1,9}$/.test(text)) {
    throw new Error(`${name} must be a number, not ${text}`);
  }
  return Number(text);
}

/** The schema of `Gen` as an object; text is JSON. Which of the two is taken is the platform's. */
function readSchema(value: unknown, form: PlatformShape["schema"]): Readonly<Record<string, unknown>> | null {
  if (value === undefined || value === "") {
    return null;
  }
  if (form !== "either" && (typeof value === "string") !== (form === "text")) {
    throw new Error(`jsonSchema must be ${form === "text" ? "JSON text" : "an object"}`);
  }
  let schema: unknown = value;
  if (typeof value === "string") {
    try {
      schema = JSON.parse(value);
    } catch {
      schema = null;
    }
  }
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) {
    throw new Error("jsonSchema must be a JSON object");
  }
  return schema as Record<string, unknown>;
}

/** The remaining actions, by name. */
export const conversationActions: Readonly<Record<string, Action>> = {
  // The exact layout of the platform's text is not documented; one message a line is a safe guess.
  GetMemory: (env, kwargs) => {
    const count = countOf(textOf(kwargs, "count"), "count");
    const maxLength = countOf(textOf(kwargs, "maxLen"), "maxLen");
    const messages = env.account.memory.get(env.current.event.personaId) ?? [];
    const text = (count === null ? messages : count === 0 ? [] : messages.slice(-count))
      .map(({ from, text: words }) => `${from === "user" ? "User" : "Agent"}: ${words}`)
      .join("\n");
    return maxLength === null || text.length <= maxLength ? text : text.slice(text.length - maxLength);
  },
  // Without a zone: the account's own (docs/platform.md, "Time zones"), else UTC.
  GetDateTime: (env, kwargs) => {
    const zone =
      textOf(kwargs, "timezone") || env.account.customer.value("project_business_time_zone") || "UTC";
    const format = textOf(kwargs, "format") || "datetime";
    return zonedDateTime(env.now(), zone, format, textOf(kwargs, "weekday") === "True");
  },
  Gen: (env, kwargs) => {
    const generated = env.brain.generate({
      prompt: textOf(kwargs, "prompt"),
      schema: readSchema(kwargs["jsonSchema"], env.platform.schema),
      validate: textOf(kwargs, "validateSchema") === "True",
      personaId: env.current.event.personaId,
    });
    const shaped = (answer: unknown): unknown =>
      env.platform.generated === "text" && typeof answer !== "string" ? JSON.stringify(answer) : answer;
    return generated instanceof Promise ? generated.then(shaped) : shaped(generated);
  },
  GetSessionInfo: (env) => ({ id: uuid(env.current.event.personaId) }),
  // Seconds, as a text; the unit is not documented (docs/platform.md, "Sleep").
  Sleep: (env, kwargs) => {
    const duration = textOf(kwargs, "duration");
    if (!/^[0-9]{1,3}(?:\.[0-9]+)?$/u.test(duration)) {
      throw new Error(`duration must be a number of seconds, not ${duration}`);
    }
    return env.sleep(Number(duration) * 1000, env.current.turn);
  },
  DUMMY: (env, kwargs) => {
    env.log("info", Object.values(kwargs).map(String).join(" "));
  },
  "uuid.uuid4": (env) => env.newId(),
};
