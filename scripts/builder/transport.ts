/** Requests to a Builder: limits, time-outs, second tries, tokens that are renewed. */
import { Agent, errors, interceptors, request, type Dispatcher } from "undici";
import { BuilderError, errorOfNetwork, errorOfStatus } from "./builder-error.ts";
import { Secrets } from "../secrets/index.ts";

/** How often and after how long a request is repeated, in milliseconds. */
interface Patience {
  readonly maxRetries: number;
  readonly minTimeout: number;
  /** Longest wait, also where the Builder asks for a longer one. */
  readonly maxTimeout: number;
}

/** How a Builder is reached. */
export interface TransportOptions {
  /** `https://app.newo.ai`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Longest time for an answer, in milliseconds; 30 000 when left out. */
  readonly timeoutMs?: number;
  readonly patience?: Patience;
}

const patient: Patience = { maxRetries: 3, minTimeout: 1000, maxTimeout: 60_000 };

/** Most requests at a time. */
const connections = 4;
/** An access token is renewed so long before it expires. */
const renewBeforeMs = 30_000;
/** What has certainly not been worked off. */
const notReached = ["ECONNREFUSED", "ENOTFOUND", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"];
const cutOff = ["ECONNRESET", "UND_ERR_SOCKET", "EPIPE"];

/** What was answered. */
interface Answer {
  readonly status: number;
  readonly bytes: Uint8Array;
}

/** Sends requests as one account. */
export class Transport {
  readonly origin: string;
  readonly #options: TransportOptions;
  readonly #agent: Agent;
  readonly #dispatcher: Dispatcher;
  readonly #secrets = new Secrets();
  #token: { readonly text: string; readonly until: number } | null = null;

  /** @throws BuilderError when the address or the key is none */
  constructor(options: TransportOptions) {
    const { baseUrl, apiKey, timeoutMs: timeout = 30_000, patience = patient } = options;
    // The value stays out of the message: it may be the key, in the wrong place.
    if (!/^https?:\/\//u.test(baseUrl) || !URL.canParse(baseUrl)) {
      throw new BuilderError(
        "settings",
        "NEWO_BASE_URL is no address. Write one such as https://app.newo.ai.",
      );
    }
    if (!/^[\x21-\x7e]+$/u.test(apiKey)) {
      throw new BuilderError(
        "settings",
        "NEWO_API_KEY is empty or holds blanks. Copy it from the account's API Integration connector.",
      );
    }
    this.#options = options;
    this.origin = new URL(baseUrl).origin;
    this.#secrets.add(apiKey);
    this.#agent = new Agent({
      connections,
      connect: { timeout },
      headersTimeout: timeout,
      bodyTimeout: timeout,
    });
    this.#dispatcher = this.#agent.compose(
      // A second time does no harm.
      interceptors.retry({
        ...patience,
        methods: ["GET", "PUT", "PATCH", "DELETE"],
        statusCodes: [429, 500, 502, 503, 504],
        errorCodes: [...notReached, ...cutOff],
        throwOnError: false,
      }),
      // It may have been made although the answer says otherwise, or never came.
      interceptors.retry({
        ...patience,
        methods: ["POST"],
        statusCodes: [429, 503],
        errorCodes: notReached,
        throwOnError: false,
      }),
    );
  }

  /** The JSON of an answer; null for one without a body. @throws BuilderError */
  async json(method: string, path: string, body?: unknown): Promise<unknown> {
    const bytes = await this.bytes(method, path, body);
    if (bytes.length === 0) {
      return null;
    }
    const value = parsed(bytes);
    if (value === undefined) {
      throw new BuilderError(
        "answer",
        `The Builder at ${this.origin} does not answer ${named(method, path)} with JSON.\nCheck NEWO_BASE_URL: it has to be the address of the API.`,
      );
    }
    return value;
  }

  /** The bytes of an answer. @throws BuilderError */
  async bytes(method: string, path: string, body?: unknown): Promise<Uint8Array> {
    let answer = await this.#withToken(method, path, body);
    if (answer.status === 401 || answer.status === 403) {
      // The token may have ended early; with a new one it is the key that is not accepted.
      this.#token = null;
      answer = await this.#withToken(method, path, body);
    }
    return this.#bytesOf(answer, named(method, path));
  }

  /** Ends all connections. */
  close(): Promise<void> {
    return this.#agent.close();
  }

  async #withToken(method: string, path: string, body: unknown): Promise<Answer> {
    const token = await this.#accessToken();
    return this.#send(method, path, { authorization: `Bearer ${token}` }, body);
  }

  async #accessToken(): Promise<string> {
    const now = (this.#options.now ?? Date.now)();
    if (this.#token !== null && now < this.#token.until) {
      return this.#token.text;
    }
    const path = "/api/v1/auth/api-key/token";
    const answer = await this.#send("POST", path, { "x-api-key": this.#options.apiKey }, {});
    const tokens = recordOf(parsed(this.#bytesOf(answer, named("POST", path))));
    const text = tokens["access_token"] ?? tokens["token"] ?? tokens["accessToken"];
    if (typeof text !== "string" || text === "") {
      throw new BuilderError(
        "answer",
        `The Builder at ${this.origin} gives no token.\nCheck NEWO_BASE_URL: it has to be the address of the API.`,
      );
    }
    const lifetime = Number(tokens["expires_in"] ?? tokens["expiresIn"] ?? 60) * 1000;
    this.#secrets.add(text);
    this.#token = { text, until: now + Math.max(0, lifetime - renewBeforeMs) };
    return text;
  }

  async #send(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: unknown,
  ): Promise<Answer> {
    const isBytes = body instanceof Uint8Array;
    try {
      const answer = await request(`${this.#options.baseUrl.replace(/\/+$/u, "")}${path}`, {
        method: method as Dispatcher.HttpMethod,
        dispatcher: this.#dispatcher,
        headers: {
          accept: "application/json",
          ...(body === undefined ? {} : { "content-type": isBytes ? "application/zip" : "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isBytes ? body : JSON.stringify(body) }),
      });
      return { status: answer.statusCode, bytes: new Uint8Array(await answer.body.arrayBuffer()) };
    } catch (thrown) {
      throw errorOfNetwork(this.origin, named(method, path), detailOf(thrown));
    }
  }

  /** @throws BuilderError for a status of 400 or more */
  #bytesOf({ status, bytes }: Answer, name: string): Uint8Array {
    if (status < 400) {
      return bytes;
    }
    const body = recordOf(parsed(bytes));
    const reason = body["reason"] ?? body["message"] ?? body["detail"];
    const said = typeof reason === "string" ? this.#secrets.text(reason).slice(0, 500) : "";
    throw errorOfStatus(this.origin, name, status, said);
  }
}

/** A request as it is shown: no query, which may hold what is nobody's business. */
function named(method: string, path: string): string {
  return `${method} ${path.split("?")[0] ?? ""}`;
}

/** What can be said of a failure without repeating what was sent. */
function detailOf(thrown: unknown): string {
  if (thrown instanceof errors.HeadersTimeoutError || thrown instanceof errors.BodyTimeoutError) {
    return "no answer in time";
  }
  const code: unknown = thrown instanceof Error && "code" in thrown ? thrown.code : undefined;
  return typeof code === "string" ? code : "no reason was given";
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
