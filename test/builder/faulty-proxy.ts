/** Stands between a client and a Builder, and spoils what a test wants spoiled. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What becomes of a request: an answer of that status, a dropped connection before or after it was worked off. */
export type Fault =
  | {
      readonly status: number;
      /** JSON; text is sent as it is. */
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | "drop"
  | "drop after";

/** The proxy. */
export interface FaultyProxy {
  readonly url: string;
  /** Every request, `PUT /api/...`, in order. */
  readonly seen: readonly string[];
  /** Says what becomes of a request; null for nothing special. */
  spoil(fault: (request: string) => Fault | null): void;
}

/** Starts one; it ends with the test. */
export async function faultyProxy(target: () => string): Promise<FaultyProxy> {
  const seen: string[] = [];
  let faultOf: (request: string) => Fault | null = () => null;
  const server = createServer((incoming, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming as AsyncIterable<Buffer>) {
        chunks.push(chunk);
      }
      const path = incoming.url ?? "/";
      const request = `${incoming.method ?? ""} ${path.split("?")[0] ?? ""}`;
      seen.push(request);
      const fault = faultOf(request);
      if (fault === "drop") {
        incoming.socket.destroy();
        return;
      }
      if (fault !== null && fault !== "drop after") {
        response.writeHead(fault.status, { "content-type": "application/json", ...fault.headers });
        const { body = {} } = fault;
        response.end(typeof body === "string" ? body : JSON.stringify(body));
        return;
      }
      const body = Buffer.concat(chunks);
      const answer = await fetch(`${target()}${path}`, {
        method: incoming.method ?? "GET",
        headers: Object.fromEntries(
          ["authorization", "x-api-key", "content-type"].flatMap((name) => {
            const value = incoming.headers[name];
            return typeof value === "string" ? [[name, value]] : [];
          }),
        ),
        ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
      });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (fault === "drop after") {
        incoming.socket.destroy();
        return;
      }
      response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
      response.end(bytes);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    seen,
    spoil: (fault) => {
      faultOf = fault;
    },
  };
}

/** Spoils the first `times` requests that match. */
export function firstOf(pattern: RegExp, fault: Fault, times = 1): (request: string) => Fault | null {
  let left = times;
  return (request) => {
    if (!pattern.test(request) || left === 0) {
      return null;
    }
    left -= 1;
    return fault;
  };
}
