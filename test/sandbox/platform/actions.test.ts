import { expect, test } from "vitest";
import { scriptedBrain } from "../../../scripts/sandbox/platform/index.ts";
import { smallArtifact } from "./small-artifact.ts";
import { installed, logOf } from "./small-sandbox.ts";

/** Runs a skill for a caller and gives what it logged. */
async function logged(skill: string, options: Parameters<typeof installed>[1] = {}): Promise<string[]> {
  const sandbox = await installed(
    smallArtifact({ DemoFlow: { skills: { A: skill }, events: ["a system/system A"] } }),
    options,
  );
  const conversation = sandbox.conversation({ externalId: "+37129999999", user: { email: "a@example.com" } });
  await conversation.fire("a");
  return logOf(sandbox);
}

test("attributes: customer, project and persona are apart", async () => {
  const skill = `
    {{ SetCustomerAttribute(field="f", value="customer") }}{{ SetProjectAttribute(field="f", value="project") }}
    {% set id = GetUser().id %}{{ SetPersonaAttribute(id=id, field="f", value="persona") }}
    {{ DUMMY(message=GetCustomerAttribute(field="f") ~ GetProjectAttribute(field="f") ~ GetPersonaAttribute(id=id, field="f")) }}
    {{ DeleteCustomerAttribute(field="f") }}{{ DeletePersonaAttribute(id=id, field="f") }}
    {{ DUMMY(message=GetCustomerAttribute(field="f") ~ GetProjectAttribute(field="f") ~ GetPersonaAttribute(id=id, field="f")) }}`;
  expect(await logged(skill)).toEqual(["customerprojectpersona", "project"]);
});

test("metadata: all fields at once, or one; the value stays", async () => {
  const skill = `
    {{ SetCustomerAttribute(field="f", value="v") }}
    {{ SetCustomerMetadataAttribute(idn="f", field="multiple_fields", value={"title": "T", "description": "", "group": "G", "value_type": "bool", "possible_values": ["a"], "is_hidden": True}) }}
    {{ SetCustomerMetadataAttribute(idn="f", field="possible_values", value=["b", "c"]) }}
    {% set m = GetCustomerMetadataAttribute(idn="f") %}
    {{ DUMMY(message=m.title ~ m.possible_values | join ~ m.is_hidden ~ GetCustomerAttribute(field="f")) }}
    {{ DUMMY(message=GetCustomerMetadataAttribute(idn="g") is none) }}`;
  const log = await logged(skill.replace("is none)", "is none and 'none')"));
  expect(log).toEqual(["TbcTruev", "none"]);
});

test.each([
  ["value_type", "'BOOL'"],
  ["is_hidden", "'True'"],
  ["possible_values", "[1]"],
  ["color", "'red'"],
])("metadata: %s cannot be %s", async (field, value) => {
  const [line] = await logged(
    `{{ SetCustomerMetadataAttribute(idn="f", field="${field}", value=${value}) }}`,
  );
  expect(line).toContain(`metadata ${field} cannot be`);
});

test("people: the caller, a new persona and its actor", async () => {
  const skill = `
    {% set user = GetUser() %}{{ DUMMY(message=user.name ~ " " ~ user.email ~ " " ~ user.phone) }}
    {{ UpdateUser(field="name", value="Anna") }}{{ DUMMY(message=GetUser(field="name")) }}
    {{ DUMMY(message=GetActor(field="externalId") ~ " " ~ GetActor().integrationIdn) }}
    {% set persona = CreatePersona(name="P") %}
    {% set actor = CreateActor(integrationIdn="newo_chat", connectorIdn="newo_chat", externalId="x1", personaId=persona) %}
    {% set found = GetActors(personaId=persona, integrationIdn="newo_chat") %}
    {{ DUMMY(message=(found | length) ~ found[0].externalId ~ (found[0].id == actor) ~ (GetActors(personaId=persona, integrationIdn="newo_voice") | length)) }}
    {{ DUMMY(message=GetActors(integrationIdn="newo_voice")[0].externalId ~ GetActor(id=actor, field="externalId")) }}`;
  expect(await logged(skill)).toEqual([
    "+37129999999 a@example.com ",
    "Anna",
    "+37129999999 newo_voice",
    "1x1True0",
    "+37129999999x1",
  ]);
});

