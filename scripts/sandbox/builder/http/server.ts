/** The HTTP server around the routes: reads a request, asks for its token, writes the answer. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { LocalBuilder } from "../local-builder.ts";
import { routes } from "../resources/index.ts";
import { Fields } from "./fields.ts";
import { refusalTypes } from "../guesses.ts";
import { Refusal } from "./refusal.ts";
import { type Call, findRoute, type Match, Reply } from "./route.ts";

/** Most bytes of a body; the largest real ones, archives, stay far below. */
const mostBytes = 64 * 1024 * 1024;

/** Makes the server; it does not listen yet. */
export function makeServer(builder: LocalBuilder): Server {
  return createServer((incoming, response) => {
    void serve(builder, incoming, response);
  });
}

async function serve(
  builder: LocalBuilder,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = incoming.method ?? "GET";
  const [target, own] = [incoming.url ?? "/", "http://localhost/"];
  // What is no address has no path that is served.
  const url = new URL(URL.canParse(target, own) ? target : "/", own);
  let reply: Reply;
  try {
    const bytes = await readBody(incoming);
    const match = findRoute(routes, method, url.pathname);
    if (match === null) {
      throw new Refusal(404, refusalTypes.notFound, `There is nothing at ${method} ${url.pathname}.`);
    }
    if (match.route.open !== true) {
      builder.tokens.check(incoming.headers.authorization);
    }
    const value = await builder.inTurn(method === "GET" || match.route.reads === true, () =>
      match.route.handle(makeCall(builder, match, url, incoming, bytes)),
    );
    reply = value instanceof Reply ? value : new Reply(200, value ?? null);
  } catch (thrown) {
    reply = replyTo(thrown, (text) => builder.account.secrets.text(text));
  }
  send(response, reply);
  builder.onRequest({ method, path: url.pathname, status: reply.status });
}

function makeCall(
  builder: LocalBuilder,
  { params }: Match,
  url: URL,
  { headers }: IncomingMessage,
  bytes: Uint8Array,
): Call {
  const json = (): unknown => {
    try {
      return JSON.parse(new TextDecoder().decode(bytes));
    } catch {
      throw Refusal.invalid("The body has to be JSON.");
    }
  };
  return {
    builder,
    param: (name) => params[name] ?? "",
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
    ),
    json,
    fields: () => new Fields(json()),
    bytes,
  };
}

async function readBody(incoming: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) {
      throw new Refusal(413, "too_large", "The body is larger than 64 MiB.");
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A refusal as the platform writes it; anything else is a defect and says so instead of leaving a client to wait. */
function replyTo(thrown: unknown, redact: (text: string) => string): Reply {
  if (thrown instanceof Refusal) {
    const { status, type } = thrown;
    const message = redact(thrown.message);
    return new Reply(status, { type, reason: message, reasons: [message] });
  }
  const reason = redact(thrown instanceof Error ? thrown.message : String(thrown));
  return new Reply(500, { type: "internal_error", reason, reasons: [reason] });
}

function send(response: ServerResponse, { status, body, contentType }: Reply): void {
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { "content-type": contentType });
  response.end(body instanceof Uint8Array ? body : JSON.stringify(body));
}
