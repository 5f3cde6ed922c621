/** The verbs on a Builder, with a module of another vendor against a local one. */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { readArtifact, readContent, zipArtifact } from "../../scripts/artifact/index.ts";
import { buildModule } from "../../scripts/assemble/index.ts";
import { openProject } from "../../scripts/project/index.ts";
import { temporaryFolder } from "../artifact/temporary-folder.ts";
import { localAccount, type LocalAccount } from "../builder/local-account.ts";
import { runCaptured, type Captured } from "../cli/run-captured.ts";

const folder = fileURLToPath(new URL("bike-repair", import.meta.url));
const bin = fileURLToPath(new URL("../../scripts/cli/bin.mjs", import.meta.url));
const names = ["NEWO_BASE_URL", "NEWO_API_KEY", "ALTEGIO_MODULE_REGISTRIES"] as const;
const before = names.map((name) => process.env[name]);
let account: LocalAccount;
let shown = "";

function set(name: string, value: string | undefined): void {
  if (value === undefined) {
    Reflect.deleteProperty(process.env, name);
  } else {
    process.env[name] = value;
  }
}

async function run(...args: string[]): Promise<Captured> {
  const captured = await runCaptured(...args, "--project", folder);
  shown += captured.out + captured.err;
  return captured;
}

/** The bike repair as a release. @param change of its scripts */
async function releaseIt(
  version: string,
  change: (script: string) => string = (script) => script,
): Promise<void> {
  const { build } = await buildModule({ project: openProject(folder) });
  if (build === null) {
    throw new Error("the bike repair does not build");
  }
  const { identity } = build.model;
  account.release({
    registry: identity.registry,
    item: identity.registryItemIdn,
    version,
    date: "2026-12-01",
    changelog: "",
    zip: zipArtifact(
      new Map([...build.tree].map(([path, text]) => [path, path.endsWith(".nsl") ? change(text) : text])),
    ),
    manifest: { ...build.manifest, identity: { ...identity, version } },
    maps: build.maps,
  });
}

beforeEach(async () => {
  account = await localAccount();
  shown = "";
  set("NEWO_BASE_URL", account.url);
  set("NEWO_API_KEY", account.builder.apiKey);
  set("ALTEGIO_MODULE_REGISTRIES", join(account.folder, "registries"));
});

afterEach(() => {
  names.forEach((name, index) => {
    set(name, before[index]);
  });
  rmSync(join(folder, ".sandbox"), { recursive: true, force: true });
  expect(shown).not.toContain(account.builder.apiKey);
});

test("Pushed, looked at, pulled: the second push has nothing to send, and what is pulled is what was built.", async () => {
  const planned = await run("push", "--dry-run");
  expect(planned).toMatchObject({ code: 0 });
  expect(planned.out).toContain("Nothing was sent.");
  expect(await run("push")).toMatchObject({ code: 0 });
  expect((await run("push")).out).toBe("There is nothing to send.\n");
  expect(JSON.parse((await run("push", "--json")).out)).toEqual({
    created: false,
    steps: [],
    published: [],
    left: [],
  });
  const target = join(temporaryFolder(), "pulled");
  expect(await run("pull", target)).toMatchObject({ code: 0 });
  const { build } = await buildModule({ project: openProject(folder) });
  const agentsOf = (tree: Parameters<typeof readContent>[0]) => readContent(tree).projects[0]?.agents;
  expect(agentsOf(readArtifact(target))).toEqual(agentsOf(build?.tree ?? new Map()));
  const status = JSON.parse((await run("status", "--json")).out) as { projects: unknown[] };
  expect(status.projects).toMatchObject([{ unpublished: [] }]);
});

