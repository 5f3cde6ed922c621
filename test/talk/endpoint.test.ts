import { describe, expect, onTestFinished, test } from "vitest";
import { endpointModel } from "../../scripts/talk/model/endpoint.ts";
import type { Answer, Model, Question } from "../../scripts/talk/model/model.ts";
import { endpointSettings } from "../../scripts/talk/model/settings.ts";
import { completion, status, stubEndpoint, type Stub } from "./stub-endpoint.ts";

const key = "sk-a-very-secret-key";
const schema = { type: "object", properties: { a: { type: "string" } }, required: ["a"] };

function question(form: Question["schema"] = null): Question {
  return { role: "agent", messages: [{ role: "user", content: "Hello" }], schema: form };
}

/** A model behind the endpoint that waits for nothing long. */
function modelAt({ address }: Pick<Stub, "address">, timeoutMs = 5000): Model {
  const patience = { maxRetries: 2, minTimeout: 1, maxTimeout: 20 };
  const model = endpointModel({ address, key, model: "some-model", timeoutMs }, patience);
  onTestFinished(() => model.close());
  return model;
}

/** The message of the error, which is known to hold no key. */
async function failure(asked: Promise<Answer>): Promise<string> {
  const thrown: unknown = await asked.then(
    ({ text }) => new Error(`it answered ${text}`),
    (error: unknown) => error,
  );
  expect(thrown).toMatchObject({ name: "ModelError" });
  const shown =
    thrown instanceof Error ? `${thrown.message} ${thrown.stack ?? ""} ${String(thrown.cause)}` : "";
  expect(shown).not.toContain(key);
  return (thrown as Error).message;
}

describe("an endpoint", () => {
  test("is asked with model, key, messages and form, and tells what it took", async () => {
    const stub = await stubEndpoint(completion('{"a": "b"}'));
    const answer = await modelAt(stub).ask(question(schema));
    expect(answer).toEqual({ text: '{"a": "b"}', tokens: { prompt: 100, answer: 7 } });
    expect(stub.requests).toEqual([
      {
        path: "/v1/chat/completions",
        authorization: `Bearer ${key}`,
        body: {
          model: "some-model",
          messages: [{ role: "user", content: "Hello" }],
          response_format: { type: "json_schema", json_schema: { name: "agent", schema } },
        },
      },
    ]);
  });

  test("without usage has taken an unknown number of tokens", async () => {
    const stub = await stubEndpoint(status(200, { choices: [{ message: { content: "Hi" } }] }));
    expect((await modelAt(stub).ask(question())).tokens).toEqual({ prompt: 0, answer: 0 });
  });

  test.each([[400], [422]])("that refuses forms with %i is asked without, from then on", async (code) => {
    const refusal = status(code, { error: { message: "response_format is not supported" } });
    const stub = await stubEndpoint(refusal, completion('{"a": "b"}'));
    const model = modelAt(stub);
    await model.ask(question(schema));
    await model.ask(question(schema));
    expect(stub.requests.map(({ body }) => body.response_format !== undefined)).toEqual([true, false, false]);
  });

  test.each([
    ["wants another pace", 429, { "retry-after": "0" }],
    ["has no room", 503, {}],
  ])("that %s is asked again", async (_, code, headers) => {
    const stub = await stubEndpoint(status(code, "{}", headers), completion("Hi"));
    expect((await modelAt(stub).ask(question())).text).toBe("Hi");
    expect(stub.requests.length).toBe(2);
  });

  test("that never has room is given up", async () => {
    const stub = await stubEndpoint(status(429, { error: { message: "slow down" } }));
    expect(await failure(modelAt(stub).ask(question()))).toContain("429");
    expect(stub.requests.length).toBe(3);
  });

  test.each([
    ["400", 400, { error: { message: `no such model, says ${key}` } }, "400: no such model, says [secret]"],
    [
      "400 with the key encoded",
      400,
      { error: { message: `no such user: ${Buffer.from(key).toString("base64")}` } },
      "400: no such user: [secret]",
    ],
    ["401", 401, { error: { message: `Incorrect API key: ${key}` } }, "refused the key (401)"],
    ["500", 500, "<html>", "answered 500"],
    ["a redirect", 302, "", "answered 302"],
    ["no JSON", 200, "<html>", "holds no words"],
    ["no choices", 200, { choices: [] }, "holds no words"],
    ["a list", 200, [], "holds no words"],
  ])("that gives %s is asked once, and the reason is told", async (_, code, body, why) => {
    const stub = await stubEndpoint(status(code, body));
    expect(await failure(modelAt(stub).ask(question()))).toContain(why);
    expect(stub.requests.length).toBe(1);
  });

  test.each([
    ["no text", completion(null), "holds no words"],
    ["blanks", completion("  "), "holds no words"],
    ["half an answer", completion("I'm boo", { finish_reason: "length" }), "cut off"],
    ["too much", completion("x".repeat(5_000_000)), "too long"],
  ])("that says %s has not answered", async (_, answer, why) => {
    expect(await failure(modelAt(await stubEndpoint(answer)).ask(question()))).toContain(why);
  });

  test("that stays silent is not asked again: the call may have been paid for", async () => {
    const stub = await stubEndpoint(() => undefined);
    expect(await failure(modelAt(stub, 100).ask(question()))).toContain("within 0.1 seconds");
    expect(stub.requests.length).toBe(1);
  });

  test("that stops in the middle is not asked again", async () => {
    const stub = await stubEndpoint((response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write('{"choices": ');
    });
    expect(await failure(modelAt(stub, 100).ask(question()))).toContain("within 0.1 seconds");
    expect(stub.requests.length).toBe(1);
  });

  test("that hangs up is not asked again", async () => {
    const stub = await stubEndpoint((response) => void response.destroy());
    expect(await failure(modelAt(stub).ask(question()))).toContain("could not be reached (UND_ERR_SOCKET)");
    expect(stub.requests.length).toBe(1);
  });

  test("that is not there is told", async () => {
    const gone = modelAt({ address: "http://127.0.0.1:1/v1" });
    expect(await failure(gone.ask(question()))).toContain("could not be reached");
  });
});

describe("the environment", () => {
  const full = {
    ALTEGIO_MODULE_TALK_URL: "https://example.com/v1/",
    ALTEGIO_MODULE_TALK_KEY: key,
    ALTEGIO_MODULE_TALK_MODEL: "m",
  };

  test("names the endpoint", () => {
    expect(endpointSettings(full)).toEqual({
      address: "https://example.com/v1",
      key,
      model: "m",
      timeoutMs: 90_000,
    });
    expect(endpointSettings({ ...full, ALTEGIO_MODULE_TALK_TIMEOUT_S: "5" }).timeoutMs).toBe(5000);
  });

  test.each([
    [{}, "Set ALTEGIO_MODULE_TALK_URL and ALTEGIO_MODULE_TALK_MODEL"],
    [{ ...full, ALTEGIO_MODULE_TALK_MODEL: " " }, "Set ALTEGIO_MODULE_TALK_MODEL to"],
    [{ ...full, ALTEGIO_MODULE_TALK_URL: "example.com" }, "has to be an address"],
    [{ ...full, ALTEGIO_MODULE_TALK_URL: `https://${key}@example.com` }, "without a name or password"],
    [{ ...full, ALTEGIO_MODULE_TALK_TIMEOUT_S: "soon" }, "number of seconds"],
  ])("with a fault is told by the names alone (%#)", (environment, why) => {
    const reading = (): unknown => endpointSettings(environment);
    expect(reading).toThrow(why);
    expect(reading).not.toThrow(key);
  });
});
