/** The API of a workshop with two repairs. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type { SimulatedService, Simulator } from "../../../scripts/sandbox/conversations/service.ts";
import { apiKey } from "./attributes/index.ts";

const key = "demo-workshop-key";
const text = { type: "string" };

/** One agreed collection. */
interface Collection {
  readonly ticket: string;
  /** `YYYY-MM-DD HH:MM`. */
  readonly at: string;
}

/** The service of pedalo.example. */
export const simulator: Simulator = {
  name: "Pedalo",
  origins: ["https://api.pedalo.example"],
  words: {
    calendarEntry: {
      type: "object",
      properties: { ticket: text, date: text, time: text },
      required: ["ticket", "date", "time"],
      additionalProperties: false,
    },
  },
  statusAttribute: "",
  open: openWorkshop,
};

async function openWorkshop(): Promise<SimulatedService> {
  const repairs = new Map([
    ["4711", { bike: "blue tandem", ready: true }],
    ["4712", { bike: "racing bike", ready: false }],
  ]);
  const collections: Collection[] = [];
  const answerTo = async (request: IncomingMessage): Promise<[status: number, body: unknown]> => {
    const repair = repairs.get(request.url?.replace("/repairs/", "") ?? "");
    if (request.headers["x-api-key"] !== key) {
      return [401, {}];
    }
    if (request.method === "GET") {
      return repair === undefined ? [404, {}] : [200, repair];
    }
    collections.push((await json(request)) as Collection);
    return [201, {}];
  };
  const server = createServer((request, response) => {
    void answerTo(request).then(([status, body]) => response.writeHead(status).end(JSON.stringify(body)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    title: "Pedalo workshop",
    settings: [{ idn: apiKey.idn, value: key }],
    secrets: [key],
    calendar: () => collections.map(({ ticket, at }) => ({ line: `${at} ${ticket}`, columns: [at, ticket] })),
    lineOf: (entry) => {
      const { date, time, ticket } = entry as { date: string; time: string; ticket: string };
      return `${date} ${time} ${ticket}`;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