test("A live project is compared: after a push nothing differs, and what was edited in the Builder is shown.", async () => {
  const nothing = await run("diff", "live");
  expect([nothing.code, nothing.err]).toEqual([
    1,
    expect.stringContaining("has no project pedalo_integration"),
  ]);
  await run("push");
  const { changes } = JSON.parse((await run("diff", "live", "--json")).out) as { changes: unknown[] };
  expect(changes).toEqual([]);
  expect((await run("diff", "live:pedalo_integration", "working-tree")).out).toContain("Nothing differs");
  const [project] = await account.ask<{ id: string }[]>("GET", "/api/v1/designer/projects");
  const agents = await account.ask<{ flows: { id: string }[] }[]>(
    "GET",
    `/api/v1/bff/agents/list?project_id=${project?.id ?? ""}`,
  );
  const path = `/api/v1/designer/flows/${agents[0]?.flows[0]?.id ?? ""}/skills`;
  const [skill] = await account.ask<{ id: string; idn: string; prompt_script: string }[]>("GET", path);
  await account.ask("PUT", `/api/v1/designer/flows/skills/${skill?.id ?? ""}`, {
    ...skill,
    prompt_script: `${skill?.prompt_script ?? ""}{# by hand #}\n`,
  });
  const edited = await run("diff", "working-tree", "live");
  expect(edited.out).toMatch(new RegExp(`skill \\S+/${skill?.idn ?? ""}`, "u"));
  expect(edited.out).toContain("+{# by hand #}");
  expect((await run("diff", "live:nobody")).err).toContain("has no project nobody");
});

test("Installed and updated: what is newer is told, and what an update would replace is shown first.", async () => {
  expect(await run("install")).toMatchObject({ code: 1 });
  await releaseIt("1.0.0");
  expect((await run("install", "--release", "2.0.0")).err).toContain("There are: 1.0.0.");
  expect((await run("install", "--publish")).out).toContain("1.0.0 is installed");
  expect((await run("install")).err).toContain("force-update");
  await releaseIt("1.1.0");
  expect((await run("status")).out).toContain("the registry has 1.1.0");
  const [project] = await account.ask<{ id: string }[]>("GET", "/api/v1/designer/projects");
  const agents = await account.ask<{ flows: { id: string }[] }[]>(
    "GET",
    `/api/v1/bff/agents/list?project_id=${project?.id ?? ""}`,
  );
  const flow = agents[0]?.flows[0]?.id ?? "";
  const [skill] = await account.ask<{ id: string; idn: string }[]>(
    "GET",
    `/api/v1/designer/flows/${flow}/skills`,
  );
  await account.ask("PUT", `/api/v1/designer/flows/skills/${skill?.id ?? ""}`, {
    ...skill,
    prompt_script: "mine",
  });
  const dry = await run("force-update", "--dry-run");
  expect(dry.out).toMatch(new RegExp(`edited +\\S+${skill?.idn ?? ""}\\.nsl`, "u"));
  expect(dry.out).toContain("Nothing was changed.");
  expect((await run("force-update")).out).toContain("has version 1.1.0");
  expect((await run("force-update", "--dry-run")).out).not.toContain("edited");
});

test("Where this machine holds no release, the changes are those from what the project held before.", async () => {
  await releaseIt("1.0.0");
  await run("install");
  await releaseIt("1.1.0", (script) => `{% set newer = "1.1.0" %}\n${script}`);
  set("ALTEGIO_MODULE_REGISTRIES", join(account.folder, "of-another-machine"));
  const dry = await run("force-update", "--dry-run");
  expect(dry.code).toBe(0);
  expect(dry.out).toContain(
    "what the update to 1.1.0 changes is shown when it is done, beside what the project holds now. This machine does not hold PedaloIntegration 1.1.0.",
  );
  const updated = await run("force-update");
  expect(updated.out).toContain('+{% set newer = "1.1.0" %}');
  expect(updated.out).toContain("has version 1.1.0");
  await releaseIt("1.2.0");
  const { changes } = JSON.parse((await run("force-update", "--json")).out) as {
    changes: { kind: string }[];
  };
  expect(changes).not.toEqual([]);
});

