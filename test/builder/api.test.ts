/** The REST API of the local Builder: where the platform is strict, so is it. */
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, statSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  layOutArtifact,
  readContent,
  unzipArtifact,
  writeContent,
  zipArtifact,
  type AttributeContent,
} from "../../scripts/artifact/index.ts";
import { startBuilder } from "../../scripts/sandbox/builder/index.ts";
import { flowModel, identity, model } from "../model/sample-module.ts";
import { sampleRelease } from "../registry/sample-release.ts";
import { localAccount, type LocalAccount } from "./local-account.ts";

const projects = "/api/v1/designer/projects";
const install = {
  idn: "sample_integration",
  title: "sample_integration",
  version: "",
  description: "",
  is_auto_update_enabled: true,
  registry_idn: "production",
  registry_item_idn: "SampleIntegration",
  registry_item_version: null,
};

/** An attribute of a customer, as an archive has it. */
const attributeContent: AttributeContent = {
  idn: "sample_times_enabled",
  value: "True",
  title: "Times",
  description: "",
  group: "Sample",
  is_hidden: false,
  possible_values: [],
  value_type: "bool",
};

interface Named {
  readonly id: string;
  readonly idn: string;
}
interface AgentShown extends Named {
  readonly flows: readonly Named[];
}

/** An account with version 1.0.0 of the sample installed. */
async function installed(): Promise<{ account: LocalAccount; id: string; flow: string }> {
  const account = await localAccount();
  account.release(sampleRelease("1.0.0"));
  const { id } = await account.ask<Named>("POST", projects, install);
  const [agent] = await account.ask<AgentShown[]>("GET", `/api/v1/bff/agents/list?project_id=${id}`);
  return { account, id, flow: agent?.flows[0]?.id ?? "" };
}

test("A key gives a token that expires; without one nothing is answered.", async () => {
  const account = await localAccount({ tokenLifetime: 60 });
  const key = (value: string) =>
    fetch(`${account.url}/api/v1/auth/api-key/token`, {
      method: "POST",
      headers: { "x-api-key": value },
      body: "{}",
    });
  expect((await key("wrong")).status).toBe(401);
  const tokens = (await (await key(account.builder.apiKey)).json()) as {
    access_token: string;
    refresh_token: string;
  };
  expect(tokens).toMatchObject({ token_type: "bearer", expires_in: 60 });
  const claims = JSON.parse(Buffer.from(tokens.access_token.split(".")[1] ?? "", "base64url").toString()) as {
    customer_id: string;
  };
  expect(await account.ask("GET", "/api/v1/customer/profile")).toMatchObject({
    id: claims.customer_id,
    idn: "LOCAL_SANDBOX",
  });
  const profile = (authorization: string) =>
    fetch(`${account.url}/api/v1/customer/profile`, { headers: { authorization } });
  expect((await profile(`Bearer ${tokens.access_token}`)).status).toBe(200);
  expect((await profile(`Bearer ${tokens.refresh_token}`)).status).toBe(401);
  expect((await profile(`Bearer ${tokens.access_token}x`)).status).toBe(401);
  expect((await profile("")).status).toBe(401);
  account.pass(61);
  expect((await profile(`Bearer ${tokens.access_token}`)).status).toBe(401);
  const renewed = await fetch(`${account.url}/api/v1/auth/token/refresh`, {
    method: "POST",
    body: JSON.stringify({ refresh_token: tokens.refresh_token }),
  });
  const { access_token } = (await renewed.json()) as { access_token: string };
  expect((await profile(`Bearer ${access_token}`)).status).toBe(200);
});

test("A registry is listed with one row a version, and how many projects use it.", async () => {
  const { account } = await installed();
  account.release(sampleRelease("1.1.0"));
  const registries = await account.ask<Named[]>("GET", "/api/v1/designer/registries");
  expect(registries.map(({ idn }) => idn)).toEqual(["production"]);
  const items = await account.ask<unknown[]>(
    "GET",
    `/api/v1/designer/registries/${registries[0]?.id ?? ""}/items`,
  );
  expect(items).toMatchObject([
    { idn: "SampleIntegration", version: "1.1.0", active_project_count: 0 },
    { idn: "SampleIntegration", version: "1.0.0", active_project_count: 1 },
  ]);
});

