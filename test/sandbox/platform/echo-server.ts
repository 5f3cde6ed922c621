/** A tiny HTTP server for the tests of the platform. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A running server. */
export interface EchoServer {
  readonly url: string;
  /** `GET /path?query` of each request, in order of arrival. */
  readonly seen: string[];
  close(): Promise<void>;
}

/** Starts a server on a free port of the loopback interface. */
export async function startServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<EchoServer> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method ?? ""} ${request.url ?? ""}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
