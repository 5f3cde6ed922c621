/** Serves the workbench to one machine: loopback only, behind a token in the address, nothing from elsewhere. */
import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isCommand } from "./command-form.ts";
import { pageFiles } from "./page-files.ts";
import type { Command } from "./protocol.ts";
import type { Workbench } from "./workbench.ts";

/** A workbench that listens. */
export interface RunningWorkbench {
  /** With the token, and a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Most bytes of a command; a scenario's text is the longest there is. */
const mostBytes = 1024 * 1024;

/** A request that is not served. The message is for people. */
class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const headers = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

/**
 * Starts to serve.
 *
 * @param token not to be guessed; only letters and digits
 * @param port TCP port on 127.0.0.1; 0 for any free one
 * @throws the error of the network when the port cannot be had
 */
export async function serveWorkbench(
  workbench: Workbench,
  { token, port }: { readonly token: string; readonly port: number },
): Promise<RunningWorkbench> {
  const files = await pageFiles(workbench.state.module);
  const server = createServer((request, response) => {
    answer(request, response).catch((thrown: unknown) => {
      const [status, message] =
        thrown instanceof Refused
          ? [thrown.status, thrown.message]
          : [500, `The workbench has stopped at this: ${thrown instanceof Error ? thrown.message : ""}`];
      send(response, status, "text/plain", `${message}\n`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const host = `127.0.0.1:${String(taken)}`;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // Another site may have this machine's browser ask; it knows neither this name nor the token.
    const address = `http://${host}${request.url ?? "/"}`;
    const url = new URL(URL.canParse(address) ? address : `http://${host}/`);
    const [, given = "", ...rest] = url.pathname.split("/");
    if (request.headers.host !== host || !isSame(given, token)) {
      throw new Refused(404, "There is nothing here. Open the address that the command has printed.");
    }
    if ((request.headers.origin ?? `http://${host}`) !== `http://${host}`) {
      throw new Refused(403, "Only the workbench's own page may do that.");
    }
    const name = rest.join("/");
    const file = files.get(name);
    if (request.method === "POST" && name === "do") {
      const outcome = await workbench.run(await readCommand(request));
      send(response, 200, "application/json", JSON.stringify(outcome));
    } else if (request.method !== "GET" || name === "do") {
      response.setHeader("allow", name === "do" ? "POST" : "GET");
      throw new Refused(405, `Here only ${name === "do" ? "POST" : "GET"} is answered.`);
    } else if (file !== undefined && rest.length > 0) {
      send(response, 200, file.type, file.text);
    } else if (name === "events") {
      stream(workbench, response);
    } else if (name === "trace") {
      const rows = workbench.trace(Number(url.searchParams.get("from") ?? "0"));
      send(response, 200, "application/json", JSON.stringify(rows));
    } else if (name === "skill") {
      const { searchParams } = url;
      const skill = workbench.skill(searchParams.get("flow") ?? "", searchParams.get("skill") ?? "");
      send(response, skill === null ? 404 : 200, "application/json", JSON.stringify(skill));
    } else if (name === "conversation") {
      send(response, 200, "application/yaml; charset=utf-8", workbench.conversation());
    } else {
      throw new Refused(404, "There is nothing here.");
    }
  };
  return {
    url: `http://${host}/${token}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await workbench.close();
    },
  };
}

/** A form of another site can send text, but no JSON. @throws Refused */
async function readCommand(request: IncomingMessage): Promise<Command> {
  if (request.headers["content-type"]?.split(";")[0]?.trim() !== "application/json") {
    throw new Refused(415, "A command has to be sent as application/json.");
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) {
      throw new Refused(413, "A command may have one megabyte at most.");
    }
    chunks.push(chunk);
  }
  let command: unknown;
  try {
    command = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new Refused(400, "A command has to be JSON.");
  }
  if (!isCommand(command)) {
    throw new Refused(400, "The workbench has no such command.");
  }
  return command;
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...headers, "content-type": type }).end(body);
}

/** Server-sent events: the state now, and each one after it. */
function stream(workbench: Workbench, response: ServerResponse): void {
  response.writeHead(200, { ...headers, "content-type": "text/event-stream" });
  const show = (state: unknown): void => {
    response.write(`data: ${JSON.stringify(state)}\n\n`);
  };
  show(workbench.state);
  response.once("close", workbench.listen(show));
}

function isSame(given: string, token: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(token)];
  return left.length === right.length && timingSafeEqual(left, right);
}