test("Where it holds the new release alone, the changes are shown before, and edits are not told apart.", async () => {
  await releaseIt("1.0.0");
  await run("install");
  await releaseIt("1.1.0", (script) => `{% set newer = "1.1.0" %}\n${script}`);
  rmSync(join(account.folder, "registries", "production", "PedaloIntegration", "1.0.0"), { recursive: true });
  const dry = await run("force-update", "--dry-run");
  expect(dry.out).toContain('+{% set newer = "1.1.0" %}');
  expect(dry.out).toContain("is not told apart: This machine does not hold PedaloIntegration 1.0.0.");
  expect(dry.out).toContain("all went well");
});

test("An update is rehearsed with the account's attributes first; one that fails there is not made, unless that is said.", async () => {
  const secret = "planted-pedalo-key";
  await releaseIt("1.0.0");
  await run("install", "--publish");
  for (const [idn, value] of [["pedalo_api_key", secret]] as const) {
    const { attributes } = await account.ask<{ attributes: { id: string; idn: string }[] }>(
      "GET",
      "/api/v1/bff/customer/attributes?include_hidden=true",
    );
    const known = attributes.find((attribute) => attribute.idn === idn);
    await (known === undefined
      ? account.ask("POST", "/api/v1/customer/attributes", { idn, value })
      : account.ask("PUT", `/api/v1/customer/attributes/${known.id}`, { value }));
  }
  await releaseIt("1.1.0", (script) => `{{ 1 / 0 }}\n${script}`);
  const from = account.requests.length;
  const refused = await run("force-update", "--publish");
  expect([refused.code, refused.err]).toEqual([
    1,
    expect.stringContaining("The rehearsal failed, so nothing was sent"),
  ]);
  expect(refused.err).toContain("stops: ZeroDivisionError");
  expect(refused.out).toContain("+{{ 1 / 0 }}");
  const isWrite = ({ method, path }: { method: string; path: string }) =>
    method !== "GET" && !path.includes("/auth/");
  expect(account.requests.slice(from).filter(isWrite)).toEqual([]);
  expect((await run("status")).out).toContain("pedalo_integration 1.0.0");
  expect((await run("force-update", "--force", "--json")).out).toContain('"version": "1.1.0"');
  await releaseIt("1.2.0");
  const updated = await run("force-update", "--publish");
  expect([updated.code, updated.out]).toEqual([0, expect.stringContaining("all went well")]);
  expect(updated.out).toContain("-{{ 1 / 0 }}");
  expect(shown).not.toContain(secret);
});

test("A rehearsal has the persona whose id an attribute of the module's own holds.", async () => {
  await releaseIt("1.0.0");
  await run("install", "--publish");
  const value = "5f0c3a44-9d1e-4c56-8a7b-2f6e1d0b9c33";
  await account.ask("POST", "/api/v1/customer/attributes", { idn: "pedalo_persona", value });
  const write =
    '{{ SetPersonaAttribute(id=GetCustomerAttribute(field="pedalo_persona"), field="note", value="seen") }}';
  await releaseIt("1.1.0", (script) => `${write}\n${script}`);
  const dry = await run("force-update", "--dry-run");
  expect(dry.out).not.toContain("stops:");
  expect([dry.code, dry.out]).toEqual([0, expect.stringContaining("all went well")]);
});

/** How often the module's hook has run: each time it leaves a line in the log. */
async function hookRuns(): Promise<number> {
  const { items } = await account.ask<{ items: { message: string }[] }>(
    "GET",
    "/api/v1/analytics/logs?page=1&per=100",
  );
  return items.filter(({ message }) => message.startsWith("Pedalo is set up")).length;
}

test("A line of the log tells which project, flow and skill has written it, and is found by them.", async () => {
  await releaseIt("1.0.0");
  await run("install", "--publish");
  const lines = async (filters: string) =>
    (
      await account.ask<{ items: { project_idn: string; message: string; data: Record<string, string> }[] }>(
        "GET",
        `/api/v1/analytics/logs?${filters}`,
      )
    ).items;
  const [line] = await lines("message=Pedalo is set up");
  expect(line).toMatchObject({
    project_idn: "pedalo_integration",
    data: { flow_idn: expect.any(String) as unknown, skill_idn: expect.any(String) as unknown },
  });
  const { flow_idn: flow = "", skill_idn: skill = "" } = line?.data ?? {};
  expect(await lines(`project_idn=pedalo_integration&flow_idn=${flow}&skill_idn=${skill}`)).toContainEqual(
    line,
  );
  // What no line tells fits none, instead of being passed over.
  for (const other of ["flow_idn=Other", "project_idn=other", "user_actor_ids=x", "external_event_id=x"]) {
    expect([other, await lines(other)]).toEqual([other, []]);
  }
});