test("Installing puts the version into a project, and a second of the name is 409.", async () => {
  const { account, id } = await installed();
  expect(await account.ask("GET", `${projects}/by-id/${id}`)).toMatchObject({
    ...install,
    description: identity.description,
    id,
    version: "1.0.0",
    is_synchronized: true,
  });
  expect((await account.send("POST", projects, install)).status).toBe(409);
  for (const [change, reason] of [
    [{ registry_idn: "nowhere" }, "There is no registry nowhere."],
    [{ registry_item_idn: "Nothing" }, "There is no registry item Nothing."],
    [{ registry_item_version: "9.9.9" }, "9.9.9"],
  ] as const) {
    const answer = await account.send("POST", projects, { ...install, idn: "other", ...change });
    expect(answer).toMatchObject({
      status: 404,
      body: { reason: expect.stringContaining(reason) as unknown },
    });
  }
  expect(await account.ask<unknown[]>("GET", projects)).toHaveLength(1);
});

test("PATCH is not partial, and PUT is not there.", async () => {
  const { account, id } = await installed();
  expect((await account.send("PUT", `${projects}/${id}`, install)).status).toBe(404);
  await account.ask("PATCH", `${projects}/by-id/${id}`, {
    registry_idn: "production",
    registry_item_idn: "SampleIntegration",
  });
  expect(await account.ask("GET", `${projects}/by-id/${id}`)).toMatchObject({
    is_auto_update_enabled: false,
    version: "1.0.0",
  });
  await account.ask("PATCH", `${projects}/by-id/${id}`, {});
  expect(await account.ask("GET", `${projects}/by-id/${id}`)).toMatchObject({
    idn: "sample_integration",
    registry_idn: null,
    registry_item_idn: null,
  });
});

test("Force Update takes the newest version and drops edits; a PATCH may ask for an older one.", async () => {
  const { account, id, flow } = await installed();
  const path = `/api/v1/designer/flows/${flow}/skills`;
  const [skill] = await account.ask<Named[]>("GET", path);
  await account.ask("PUT", `/api/v1/designer/flows/skills/${skill?.id ?? ""}`, {
    ...skill,
    prompt_script: "edited",
  });
  expect(await account.ask("GET", `${projects}/by-id/${id}`)).toMatchObject({ is_synchronized: false });
  account.release(sampleRelease("1.1.0"));
  expect((await account.send("POST", `${projects}/by-id/${id}/force-update`)).body).toBeNull();
  expect(await account.ask("GET", `${projects}/by-id/${id}`)).toMatchObject({ version: "1.1.0" });
  // Who knows the ids of before still finds what has the same name.
  expect(await account.ask("GET", path)).toMatchObject([
    { id: skill?.id, prompt_script: expect.not.stringMatching("edited") as unknown },
  ]);
  await account.ask("PATCH", `${projects}/by-id/${id}`, { ...install, registry_item_version: "1.0.0" });
  expect(await account.ask("GET", `${projects}/by-id/${id}`)).toMatchObject({ version: "1.0.0" });
});

test("Auto update brings projects that want it to the newest version, and no others.", async () => {
  const { account, id } = await installed();
  await account.ask("POST", projects, { ...install, idn: "pinned", registry_item_version: "1.0.0" });
  await account.ask("POST", projects, { ...install, idn: "manual", is_auto_update_enabled: false });
  expect(account.builder.tick().updated).toEqual([]);
  account.release(sampleRelease("1.1.0"));
  expect(account.builder.tick().updated).toEqual(["sample_integration"]);
  expect(account.builder.tick().updated).toEqual([]);
  expect(await account.ask("GET", `${projects}/by-id/${id}`)).toMatchObject({ version: "1.1.0" });
});