test("the time is the clock's, in a zone, and like Python's without an empty fraction", async () => {
  const skill = `
    {{ DUMMY(message=GetDateTime(format="datetime", timezone="Europe/Riga")) }}
    {{ DUMMY(message=GetDateTime(timezone="America/New_York", weekday="True")) }}
    {{ DUMMY(message=GetDateTime(format="date") ~ " " ~ GetDateTime(format="time")) }}
    {{ SetCustomerAttribute(field="project_business_time_zone", value="Asia/Tokyo") }}
    {{ DUMMY(message=GetDateTime(format="datetime")) }}
    {{ GetDateTime(timezone="Nowhere/City") }}`;
  const log = await logged(skill, { now: () => Date.UTC(2026, 2, 2, 2, 30, 5, 120) });
  expect(log.slice(0, 4)).toEqual([
    "2026-03-02T04:30:05.120000+02:00",
    "2026-03-01T21:30:05.120000-05:00, Sunday",
    "2026-03-02 02:30:05.120000",
    "2026-03-02T11:30:05.120000+09:00",
  ]);
  expect(log[4]).toContain("DemoFlow/A:7: ActionError: GetDateTime: ");
  expect(await logged('{{ DUMMY(message=GetDateTime(timezone="UTC")) }}')).toEqual([
    "2026-03-02T08:30:00+00:00",
  ]);
});

test("the memory is that of the caller, the last messages first cut", async () => {
  const sandbox = await installed(
    smallArtifact({
      DemoFlow: {
        skills: {
          A: `{{ DUMMY(message=GetMemory()) }}{{ DUMMY(message=GetMemory(count="2")) }}{{ DUMMY(message=GetMemory(maxLen="6")) }}`,
        },
        events: ["a system/system A"],
      },
    }),
  );
  const anna = sandbox.conversation();
  await anna.say({ user: "one", agent: "two" });
  await sandbox.conversation().say({ user: "someone else" });
  await anna.say({ user: "three" });
  await anna.fire("a");
  expect(logOf(sandbox)).toEqual(["User: one\nAgent: two\nUser: three", "Agent: two\nUser: three", " three"]);
});

test("Gen gives the brain the prompt and the schema, as an object or as text", async () => {
  const asked: unknown[] = [];
  const skill = `{{ system }}Read this.{{ end }}
    {% set a = Gen(jsonSchema={"type": "object"}, validateSchema="True") %}
    {% set b = Gen(jsonSchema=json.dumps({"type": "object"})) %}{{ Gen(jsonSchema="[]") }}`;
  const brain = {
    generate: (input: unknown) => {
      asked.push(input);
      return {};
    },
  };
  const [line] = await logged(skill, { brain });
  const common = {
    prompt: "Read this.",
    schema: { type: "object" },
    personaId: expect.any(String) as string,
  };
  expect(asked).toEqual([
    { ...common, validate: true },
    { ...common, validate: false },
  ]);
  expect(line).toContain("jsonSchema must be a JSON object");
});

test("the scripted brain answers what the schema asks, with empty values for what it does not know", () => {
  const schema = {
    type: "object",
    properties: {
      services: { type: "array", items: { type: "string" } },
      staff: { type: "string" },
      confirmed: { type: "boolean" },
      channel: { type: "string", enum: ["sms", "call"] },
      count: { type: ["integer", "null"] },
      date: { type: "string" },
    },
    required: ["services"],
    additionalProperties: false,
  };
  const brain = scriptedBrain({ staff: "Jana" });
  const ask = (personaId: string): unknown =>
    brain.generate({ prompt: "", schema, validate: true, personaId });
  const empty = { services: [], staff: "", confirmed: false, channel: "sms", count: 0, date: "" };
  expect(ask("p1")).toEqual({ ...empty, staff: "Jana" });
  brain.tell("p1", { date: "2026-03-02", unasked: 1 });
  expect(ask("p1")).toEqual({ ...empty, date: "2026-03-02" });
  expect(ask("p2")).toEqual({ ...empty, staff: "Jana" });
  brain.tell("p1", { services: "cut" });
  expect(() => ask("p1")).toThrow("data/services must be array");
  expect(brain.generate({ prompt: "", schema, validate: false, personaId: "p1" })).toMatchObject({
    services: "cut",
  });
  expect(brain.generate({ prompt: "", schema: null, validate: true, personaId: "" })).toBe("");
});

