import { describe, expect, test } from "vitest";
import type { Fault } from "../../../scripts/simulator/api/index.ts";
import { ANNA, at, booking, LOC, rows, start, WOMENS_CUT } from "./harness.ts";

type Simulator = Awaited<ReturnType<typeof start>>["server"];

const COMPANY = `/company/${LOC}`;

// Waits until the server has dealt with a request, then lets the caller give up.
async function unanswered(salon: Awaited<ReturnType<typeof start>>, body: unknown): Promise<void> {
  const giveUp = new AbortController();
  const pending = salon.post(`/book_record/${LOC}`, body, { signal: giveUp.signal });
  const failed = expect(pending).rejects.toThrow();
  await logged(salon.server);
  giveUp.abort();
  await failed;
}

async function logged(server: Simulator): Promise<void> {
  while (server.requests.length === 0) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function plan(server: Simulator, fault: Fault, method: "GET" | "POST" | "*" = "*"): void {
  server.faults.add({ method, path: "/**", fault });
}

describe("no answer", () => {
  test.each([
    ["timeout-before", 0],
    ["timeout-after-commit", 1],
  ] as const)("%s leaves %i records", async (kind, count) => {
    const salon = await start();
    plan(salon.server, { kind });
    await unanswered(salon, booking());
    expect(salon.server.state.records).toHaveLength(count);
    expect(salon.server.requests).toMatchObject([{ method: "POST", status: null, fault: kind }]);
  });

  test.each([
    ["reset", 0],
    ["reset-after-commit", 1],
  ] as const)("%s leaves %i records", async (kind, count) => {
    const { server, post } = await start();
    plan(server, { kind });
    await expect(post(`/book_record/${LOC}`, booking())).rejects.toThrow();
    expect(server.state.records).toHaveLength(count);
    expect(server.requests).toMatchObject([{ status: null, fault: kind }]);
  });
});

describe("an answer of something else", () => {
  test("429 with and without Retry-After, 500; nothing is done", async () => {
    const { server, post } = await start();
    plan(server, { kind: "status", status: 429, retryAfterSeconds: 3 });
    plan(server, { kind: "status", status: 429 });
    plan(server, { kind: "status", status: 500 });
    const send = () => post(`/book_record/${LOC}`, booking());
    const replies = [await send(), await send(), await send()];
    expect(replies.map((reply) => [reply.status, reply.headers.get("retry-after")])).toEqual([
      [429, "3"],
      [429, null],
      [500, null],
    ]);
    expect(server.state.records).toEqual([]);
    expect((await send()).status).toBe(201);
  });

  test("the challenge page is HTML with 403", async () => {
    const { server, post } = await start();
    plan(server, { kind: "html-403" });
    const reply = await post(`/book_record/${LOC}`, booking());
    expect(reply.status).toBe(403);
    expect(reply.headers.get("content-type")).toContain("text/html");
    expect(reply.text).toContain("Just a moment...");
    expect(server.state.records).toEqual([]);
  });
});

describe("a spoiled answer", () => {
  test("malformed JSON and an empty body, the write being done", async () => {
    const { server, post, get } = await start();
    plan(server, { kind: "malformed-json" }, "POST");
    const broken = await post(`/book_record/${LOC}`, booking());
    expect(broken.status).toBe(201);
    expect(broken.text).not.toBe("");
    expect(broken.json).toBeUndefined();
    expect(server.state.records).toHaveLength(1);
    plan(server, { kind: "empty-body" });
    const empty = await get(COMPANY);
    expect([empty.status, empty.text]).toEqual([200, ""]);
  });

  test("[] for {}: the data itself, or the objects inside a list", async () => {
    const { server, get } = await start();
    plan(server, { kind: "empty-list-for-object" });
    expect((await get(COMPANY)).json).toEqual({ success: true, data: [], meta: [] });
    plan(server, { kind: "empty-list-for-object" });
    const staff = await get(`/book_staff/${LOC}`);
    expect(at(staff.json, "data", 0, "position")).toEqual([]);
    expect(at(staff.json, "data", 0, "id")).toBe(ANNA);
  });

  test("numbers as text, and data without its envelope", async () => {
    const { server, get } = await start();
    plan(server, { kind: "numbers-as-text" });
    const path = `/book_times/${LOC}/${ANNA}/2026-10-20?service_ids[]=${WOMENS_CUT}`;
    expect(at((await get(path)).json, "data", 0, "seance_length")).toBe("3600");
    plan(server, { kind: "unwrapped" });
    expect(at((await get(path)).json, 0, "seance_length")).toBe(3600);
  });
});

describe("the plan", () => {
  const fault: Fault = { kind: "status", status: 500 };

  test("hits the given number of requests of one method and path and lists what is left", async () => {
    const { server, get } = await start();
    server.faults
      .add({ method: "GET", path: "/book_times/*/*/*", fault, times: 2 })
      .add({ method: "POST", path: "/book_record/*", fault });
    const times = `/book_times/${LOC}/${ANNA}/2026-10-20`;
    expect((await get(COMPANY)).status).toBe(200);
    expect((await get(times)).status).toBe(500);
    expect(server.faults.unused().map(({ path, times }) => [path, times])).toEqual([
      ["/book_times/*/*/*", 1],
      ["/book_record/*", 1],
    ]);
    expect((await get(times)).status).toBe(500);
    expect((await get(times)).status).toBe(200);
    expect(server.faults.unused().map(({ path }) => path)).toEqual(["/book_record/*"]);
    // A longer path is another call.
    expect((await get(`/book_record/${LOC}/1/x`)).status).toBe(404);
  });

  test("matches marketplace paths too", async () => {
    const { server, get } = await start();
    server.faults.add({ method: "*", path: "/marketplace/**", fault });
    const path = "/marketplace/application/1193/salons?page=1&count=2";
    expect((await get(path)).status).toBe(500);
    expect((await get(path)).status).toBe(200);
  });
});

test("with rate limits the sixth request of a second is 429", async () => {
  let now = new Date("2026-10-19T08:00:00Z");
  const { get } = await start({ now: () => now, enforceRateLimits: true });
  const statuses: number[] = [];
  for (let count = 0; count < 6; count += 1) {
    statuses.push((await get("/countries")).status);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  now = new Date("2026-10-19T08:00:01Z");
  expect((await get("/countries")).status).toBe(200);
  // 200 in a minute: 6 were served, 194 more may be.
  for (let count = 0; count < 194; count += 1) {
    now = new Date(now.getTime() + 250);
    expect((await get("/countries")).status).toBe(200);
  }
  now = new Date(now.getTime() + 1000);
  expect((await get("/countries")).status).toBe(429);
});

test("two runs give the same bytes", async () => {
  const run = async () => {
    const { server, get, post } = await start();
    const replies = [
      await post(`/book_record/${LOC}`, booking()),
      await post(`/book_record/${LOC}`, booking()),
      await get(`/book_staff/${LOC}`),
      await get(`/book_times/${LOC}/0/2026-10-20?service_ids[]=${WOMENS_CUT}`),
    ];
    const seen = replies.map(({ status, text, headers }) => [status, text, headers.get("date")]);
    return JSON.stringify([seen, server.requests, server.state.records, server.state.clients]);
  };
  const first = await run();
  expect(await run()).toBe(first);
  expect(rows(JSON.parse(first), 0).map((reply) => at(reply, 2))).toEqual([null, null, null, null]);
});

test("ids can be injected", async () => {
  const { post } = await start({ newId: (kind) => (kind === "record_hash" ? "abc" : 42) });
  const reply = await post(`/book_record/${LOC}`, booking());
  expect(at(reply.json, "data", 0)).toMatchObject({ record_id: 42, record_hash: "abc" });
});
