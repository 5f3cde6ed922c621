/** The HTTP server around `dispatch`: reads a request, applies a planned fault, writes the answer. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { dispatch, type WireRequest } from "./dispatch.ts";
import type { Fault, FaultPlan } from "./faults.ts";
import type { RateLimit } from "./rate-limit.ts";
import { recordRequest, type RecordedRequest } from "./request-log.ts";
import { responseInstead, spoiled, statusResponse, type WireResponse } from "./wire-response.ts";
import type { World } from "./world.ts";

/** What a server works with. `log` is appended to; `limit` null = no rate limit. */
export interface ServerParts {
  readonly world: World;
  readonly faults: FaultPlan;
  readonly limit: RateLimit | null;
  readonly log: RecordedRequest[];
}

/** What becomes of a request: an answer, silence, or a dropped connection. */
type Outcome = WireResponse | "silence" | "drop";

/** Makes the server; it does not listen yet. */
export function makeServer(parts: ServerParts): Server {
  return createServer((incoming, response) => {
    void serve(parts, incoming, response);
  });
}

async function serve(parts: ServerParts, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const request = await readRequest(incoming);
    send(response, handle(parts, request));
  } catch (error) {
    // A defect of the simulator: say so in the answer instead of leaving the client to wait.
    const text = error instanceof Error ? error.message : String(error);
    send(response, { status: 500, headers: { "content-type": "text/plain" }, body: `simulator: ${text}` });
  }
}

async function readRequest(incoming: IncomingMessage): Promise<WireRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer);
  }
  const [path = "/", search = ""] = (incoming.url ?? "/").split("?");
  const { accept, authorization } = incoming.headers;
  const headers = { accept, authorization, "content-type": incoming.headers["content-type"] };
  const body = Buffer.concat(chunks).toString("utf8");
  return { method: incoming.method ?? "GET", path, search, headers, body };
}

// From here on nothing waits, so requests are served one after the other and a write is never half seen.
function handle(parts: ServerParts, request: WireRequest): Outcome {
  const admitted = parts.limit === null || parts.limit.admit();
  const fault = admitted ? parts.faults.take(request.method, request.path) : null;
  const outcome = admitted ? outcomeOf(parts, request, fault) : statusResponse(429);
  const status = typeof outcome === "string" ? null : outcome.status;
  parts.log.push(recordRequest(parts.world.salon, request, { status, fault: fault?.kind ?? null }));
  return outcome;
}

function outcomeOf(parts: ServerParts, request: WireRequest, fault: Fault | null): Outcome {
  if (fault?.kind === "timeout-before") {
    return "silence";
  }
  if (fault?.kind === "reset") {
    return "drop";
  }
  const instead = fault === null ? null : responseInstead(fault);
  if (instead !== null) {
    return instead;
  }
  const rendered = dispatch(parts.world, request);
  if (fault?.kind === "timeout-after-commit") {
    return "silence";
  }
  return fault?.kind === "reset-after-commit" ? "drop" : spoiled(fault, rendered);
}

function send(response: ServerResponse, outcome: Outcome): void {
  if (outcome === "silence") {
    return;
  }
  if (outcome === "drop") {
    response.socket?.destroy();
    return;
  }
  // The Date header would be the machine's clock; without it two runs give the same bytes.
  response.sendDate = false;
  response.writeHead(outcome.status, { ...outcome.headers });
  response.end(outcome.body);
}