test("connectors: created once, shown, changed, deleted", async () => {
  const key = 'integrationIdn="http", connectorIdn="c"';
  const skill = `
    {{ DUMMY(message="[" ~ GetConnectorInfo(${key}) ~ "]") }}
    {% set made = CreateConnector(${key}, title="T", settings={"k": "v"}, start="False") %}
    {{ DUMMY(message=made.status ~ made.settings.k) }}
    {{ SetConnectorInfo(${key}, field="status", value="running") }}{{ SetConnectorInfo(${key}, field="k", value="w") }}
    {{ SetConnectorInfo(${key}, field="title", value="U") }}
    {% set info = GetConnectorInfo(${key}) %}{{ DUMMY(message=info.status ~ info.settings.k ~ info.title) }}
    {{ DeleteConnector(${key}) }}{{ DUMMY(message="[" ~ GetConnectorInfo(${key}) ~ "]") }}
    {{ SetConnectorInfo(${key}, field="status", value="running") }}`;
  expect(await logged(skill)).toEqual([
    "[]",
    "stoppedv",
    "runningwU",
    "[]",
    "DemoFlow/A:9: ActionError: SetConnectorInfo: there is no connector http/c",
  ]);
});

test.each([
  [
    '{{ CreateConnector(KEY, title="T", settings={}) }}{{ CreateConnector(KEY, title="T", settings={}) }}',
    "there already is a connector http/c",
  ],
  ['{{ CreateConnector(KEY, title="T", settings={"k": 1}) }}', "settings are text"],
  [
    '{{ CreateConnector(KEY, title="T", settings={}) }}{{ SetConnectorInfo(KEY, field="status", value="on") }}',
    "a connector cannot be on",
  ],
])("connectors: refused: %s", async (skill, message) => {
  const [line] = await logged(skill.replaceAll("KEY", 'integrationIdn="http", connectorIdn="c"'));
  expect(line).toContain(message);
});

test("acts: all fields, or those asked", async () => {
  const skill = `{{ DUMMY(message=GetTriggeredAct(fields=["referenceIdn"]) | string) }}
    {{ DUMMY(message=GetTriggeredAct() | list | join(" ")) }}
    {{ DUMMY(message="[" ~ GetAct(id="00000000-0000-4000-8000-00000000ffff") ~ "]") }}`;
  expect(await logged(skill)).toEqual([
    "{'referenceIdn': 'a'}",
    "commandActId referenceIdn integrationIdn connectorIdn person timeInterval datetime text englishText originalText languageCode arguments",
    "[]",
  ]);
});

test.each([
  ["objects", "+37129999999 newo_voice"],
  ["ids", "UUID +37129999999"],
  ["texts", "text +37129999999"],
] as const)("people: GetActors may list %s", async (actors, expected) => {
  const skill = `{% for actor in GetActors(integrationIdn="newo_voice") %}
    {% if actor is mapping %}{{ DUMMY(message=actor.externalId ~ " " ~ actor.integrationIdn) }}
    {% else %}{{ DUMMY(message=("text " if actor is string else "UUID ") ~ GetActor(id=actor, field="externalId")) }}{% endif %}
    {% endfor %}`;
  expect(await logged(skill, { platformShape: { actors } })).toEqual([expected]);
});

test("connectors: their status may be hidden, not changed", async () => {
  const key = 'integrationIdn="http", connectorIdn="c"';
  const skill = `{{ CreateConnector(${key}, title="T", settings={"k": "v"}) }}
    {% set info = GetConnectorInfo(${key}) %}{{ DUMMY(message=info.keys() | sort | join(" ")) }}
    {{ SetConnectorInfo(${key}, field="status", value="stopped") }}`;
  expect(await logged(skill, { platformShape: { connectorStatus: "hidden" } })).toEqual([
    "connectorIdn integrationIdn settings title",
  ]);
});

test.each([
  ["object", 'json.dumps({"type": "object"})', "jsonSchema must be an object"],
  ["text", '{"type": "object"}', "jsonSchema must be JSON text"],
] as const)("Gen may take a schema as %s only", async (schema, other, refusal) => {
  const own = schema === "object" ? '{"type": "object"}' : 'json.dumps({"type": "object"})';
  const skill = `{% set made = Gen(jsonSchema=${own}) %}{{ DUMMY(message="{}" if made is mapping else made) }}
    {{ Gen(jsonSchema=${other}) }}`;
  for (const generated of ["object", "text"] as const) {
    expect(await logged(skill, { platformShape: { schema, generated } })).toEqual([
      "{}",
      `DemoFlow/A:2: ActionError: Gen: ${refusal}`,
    ]);
  }
});