test("A project whose version or release cannot be read keeps auto update from no other.", async () => {
  const { account, id } = await installed();
  const lost = await account.ask<Named>("POST", projects, { ...install, idn: "lost" });
  // Who sends nothing and then the source again has a project that no longer knows its version.
  await account.ask("PATCH", `${projects}/by-id/${lost.id}`, {});
  await account.ask("PATCH", `${projects}/by-id/${lost.id}`, { ...install, idn: "lost" });
  account.release({ ...sampleRelease("1.0.0"), registry: "aside" });
  await account.ask("POST", projects, { ...install, registry_idn: "aside", idn: "broken" });
  const last = await account.ask<Named>("POST", projects, { ...install, idn: "last" });
  account.release({ ...sampleRelease("1.1.0"), registry: "aside" });
  writeFileSync(join(account.folder, "registries/aside/SampleIntegration/1.1.0/image.zip"), "spoiled");
  // Published by a newer version of this program.
  const newer = { zip: zipArtifact(new Map([["import_version.txt", "v3.0.0"]])), registry: "newer" };
  account.release({ ...sampleRelease("1.0.0"), registry: "newer" });
  await account.ask("POST", projects, { ...install, registry_idn: "newer", idn: "unread" });
  account.release({ ...sampleRelease("1.1.0"), ...newer });
  expect(
    await account.send("POST", projects, { ...install, registry_idn: "newer", idn: "new" }),
  ).toMatchObject({
    status: 422,
    body: { reason: expect.stringContaining("v3.0.0") as unknown },
  });
  account.release(sampleRelease("1.1.0"));
  expect(account.builder.tick()).toMatchObject({
    updated: ["sample_integration", "lost", "last"],
    problems: [
      expect.stringContaining('SampleIntegration 1.1.0 in the registry "aside"'),
      expect.stringMatching(/unread is not updated[^]*v3\.0\.0/u),
    ],
  });
  for (const one of [id, lost.id, last.id]) {
    expect(await account.ask("GET", `${projects}/by-id/${one}`)).toMatchObject({ version: "1.1.0" });
  }
  expect(account.builder.tick()).toMatchObject({ updated: [] });
});

test("A flow is created without an answer, and is not patched by halves.", async () => {
  const { account, id } = await installed();
  const agents = `/api/v1/bff/agents/list?project_id=${id}`;
  const [agent] = await account.ask<AgentShown[]>("GET", agents);
  const path = `/api/v1/designer/${agent?.id ?? ""}/flows/empty`;
  const created = await account.send("POST", path, { idn: "NewFlow", title: "NewFlow" });
  expect([created.status, created.bytes.length]).toEqual([201, 0]);
  expect((await account.send("POST", path, { idn: "NewFlow", title: "NewFlow" })).status).toBe(409);
  const flow = (await account.ask<AgentShown[]>("GET", agents))[0]?.flows.find(
    ({ idn }) => idn === "NewFlow",
  );
  const one = `/api/v1/designer/flows/${flow?.id ?? ""}`;
  expect((await account.send("PATCH", one, { title: "Other" })).status).toBe(500);
  expect((await account.send("PATCH", one, {})).status).toBe(500);
  expect(await account.ask("GET", one)).toMatchObject({ title: "NewFlow", agent_id: agent?.id });
  await account.ask("PATCH", one, { ...flow, title: "Other", description: null });
  expect(await account.ask("GET", one)).toMatchObject({ title: "Other" });
});

test("Parameters in a new skill are ignored; they are created one by one.", async () => {
  const { account, flow } = await installed();
  const path = `/api/v1/designer/flows/${flow}/skills`;
  const body = {
    idn: "NewSkill",
    title: "",
    prompt_script: '{{ Return(val="") }}',
    runner_type: "nsl",
    model: { model_idn: "gemini25_flash", provider_idn: "google" },
    path: "",
    parameters: [{ name: "text", default_value: "" }],
  };
  const { id } = await account.ask<Named>("POST", path, body);
  expect(await account.ask("GET", `/api/v1/designer/skills/${id}`)).toMatchObject({ parameters: [] });
  await account.ask("POST", `/api/v1/designer/flows/skills/${id}/parameters`, {
    name: "text",
    default_value: "",
  });
  expect(await account.ask("GET", `/api/v1/designer/skills/${id}`)).toMatchObject({
    parameters: [{ name: "text", default_value: "" }],
  });
  expect((await account.send("POST", path, body)).status).toBe(409);
  expect((await account.send("POST", path, { ...body, idn: "Other", runner_type: "lua" })).status).toBe(422);
  expect((await account.send("POST", path, { ...body, idn: "../x" })).status).toBe(422);
});

