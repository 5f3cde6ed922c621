/** What a Builder did not do, in plain words. */
import { commandCall } from "../toolkit.ts";

/** Why, for programs. */
export type BuilderErrorKind =
  | "settings"
  | "network"
  | "unauthorized"
  | "forbidden"
  | "not-found"
  | "exists"
  | "invalid"
  | "limit"
  | "server"
  | "answer"
  | "conflict";

/** An error with what happened and what to do. Its message holds no key, no token and no body that was sent. */
export class BuilderError extends Error {
  readonly kind: BuilderErrorKind;

  constructor(kind: BuilderErrorKind, message: string) {
    super(message);
    this.name = "BuilderError";
    this.kind = kind;
  }
}

/**
 * Runs what comes after something was done; an error of it also says what that was and how to go on.
 *
 * @param done whole sentences; asked for when it has failed
 */
export async function afterwards<T>(done: () => string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const said = thrown instanceof BuilderError ? done() : "";
    throw thrown instanceof BuilderError && said !== ""
      ? new BuilderError(thrown.kind, `${thrown.message}\n${said}`)
      : thrown;
  }
}

/** What a status means. */
interface Meaning {
  readonly kind: BuilderErrorKind;
  /** What happened. */
  readonly says: string;
  /** What to do. */
  readonly advice: string;
}

const meanings: Readonly<Record<number, Meaning>> = {
  401: {
    kind: "unauthorized",
    says: "does not accept the API key",
    advice: "Set NEWO_API_KEY to the key of the account's API Integration connector.",
  },
  403: {
    kind: "forbidden",
    says: "does not allow this with the API key",
    advice: "Use a key of an account that may edit and publish.",
  },
  404: {
    kind: "not-found",
    says: "does not have it",
    advice: `Look at what is there with ${commandCall} status.`,
  },
  409: {
    kind: "exists",
    says: "has it already",
    advice: `Look at what is there with ${commandCall} status.`,
  },
  422: {
    kind: "invalid",
    says: "does not accept the values",
    advice: "Put right what is named and run this again.",
  },
  429: { kind: "limit", says: "was asked too often", advice: "Wait a minute and run this again." },
};

const serverFault: Meaning = {
  kind: "server",
  says: "failed",
  advice: "Wait a minute and run this again; what was done already is found and not done twice.",
};

/**
 * The error of an answer.
 *
 * @param request `GET /api/v1/...`, without a query
 * @param reason what the Builder says itself; "" for nothing
 */
export function errorOfStatus(origin: string, request: string, status: number, reason: string): BuilderError {
  const { kind, says, advice } = meanings[status] ?? serverFault;
  const detail = reason === "" ? "" : ` It says: ${reason}`;
  return new BuilderError(
    kind,
    `The Builder at ${origin} ${says} (${String(status)} to ${request}).${detail}\n${advice}`,
  );
}

/** The error of a request that got no answer. */
export function errorOfNetwork(origin: string, request: string, detail: string): BuilderError {
  return new BuilderError(
    "network",
    `The Builder at ${origin} cannot be reached (${request}: ${detail}).\nCheck the network and NEWO_BASE_URL, then run this again; what was done already is found and not done twice.`,
  );
}

/**
 * The error of an answer that is JSON and not of the form that is read.
 *
 * @param place path of the field, `/0/idn`; "" for the whole
 * @param fault what is wrong there: `must be string`
 */
export function errorOfShape(origin: string, request: string, place: string, fault: string): BuilderError {
  const where = place === "" ? "it" : `"${place.slice(1)}"`;
  return new BuilderError(
    "answer",
    `The Builder at ${origin} answers ${request} in a form that is not known here: ${where} ${fault}.\nCheck NEWO_BASE_URL; if it is the address of a Builder, its API has changed: update the toolkit and run this again.`,
  );
}
