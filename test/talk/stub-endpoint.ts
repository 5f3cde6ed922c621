/** An OpenAI-compatible endpoint on this machine that answers what it is told to. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A request as it came in. */
interface StubRequest {
  readonly path: string;
  readonly authorization: string;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: "system" | "user"; readonly content: string }[];
    readonly response_format?: { readonly json_schema: { readonly name: string; readonly schema: object } };
  };
}

/** Answers one request; one that is left alone stays open. */
export type StubAnswer = (response: ServerResponse, request: StubRequest) => void | Promise<void>;

/** The endpoint, and what it was asked. */
export interface Stub {
  readonly address: string;
  readonly requests: readonly StubRequest[];
}

/** A completion as an endpoint gives it. */
export function completion(content: unknown, more: object = {}): StubAnswer {
  return status(200, {
    choices: [{ message: { role: "assistant", content }, finish_reason: "stop", ...more }],
    usage: { prompt_tokens: 100, completion_tokens: 7 },
  });
}

/** Any answer; a text goes out as it is. */
export function status(code: number, body: unknown, headers: Record<string, string> = {}): StubAnswer {
  return (response) => {
    response.writeHead(code, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
}

/** Gives the answers one after another, the last one for ever. Ends with the test. */
export async function stubEndpoint(...answers: readonly StubAnswer[]): Promise<Stub> {
  const requests: StubRequest[] = [];
  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) {
      chunks.push(chunk as Buffer);
    }
    const request: StubRequest = {
      path: incoming.url ?? "",
      authorization: incoming.headers.authorization ?? "",
      body: JSON.parse(Buffer.concat(chunks).toString("utf8")) as StubRequest["body"],
    };
    requests.push(request);
    await (answers[requests.length - 1] ?? answers.at(-1))?.(response, request);
  };
  const server = createServer((incoming, response) => void serve(incoming, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1`, requests };
}
