/** Where the model is, from the environment. */
import { environmentName } from "../../toolkit.ts";
import { ModelError } from "./model.ts";

/** The environment variables by what they hold. */
export const variables = {
  /** Up to what stands before `/chat/completions`: `https://api.openai.com/v1`. */
  address: environmentName("TALK_URL"),
  /** "" for an endpoint without keys. */
  key: environmentName("TALK_KEY"),
  model: environmentName("TALK_MODEL"),
  /** Seconds one answer may take; 90 when left out. */
  seconds: environmentName("TALK_TIMEOUT_S"),
} as const;

/** An OpenAI-compatible endpoint. */
export interface EndpointSettings {
  /** Without a final slash. */
  readonly address: string;
  readonly key: string;
  readonly model: string;
  readonly timeoutMs: number;
}

/** @throws ModelError when something is missing or wrong, with the name of its variable; never with its value */
export function endpointSettings(environment: NodeJS.ProcessEnv): EndpointSettings {
  const read = (name: string): string => (environment[name] ?? "").trim();
  const [address, model] = [read(variables.address), read(variables.model)];
  const missing = [variables.address, variables.model].filter((name) => read(name) === "");
  if (missing.length > 0) {
    throw new ModelError(
      `Set ${missing.join(" and ")} to play with a model (and ${variables.key}, where the endpoint wants a key), or play what was recorded with --replay.`,
    );
  }
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol) || url.username !== "") {
    throw new ModelError(
      `${variables.address} has to be an address such as https://api.openai.com/v1, without a name or password in it.`,
    );
  }
  const written = read(variables.seconds);
  const seconds = written === "" ? 90 : Number(written);
  if (!(seconds > 0 && seconds <= 3600)) {
    throw new ModelError(`${variables.seconds} has to be a number of seconds, at most 3600.`);
  }
  return {
    address: address.replace(/\/+$/u, ""),
    key: read(variables.key),
    model,
    timeoutMs: seconds * 1000,
  };
}