test("Events may repeat their name with another connector, and are changed by their id.", async () => {
  const { account, flow } = await installed();
  const path = `/api/v1/designer/flows/${flow}/events`;
  const event = {
    idn: "result_success",
    description: "",
    skill_selector: "skill_idn",
    skill_idn: "FindTimesSkill",
    state_idn: null,
    interrupt_mode: "queue",
    integration_idn: "http",
    connector_idn: "one",
  };
  const { id } = await account.ask<Named>("POST", path, event);
  await account.ask("POST", path, { ...event, connector_idn: "two" });
  expect((await account.send("POST", path, event)).status).toBe(409);
  await account.ask("PATCH", `/api/v1/designer/flows/events/${id}`, { ...event, interrupt_mode: "cancel" });
  expect((await account.send("PATCH", `/api/v1/designer/flows/events/${id}`, { idn: "x" })).status).toBe(422);
  const events = await account.ask<{ id: string; interrupt_mode: string }[]>("GET", path);
  expect(events.find((one) => one.id === id)?.interrupt_mode).toBe("cancel");
  // What it is changed into must not be there already either.
  const same = { ...event, connector_idn: "two" };
  expect((await account.send("PATCH", `/api/v1/designer/flows/events/${id}`, same)).status).toBe(409);
  expect((await account.send("DELETE", `/api/v1/designer/flows/events/${id}`)).status).toBe(200);
  expect((await account.send("DELETE", `/api/v1/designer/flows/events/${id}`)).status).toBe(404);
});

test("States are created, replaced and deleted.", async () => {
  const { account, flow } = await installed();
  const path = `/api/v1/designer/flows/${flow}/states`;
  const state = { title: "step", idn: "step", default_value: "", scope: "user" };
  const { id } = await account.ask<Named>("POST", path, state);
  expect((await account.send("POST", path, state)).status).toBe(409);
  const other = await account.ask<Named>("POST", path, { ...state, idn: "other" });
  expect((await account.send("PUT", `/api/v1/designer/flows/states/${other.id}`, state)).status).toBe(409);
  await account.ask("DELETE", `/api/v1/designer/flows/states/${other.id}`);
  await account.ask("PUT", `/api/v1/designer/flows/states/${id}`, { ...state, scope: "agent" });
  expect(await account.ask("GET", path)).toEqual([{ id, ...state, scope: "agent" }]);
  await account.ask("DELETE", `/api/v1/designer/flows/states/${id}`);
  expect(await account.ask("GET", path)).toEqual([]);
});

test.each([
  ["customer", "/api/v1/customer/attributes", "/api/v1/bff/customer/attributes"],
  ["project", "/api/v1/designer/projects/:id/attributes", "/api/v1/bff/projects/:id/attributes"],
])("Attributes of a %s keep what a PUT leaves out.", async (_, at, shown) => {
  const { account, id: project } = await installed();
  const [path, page] = [at.replace(":id", project), shown.replace(":id", project)];
  const attribute = {
    idn: "my_setting",
    value: "1",
    title: "Mine",
    description: "",
    group: "8. System",
    is_hidden: true,
    possible_values: ["1", "2"],
    value_type: "enum",
  };
  const { id } = await account.ask<Named>("POST", path, attribute);
  expect((await account.send("POST", path, attribute)).status).toBe(409);
  await account.ask("PUT", `${path}/${id}`, { value: "2" });
  expect(await account.ask("GET", `${path}/${id}`)).toEqual({ id, ...attribute, value: "2" });
  expect(await account.ask("GET", page)).toMatchObject({ attributes: [] });
  expect(await account.ask("GET", `${page}?include_hidden=true`)).toMatchObject({
    groups: ["8. System"],
    attributes: [{ idn: "my_setting" }],
  });
  await account.ask("DELETE", `${path}/${id}`);
  expect((await account.send("GET", `${path}/${id}`)).status).toBe(404);
});

test("An agent keeps its name, and nobody has a knowledge base who is not there.", async () => {
  const { account, id } = await installed();
  const agents = `/api/v1/bff/agents/list?project_id=${id}`;
  const [agent] = await account.ask<(AgentShown & { persona: Named })[]>("GET", agents);
  const path = `/api/v1/designer/agents/${agent?.id ?? ""}`;
  for (const idn of ["Other", { a: 1 }]) {
    expect((await account.send("PUT", path, { idn, title: "T", description: null })).status).toBe(422);
  }
  await account.ask("PUT", path, { idn: agent?.idn, title: "T", description: null });
  expect(await account.ask("GET", agents)).toMatchObject([{ title: "T", idn: agent?.idn }]);
  const topic = { topic_name: "Hours", topic_facts: ["From 9 to 17"] };
  const to = (persona_id: string) =>
    account.send("POST", "/api/v1/akb/append-manual", { ...topic, persona_id });
  expect((await to("nobody")).status).toBe(404);
  expect((await to(agent?.persona.id ?? "")).status).toBe(201);
});

