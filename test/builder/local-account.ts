/** A local Builder with an account of its own, and requests to it as they go over the wire. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { publishRelease, type Release } from "../../scripts/registry/index.ts";
import {
  startBuilder,
  type LocalBuilderOptions,
  type RunningBuilder,
  type ServedRequest,
} from "../../scripts/sandbox/builder/index.ts";
import { temporaryFolder } from "../artifact/temporary-folder.ts";

/** An answer: its status, its body as JSON where it is JSON. */
interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly bytes: Uint8Array;
}

/** The Builder and what a test needs of it. */
export interface LocalAccount {
  readonly folder: string;
  readonly builder: RunningBuilder;
  readonly url: string;
  readonly requests: readonly ServedRequest[];
  /** Moves the clock. */
  pass(seconds: number): void;
  /** Releases into the registries of this machine. */
  release(release: Release): void;
  /** Sends a request with a token. */
  send(method: string, path: string, body?: unknown): Promise<Answer>;
  /** `send`, and the body of an answer that has to have worked. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Ends it and starts it again on the same state. */
  restart(): Promise<void>;
}

/** Starts one; it ends with the test. */
export async function localAccount(options: Partial<LocalBuilderOptions> = {}): Promise<LocalAccount> {
  const folder = temporaryFolder();
  const requests: ServedRequest[] = [];
  let now = Date.UTC(2026, 11, 1, 9);
  const registriesRoot = join(folder, "registries");
  const start = (): Promise<RunningBuilder> =>
    startBuilder({
      stateFile: join(folder, "state.json"),
      registriesRoot,
      now: () => now,
      newId: randomUUID,
      newKey: () => `key-${randomUUID()}`,
      port: 0,
      onRequest: (request) => requests.push(request),
      ...options,
    });
  let builder = await start();
  onTestFinished(() => builder.close());
  let token = "";
  const bare = async (method: string, path: string, headers: Record<string, string>, body: unknown) => {
    const isBytes = body instanceof Uint8Array;
    const response = await fetch(`${builder.url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isJson = response.headers.get("content-type") === "application/json";
    return {
      status: response.status,
      bytes,
      body: isJson ? (JSON.parse(new TextDecoder().decode(bytes)) as unknown) : undefined,
    };
  };
  const send = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    if (token === "") {
      const answer = await bare("POST", "/api/v1/auth/api-key/token", { "x-api-key": builder.apiKey }, {});
      token = (answer.body as { access_token: string }).access_token;
    }
    return bare(method, path, { authorization: `Bearer ${token}` }, body);
  };
  return {
    folder,
    requests,
    get builder() {
      return builder;
    },
    get url() {
      return builder.url;
    },
    pass: (seconds) => {
      now += seconds * 1000;
    },
    release: (release) => {
      publishRelease(registriesRoot, release);
    },
    send,
    ask: async <T>(method: string, path: string, body?: unknown) => {
      const answer = await send(method, path, body);
      if (answer.status >= 400) {
        throw new Error(`${method} ${path}: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
      }
      return answer.body as T;
    },
    restart: async () => {
      await builder.close();
      builder = await start();
    },
  };
}
