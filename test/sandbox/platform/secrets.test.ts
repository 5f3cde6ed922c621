import { describe, expect, test } from "vitest";
import { Secrets } from "../../../scripts/secrets/index.ts";
import { startServer } from "./echo-server.ts";
import { httpFlow } from "./http-skills.ts";
import { smallArtifact } from "./small-artifact.ts";
import { installed } from "./small-sandbox.ts";

describe("secrets are taken out of", () => {
  const secrets = new Secrets();
  for (const value of [" tok+en/1 ", 'with "quotes"', "987654", "ab"]) {
    secrets.add(value);
  }
  test.each([
    ["a whole text", "tok+en/1", "[secret]"],
    ["the untrimmed text", " tok+en/1 ", "[secret]"],
    ["a part of a text", "x tok+en/1 y", "x [secret] y"],
    ["percent-encoding", "?t=tok%2Ben%2F1&u=tok%2ben/1", "?t=[secret]&u=[secret]"],
    ["Python's escapes", "x tok\\u002ben\\/1", "x [secret]"],
    ["a bearer token", "got Bearer a.b-c, x", "got [secret], x"],
    ["a nested value", { a: [{ b: "xtok+en/1" }] }, { a: [{ b: "x[secret]" }] }],
    ["a key", { "tok+en/1": "x" }, { "[secret]": "x" }],
    ["JSON in a text", JSON.stringify({ a: 'with "quotes"' }), '{"a":"[secret]"}'],
    [
      "JSON in JSON",
      JSON.stringify({ a: JSON.stringify({ b: 'with "quotes"!' }) }),
      '{"a":"{\\"b\\":\\"[secret]!\\"}"}',
    ],
    ["escaped text that is no JSON", 'broken {"a": "with \\"quotes\\""', 'broken {"a": "[secret]"'],
    ["a number", { id: 987654 }, { id: "[secret]" }],
    ["an Authorization header", { Authorization: "anything" }, { Authorization: "[secret]" }],
    ["the header in JSON text", '{"authorization":"any"}', '{"authorization":"[secret]"}'],
    ["the header in a message", "sent Authorization: Bearer any, thing", "sent Authorization: [secret]"],
    ["a short secret as a whole", "ab", "[secret]"],
    ["lines it was broken into", 'x with "quo\n   tes" y', "x [secret] y"],
    ["lines that YAML has folded", 'a: "987\\\n  \\ 654"', 'a: "[secret]"'],
    ["line breaks that are escaped", '{"a": "9876\\n54', '{"a": "[secret]'],
    ["Base64", `x ${Buffer.from('with "quotes"').toString("base64")} y`, /^x \[secret\].{0,3} y$/u],
    ["Base64 of more than itself", Buffer.from('user:with "quotes" and').toString("base64"), /\[secret\]/u],
    ["Base64 in an address", `?k=${Buffer.from('ab:with "quotes"').toString("base64url")}`, /\[secret\]/u],
    [
      "Base64 in lines",
      Buffer.from('12with "quotes"')
        .toString("base64")
        .replace(/(.{7})/gu, "$1\r\n"),
      /\[secret\]/u,
    ],
  ])("%s", (_place, value, expected) => {
    const redacted = secrets.redact(value);
    if (expected instanceof RegExp) {
      expect(redacted).toMatch(expected);
      expect(redacted).not.toMatch(/d2l0aC|aXRo|cXVv|cXVvd/u);
    } else {
      expect(redacted).toEqual(expected);
    }
  });

  test("nothing else", () => {
    const value = { text: "cab", json: '{ "a" : 1 }', list: [1, null, true, "98765"], id: { $uuid: "u" } };
    expect(secrets.redact(value)).toEqual({ ...value, id: "u" });
  });
});

test("no secret is anywhere in the trace of a run that handles it in every way", async () => {
  const token = "t0ken-öß \"x\"/'y'";
  const late = "late-secret-value";
  const server = await startServer((request, response) => {
    response.end(`you sent ${request.headers.authorization ?? ""}, ${late}`);
  });
  const leak = `{% set t = GetCustomerAttribute(field="token") %}{{ DUMMY(message="token " ~ t) }}
    {{ SetCustomerAttribute(field="late", value="${late}") }}{{ DUMMY(message="${late}") }}
    {{ SetPersonaAttribute(id=GetUser().id, field="f", value=json.dumps({"deep": json.dumps({"t": t})})) }}
    {{ SendSystemEvent(eventIdn="leak", connectorIdn="system", t=t, u=t | urlencode) }}
    {{ SetCustomerMetadataAttribute(idn="x", field="color", value={"t": t}) }}`;
  const headers = 'json.dumps({"Authorization": "Bearer abc"})';
  const send = `{{ SendCommand(commandIdn="send_request", integrationIdn="http", connectorIdn="demo", method="GET",
    url="https://api.example.com/?t=" ~ GetCustomerAttribute(field="token") | urlencode, headers=${headers},
    body="", targetAction="x", userPersonaId=GetUser(field="id") | string) }}`;
  const flow = { ...httpFlow, skills: { ...httpFlow.skills, Leak: leak, Send: send } };
  const sandbox = await installed(
    smallArtifact({
      HttpFlow: { ...flow, events: [...flow.events, "leaky system/system Leak", "send system/system Send"] },
    }),
    { hosts: { "https://api.example.com": server.url }, secretAttributes: ["token", "late"] },
  );
  try {
    sandbox.setAttribute("token", token);
    await sandbox.publish();
    const conversation = sandbox.conversation();
    await conversation.fire("leaky");
    await conversation.fire("send");
    expect(server.seen).toHaveLength(1);
    const everything = JSON.stringify(sandbox.trace.entries);
    const forms = [
      token,
      JSON.stringify(token).slice(1, -1),
      encodeURIComponent(token),
      "t0ken",
      late,
      "Bearer",
    ];
    expect(forms.filter((form) => everything.includes(form))).toEqual([]);
    expect(everything).toContain("token [secret]");
    expect(everything).toContain("you sent [secret], [secret]");
    expect(sandbox.trace.of("error")).toHaveLength(1);
    // The platform itself keeps the values.
    expect(sandbox.getAttribute("token")).toBe(token);
  } finally {
    await server.close();
  }
});

test("JSON from which a secret is taken keeps its lines and its end", () => {
  const secrets = new Secrets();
  secrets.add("planted-token");
  const text = (key: string): string => `${JSON.stringify({ version: "1.1.0", key }, null, 2)}\n`;
  expect(secrets.text(text("planted-token"))).toBe(text("[secret]"));
  expect(secrets.text('{"key": "planted-token"} ')).toBe('{"key":"[secret]"} ');
});