test("Connectors are created stopped, once, and started apart.", async () => {
  const account = await localAccount();
  const integrations = await account.ask<Named[]>("GET", "/api/v1/integrations");
  const http = integrations.find(({ idn }) => idn === "http")?.id ?? "";
  const path = `/api/v1/integrations/${http}/connectors`;
  const body = { title: "Sample", connector_idn: "sample_connector", settings: [{ idn: "a", value: "1" }] };
  const { id } = await account.ask<Named>("POST", path, body);
  expect(await account.ask("GET", path)).toMatchObject([{ id, status: "stopped", ...body }]);
  expect((await account.send("POST", path, body)).status).toBe(409);
  await account.ask("POST", `/api/v1/integrations/connectors/${id}/settings`, [{ idn: "a", value: "2" }]);
  await account.ask("POST", `/api/v1/integrations/connectors/${id}/run`);
  expect(await account.ask("GET", path)).toMatchObject([
    { status: "running", settings: [{ idn: "a", value: "2" }] },
  ]);
  await account.ask("POST", `/api/v1/integrations/connectors/${id}/stop`);
  await account.ask("PUT", `/api/v1/integrations/connectors/${id}`, { status: "running" });
  expect(await account.ask("GET", path)).toMatchObject([{ status: "running", title: "Sample" }]);
  await account.ask("DELETE", `/api/v1/integrations/connectors/${id}`);
  expect(await account.ask("GET", path)).toEqual([]);
});

test("The export of an installed module is the artifact.", async () => {
  const { account } = await installed();
  const answer = await account.send(
    "POST",
    "/api/v2/designer/customer/export?export_akb=false&export_customer_attributes=false",
  );
  const released = unzipArtifact(sampleRelease("1.0.0").zip);
  const exported = unzipArtifact(answer.bytes);
  // The sample declares its attribute in the customer's file, which an installation leaves alone.
  expect([...exported].filter(([path]) => path !== "attributes.yaml")).toEqual(
    [...released].filter(([path]) => path !== "attributes.yaml"),
  );
});

test("An import clears flows and deletes other agents, keeps a backup and says so.", async () => {
  const { account, id } = await installed();
  const other = await account.ask<Named>("POST", projects, { idn: "own_project", title: "Own" });
  await account.ask("POST", `/api/v2/designer/${other.id}/agents`, { idn: "OwnAgent", title: "Own" });
  const content = readContent(layOutArtifact(model({ flows: [flowModel({ idn: "OtherFlow" })] })));
  const archive = zipArtifact(writeContent({ ...content, attributes: [attributeContent] }));
  const path = "/api/v2/designer/customer/import";
  const report = await account.ask<{ backup: string }>("POST", path, archive);
  expect(report).toMatchObject({
    imported_projects: ["sample_integration"],
    cleared_flows: ["sample_integration/SampleAgent/TimesFlow"],
    deleted_agents: ["own_project/OwnAgent"],
    changed_attributes: ["sample_times_enabled"],
  });
  expect(statSync(report.backup).size).toBeGreaterThan(0);
  expect(await account.ask("GET", `/api/v1/bff/agents/list?project_id=${other.id}`)).toEqual([]);
  const agents = await account.ask<AgentShown[]>("GET", `/api/v1/bff/agents/list?project_id=${id}`);
  expect(agents[0]?.flows.map(({ idn }) => idn)).toEqual(["OtherFlow"]);
});

test("An import with the settings off deletes nothing.", async () => {
  const { account, id } = await installed();
  const other = await account.ask<Named>("POST", projects, { idn: "own_project", title: "Own" });
  await account.ask("POST", `/api/v2/designer/${other.id}/agents`, { idn: "OwnAgent", title: "Own" });
  const archive = zipArtifact(layOutArtifact(model({ flows: [flowModel({ idn: "OtherFlow" })] })));
  const off = "clear_agent_flows=false&delete_agent_personas_not_included=false";
  expect(await account.ask("POST", `/api/v2/designer/customer/import?${off}`, archive)).toMatchObject({
    cleared_flows: [],
    deleted_agents: [],
  });
  expect(await account.ask<unknown[]>("GET", `/api/v1/bff/agents/list?project_id=${other.id}`)).toHaveLength(
    1,
  );
  const agents = await account.ask<AgentShown[]>("GET", `/api/v1/bff/agents/list?project_id=${id}`);
  expect(agents[0]?.flows.map(({ idn }) => idn).sort()).toEqual(["OtherFlow", "TimesFlow"]);
});

