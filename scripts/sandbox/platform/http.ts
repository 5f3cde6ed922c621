/** Performs the requests of skills as real HTTP, but only to hosts the sandbox was told about. */

/** A request as `send_request` gives it, headers parsed. `body` is "" for none. */
export interface HttpCommand {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An HTTP answer of any status, or the reason why there was none. */
export type HttpOutcome =
  | { readonly kind: "answer"; readonly status: number; readonly body: string }
  | { readonly kind: "failure"; readonly reason: string };

/** How requests leave. */
export interface HttpOptions {
  readonly fetch: typeof globalThis.fetch;
  /** Origin in the module's urls -> origin that really answers: `https://api.alteg.io` -> `http://127.0.0.1:4711`. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Longest time a request may take, in milliseconds. */
  readonly timeoutMs: number;
}

/**
 * Sends one request. Never rejects: an unknown host, a time-out, a broken connection and a request that is not
 * valid HTTP are outcomes.
 */
export async function sendHttp(command: HttpCommand, options: HttpOptions): Promise<HttpOutcome> {
  const target = rewrite(command.url, options.hosts);
  if (target === null) {
    return { kind: "failure", reason: "the host cannot be reached from the sandbox" };
  }
  try {
    const response = await options.fetch(target, {
      method: command.method,
      headers: command.headers,
      // A redirect could lead out of the mapped hosts.
      redirect: "manual",
      signal: AbortSignal.timeout(options.timeoutMs),
      ...(command.body === "" ? {} : { body: command.body }),
    });
    return { kind: "answer", status: response.status, body: await response.text() };
  } catch (error) {
    return { kind: "failure", reason: reasonOf(error) };
  }
}

function rewrite(url: string, hosts: Readonly<Record<string, string>>): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !url.startsWith(parsed.origin) || !Object.hasOwn(hosts, parsed.origin)) {
    return null;
  }
  // The rest is kept as written: a server sees the module's own percent-encoding.
  return `${(hosts[parsed.origin] ?? "").replace(/\/$/, "")}${url.slice(parsed.origin.length)}`;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : "";
  return `${error.name}: ${error.message}${cause}`;
}
