import { describe, expect, it } from "vitest";
import type { HttpRequest, HttpResult } from "#sdk";
import { createNodeContext } from "../../../scripts/sdk/node-context.ts";
import { lookUp, notable } from "../../../skills/altegio/look-up.ts";
import { MemoryHost } from "../memory-host.ts";

const request: HttpRequest = { method: "GET", url: "https://api.test/x", body: "", authorization: "partner" };
const good: HttpResult = { status: 200, body: '{"success":true,"data":[1]}' };
const timedOut: HttpResult = { status: 0, body: "Read timed out" };
const dropped: HttpResult = { status: 0, body: "connection reset" };
const busy: HttpResult = { status: 429, body: "" };

/** The problem a look-up ends with, and how many requests and pauses it took. */
async function looked(
  ...answers: readonly HttpResult[]
): Promise<readonly [string, number, readonly string[]]> {
  const host = new MemoryHost();
  let sent = 0;
  const ctx = createNodeContext(
    host,
    () => "persona-1",
    () => {
      sent += 1;
      return Promise.resolve(answers[sent - 1] ?? good);
    },
  );
  const answer = await lookUp(ctx, request);
  return [answer.problem, sent, host.calls("Sleep").map((call) => String(call["duration"]))];
}

describe("a look-up", () => {
  it.each<[string, readonly HttpResult[], readonly [string, number, readonly string[]]]>([
    ["that is answered", [good], ["none", 1, []]],
    ["that is refused", [{ status: 404, body: "{}" }], ["not_found", 1, []]],
    ["that times out", [timedOut], ["transport", 1, []]],
    ["that times out in other words", [{ status: 0, body: "Request Time-out" }], ["transport", 1, []]],
    ["that a gateway gave up", [{ status: 504, body: "timeout" }], ["none", 2, []]],
    ["that is dropped once", [dropped], ["none", 2, []]],
    ["that is dropped twice", [dropped, dropped], ["transport", 2, []]],
    ["that is dropped and then times out", [dropped, timedOut], ["transport", 2, []]],
    ["with an empty success", [{ status: 200, body: " " }], ["none", 2, []]],
    [
      "with an empty success, twice",
      [
        { status: 204, body: "" },
        { status: 200, body: "" },
      ],
      ["transport", 2, []],
    ],
    [
      "with an empty page of another kind",
      [
        { status: 300, body: "" },
        { status: 300, body: "" },
      ],
      ["unknown", 1, []],
    ],
    ["that came too often", [busy], ["none", 2, ["1"]]],
    ["that came too often twice", [busy, busy], ["rate", 2, ["1"]]],
  ])("%s", async (_, answers, end) => {
    expect(await looked(...answers)).toEqual(end);
  });
});

describe("what a failure says of the set-up", () => {
  const at = (path: string): HttpRequest => ({ ...request, url: `https://api.alteg.io/api/v1/${path}` });
  it.each([
    ["user/records/282/567df655", "not_found", "none"],
    ["user/records/282/567df655", "rights", "none"],
    ["user/records/282/567df655", "auth", "auth"],
    ["record/4564/282", "not_found", "none"],
    ["record/4564/282", "rights", "rights"],
    ["book_record/4564/282/567df655", "not_found", "none"],
    ["book_record/4564", "not_found", "not_found"],
    ["records/4564", "not_found", "not_found"],
    ["company/4564", "not_found", "not_found"],
    ["record/4564/282", "transport", "transport"],
  ] as const)("%s: %s", (path, problem, noted) => {
    expect(notable(at(path), problem)).toBe(noted);
  });
});