test.each([
  ["no zip", new TextEncoder().encode("nothing")],
  ["another format", zipArtifact(new Map([["import_version.txt", "v3.0.0"]]))],
  [
    "a knowledge base that is none",
    zipArtifact(new Map([...layOutArtifact(model()), ["akb/SampleAgent.yaml", "topics: 1\n"]])),
  ],
])("An import of %s is refused and changes nothing.", async (_, archive) => {
  const { account } = await installed();
  const exported = () => account.send("POST", "/api/v2/designer/customer/export");
  const before = await exported();
  expect((await account.send("POST", "/api/v2/designer/customer/import", archive)).status).toBe(422);
  expect((await exported()).bytes).toEqual(before.bytes);
});

test("What the account holds survives a restart, and only its owner can read it.", async () => {
  const { account, id, flow } = await installed();
  await account.ask("POST", "/api/v1/customer/attributes", { idn: "my_token", value: "planted-secret" });
  await account.ask("POST", "/api/v1/designer/projects", { idn: "second", title: "Second" });
  const before = await account.ask("GET", projects);
  const key = account.builder.apiKey;
  await account.restart();
  expect(account.builder.apiKey).toBe(key);
  // The token of before is still good.
  expect(await account.ask("GET", projects)).toEqual(before);
  expect(await account.ask("GET", `/api/v1/designer/flows/${flow}/skills`)).toHaveLength(1);
  expect(await account.ask("GET", "/api/v1/bff/customer/attributes")).toMatchObject({
    attributes: [{ idn: "my_token", value: "planted-secret" }],
  });
  expect(await account.ask("GET", `${projects}/by-id/${id}`)).toMatchObject({ version: "1.0.0" });
  expect(statSync(join(account.folder, "state.json")).mode & 0o077).toBe(0);
});

test("Two Builders never keep the same account; what one that was killed has left stops nobody.", async () => {
  const account = await localAccount();
  const stateFile = join(account.folder, "state.json");
  const second = () =>
    startBuilder({
      ...{ stateFile, registriesRoot: account.folder, now: Date.now, port: 0 },
      ...{ newId: randomUUID, newKey: randomUUID },
    });
  await expect(second()).rejects.toThrow(/process \d+[\s\S]*\.lock/u);
  await account.builder.close();
  const { pid = 0 } = spawnSync("true");
  writeFileSync(`${stateFile}.lock`, String(pid));
  // Cut off in the middle of a write.
  writeFileSync(`${stateFile}.new`, '{"formatVersion": 1, "cust');
  const after = await second();
  expect(after.apiKey).toBe(account.builder.apiKey);
  await after.close();
  expect(existsSync(`${stateFile}.lock`)).toBe(false);
});

test("Unknown paths and ids are 404, bodies of another form 422, with what is wrong.", async () => {
  const account = await localAccount();
  for (const path of ["/api/v1/nothing", `${projects}/by-id/nobody`, "/api/v1/designer/flows/nobody"]) {
    expect(await account.send("GET", path)).toMatchObject({
      status: 404,
      body: { type: "not_found", reason: expect.any(String) as unknown, reasons: [expect.any(String)] },
    });
  }
  expect(await account.send("POST", projects, [])).toMatchObject({ status: 422 });
  expect(await account.send("POST", projects, { idn: 3 })).toMatchObject({
    status: 422,
    body: { reason: '"idn" has to be text.' },
  });
  expect((await account.send("POST", projects, new TextEncoder().encode("{"))).status).toBe(422);
});

test("A path that is none is 404 like any other, and what comes after it is answered.", async () => {
  const account = await localAccount();
  const { hostname, port } = new URL(account.url);
  for (const [path, expected] of [
    ["//", 404],
    ["//[", 404],
    ["/api/v1/designer/flows/%E0%A4%A", 404],
    // As a client behind a proxy names it.
    [`${account.url}/api/v1/customer/profile`, 401],
  ] as const) {
    const status = new Promise((resolve, reject) => {
      const asking = request({ hostname, port, path }, ({ statusCode }) => {
        resolve(statusCode);
      });
      asking.on("error", reject).end();
    });
    expect([path, await status]).toEqual([path, expected]);
  }
});

test("A project is deleted, and its name is free again.", async () => {
  const { account, id } = await installed();
  await account.ask("DELETE", `${projects}/${id}`);
  expect(await account.ask("GET", projects)).toEqual([]);
  expect((await account.send("POST", projects, install)).status).toBe(201);
  expect(identity.projectIdn).toBe(install.idn);
});