test("To publish a project flow by flow runs its hook once, whether all, some or none of them have changed.", async () => {
  await releaseIt("1.0.0");
  await run("install", "--publish");
  expect(await hookRuns()).toBe(1);
  expect((await run("force-update", "--publish")).out).toContain("and is published");
  expect(await hookRuns()).toBe(2);
  for (const [version, changed] of [
    ["1.1.0", "SetUp"],
    ["1.2.0", "Collect"],
  ] as const) {
    await releaseIt(version, (script) => (script.includes(changed) ? `{# ${version} #}\n${script}` : script));
    await run("force-update", "--publish");
    expect(await hookRuns()).toBe(version === "1.1.0" ? 3 : 4);
  }
});

test("A Builder that is not on this machine is not written to unless that is said.", async () => {
  await releaseIt("1.0.0");
  // An address of this machine that does not look like one.
  set("NEWO_BASE_URL", account.url.replace("127.0.0.1", "0.0.0.0"));
  const { code, err } = await run("install");
  expect(code).toBe(2);
  expect(err).toContain("which is not on this machine. Nothing was sent.");
  expect(await account.ask("GET", "/api/v1/designer/projects")).toEqual([]);
  expect(await run("install", "-y")).toMatchObject({ code: 0 });
});

test("Settings that are missing or wrong are said, and are exit code 2.", async () => {
  set("NEWO_API_KEY", undefined);
  expect(await run("status")).toMatchObject({
    code: 2,
    err: expect.stringContaining("NEWO_API_KEY") as unknown,
  });
  set("NEWO_API_KEY", "planted-key");
  set("NEWO_BASE_URL", "nowhere");
  expect(await run("status")).toMatchObject({
    code: 2,
    err: expect.stringContaining("NEWO_BASE_URL") as unknown,
  });
  set("NEWO_BASE_URL", account.url);
  const refused = await run("status");
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining("(401") as unknown });
  expect(refused.err).not.toContain("planted-key");
});

test("A folder that holds something else is not pulled into.", async () => {
  const target = temporaryFolder();
  mkdirSync(join(target, "own"));
  expect(await run("pull", target)).toMatchObject({ code: 2 });
  writeFileSync(join(target, "file"), "");
  expect(await run("pull", join(target, "file"))).toMatchObject({ code: 2 });
});

test.each(["sandbox start", "workbench"])("A port that is taken ends %s with exit code 1.", async (verb) => {
  const { port } = new URL(account.url);
  const child = spawn(process.execPath, [bin, ...verb.split(" "), "--port", port, "--project", folder]);
  onTestFinished(() => void child.kill("SIGKILL"));
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  expect([code, err]).toEqual([1, expect.stringContaining(`The port ${port} is taken.`)]);
});

test("A Builder of one's own is started, printed and ended with exit code 0.", async () => {
  const child = spawn(process.execPath, [
    bin,
    "sandbox",
    "start",
    "--port",
    "0",
    "--json",
    "--project",
    folder,
  ]);
  let out = "";
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes("\n")) {
        resolve();
      }
    });
    child.once("exit", () => {
      reject(new Error("it ended"));
    });
  });
  const { builder } = JSON.parse(out) as { builder: string };
  expect((await fetch(`${builder}/api/v1/customer/profile`)).status).toBe(401);
  set("NEWO_API_KEY", undefined);
  set("NEWO_BASE_URL", undefined);
  // Without settings, the verbs find it by what it has left.
  expect(await run("status")).toMatchObject({ code: 0 });
  child.kill("SIGINT");
  expect(await ended).toBe(0);
});
