/** Who may reach the workbench: the page that the command has opened, and nobody else. */
import { request, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBench } from "./open-bench.ts";

let bench: Awaited<ReturnType<typeof openBench>>;
let own: URL;

beforeAll(async () => {
  bench = await openBench();
  own = new URL(bench.served.url);
});
afterAll(() => bench.close());

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Over the wire, with any header: a browser or `fetch` would not send some of them. */
function ask(
  path: string,
  { method = "GET", body = "", ...headers }: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: own.hostname, port: own.port, path, method, headers: { host: own.host, ...headers } },
      (response) => {
        const { statusCode: status = 0, headers: given } = response;
        void text(response).then((read) => {
          resolve({ status, headers: given, body: read });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

const json = { method: "POST", "content-type": "application/json" };
const wait = JSON.stringify({ do: "step", step: { kind: "pass", minutes: 1 } });

/** Steps that were taken: what is refused must not have been done. */
function steps(): number {
  return bench.bench.state.steps.length;
}

describe("the workbench's server", () => {
  test("serves its page with a policy that allows nothing from elsewhere and no script in the document", async () => {
    const { status, headers } = await ask(own.pathname);
    expect(status).toBe(200);
    const policy = Object.fromEntries(
      String(headers["content-security-policy"])
        .split("; ")
        .map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1).join(" ")]),
    );
    expect(policy).toEqual({
      "default-src": "'none'",
      "script-src": "'self'",
      "style-src": "'self'",
      "connect-src": "'self'",
      "img-src": "'self' data:",
      "base-uri": "'none'",
      "form-action": "'none'",
      "frame-ancestors": "'none'",
    });
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  test.each(["", "page.js", "page.css", "events", "trace", "skill", "conversation", "do"])(
    "gives /%s to nobody who does not know the token, and says nothing about it",
    async (name) => {
      for (const path of [
        `/${name}`,
        `//${name}`,
        `/wrong/${name}`,
        `/token12/${name}`,
        `/token1234/${name}`,
        `/TOKEN123/${name}`,
      ]) {
        const { status, body } = await ask(path, name === "do" ? { ...json, body: wait } : {});
        expect(status, path).toBe(404);
        expect(body).not.toContain("token123");
      }
      expect(steps()).toBe(0);
    },
  );

  test.each(["attacker.example", "localhost", "127.0.0.1", "[::1]", "127.0.0.1.attacker.example"])(
    "refuses the host name %j, also one that was made to lead to this machine",
    async (name) => {
      for (const host of [name, `${name}:${own.port}`].filter((one) => one !== own.host)) {
        expect((await ask(own.pathname, { host })).status, host).toBeOneOf([400, 404]);
        expect((await ask(`${own.pathname}do`, { ...json, host, body: wait })).status, host).toBeOneOf([
          400, 404,
        ]);
      }
      expect(steps()).toBe(0);
    },
  );

  test.each(["http://attacker.example", "null", "http://127.0.0.1", "http://localhost:80", ""])(
    "does and tells nothing for a page of %j",
    async (origin) => {
      expect((await ask(`${own.pathname}do`, { ...json, origin, body: wait })).status).toBe(403);
      expect((await ask(`${own.pathname}trace`, { origin })).status).toBe(403);
      expect(steps()).toBe(0);
    },
  );

  test.each([undefined, "", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])(
    "takes no command as %j, which a form of another site could send",
    async (type) => {
      const sent = { method: "POST", body: wait, ...(type === undefined ? {} : { "content-type": type }) };
      expect((await ask(`${own.pathname}do`, sent)).status).toBe(415);
      expect(steps()).toBe(0);
    },
  );

  test("answers no other method than the one of a place, and names that", async () => {
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH"]) {
      const { status, headers } = await ask(`${own.pathname}trace`, { method });
      expect([status, headers.allow], method).toEqual([405, "GET"]);
    }
    for (const method of ["GET", "PUT", "OPTIONS", "HEAD"]) {
      const { status, headers } = await ask(`${own.pathname}do`, { method });
      expect([status, headers.allow], method).toEqual([405, "POST"]);
    }
  });

  test.each([
    ["no JSON", "{", 400],
    ["too much", " ".repeat(1024 * 1024 + 1), 413],
  ])("refuses a command that is %s, and goes on", async (_, body, status) => {
    expect((await ask(`${own.pathname}do`, { ...json, body })).status).toBe(status);
    expect((await ask(own.pathname)).status).toBe(200);
  });

  test.each([
    "{}",
    "null",
    "[]",
    '{"do":"everything"}',
    '{"do":"step"}',
    '{"do":"step","step":{"kind":"burn"}}',
    '{"do":"step","step":{"kind":"pass","minutes":"1"}}',
    '{"do":"step","step":{"kind":"team","title":"x","action":{}}}',
    '{"do":"undo","twice":true}',
  ])("does nothing for %s, which is no command", async (body) => {
    await bench.bench.run({ do: "step", step: { kind: "pass", minutes: 1 } });
    const before = steps();
    const answer = await ask(`${own.pathname}do`, { ...json, body });
    expect(answer).toMatchObject({ status: 400, body: "The workbench has no such command.\n" });
    expect(steps()).toBe(before);
  });

  test("takes a command of its own page", async () => {
    const before = steps();
    const sent = { ...json, origin: own.origin, body: wait };
    expect((await ask(`${own.pathname}do`, sent)).body).toBe('{"problem":""}');
    expect(steps()).toBe(before + 1);
  });

  test("listens to this machine alone", async () => {
    expect(own.hostname).toBe("127.0.0.1");
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === "IPv4");
    for (const { address } of others) {
      const answer = await new Promise((resolve) => {
        const socket = connect({ host: address, port: Number(own.port), timeout: 5000 });
        socket.on("connect", () => {
          resolve("connected");
          socket.destroy();
        });
        socket.on("error", () => {
          resolve("refused");
        });
        socket.on("timeout", () => {
          resolve("refused");
          socket.destroy();
        });
      });
      expect(answer, address).toBe("refused");
    }
  });
});
