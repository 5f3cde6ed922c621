/** What the local Builder and the sandbox let out of an account with tokens: every answer, log, archive, file and error. */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { attributes } from "../../../attributes/index.ts";
import { unzipArtifact } from "../../../scripts/artifact/index.ts";
import { routes } from "../../../scripts/sandbox/builder/resources/index.ts";
import { createSandbox, scriptedBrain } from "../../../scripts/sandbox/platform/index.ts";
import { DEMO_PARTNER_TOKEN, DEMO_USER_TOKEN } from "../../../scripts/simulator/api/index.ts";
import { temporaryFolder } from "../../artifact/temporary-folder.ts";
import { builtModule } from "../../assemble/built-module.ts";
import { connected } from "../../setup/account.ts";
import { smallArtifact } from "../platform/small-artifact.ts";
import { installed } from "../platform/small-sandbox.ts";
import { Scene, visit } from "../builder/scene.ts";
import { formsOf, found } from "./planted.ts";

const tokens = { partner: DEMO_PARTNER_TOKEN, user: DEMO_USER_TOKEN };
const secretAttributes = attributes.filter(({ secret }) => secret).map(({ idn }) => idn);

/** An account that has booked, asked with a token that is refused, and was answered what it has sent. */
async function lived(): Promise<Scene> {
  const scene = await Scene.open();
  const { manifest, maps, zip } = builtModule();
  const { registry, registryItemIdn: item, version } = manifest.identity;
  scene.account.release({ registry, item, version, date: "2026-12-01", changelog: "", zip, manifest, maps });
  const id = await scene.install();
  await scene.enter(connected);
  await scene.publish(id);
  await scene.promise("book_appointment", { ...visit, confirmed: true });
  expect(scene.appointments).toHaveLength(1);
  return scene;
}

test("No answer of the Builder holds a token but those that are asked for its attributes.", async () => {
  const scene = await lived();
  const { account } = scene;
  const projects = await account.ask<{ id: string }[]>("GET", "/api/v1/designer/projects");
  const [agent] = await account.ask<{ id: string; flows: { id: string }[] }[]>(
    "GET",
    `/api/v1/bff/agents/list?project_id=${projects[0]?.id ?? ""}`,
  );
  const flow = agent?.flows[0]?.id ?? "";
  const [skill] = await account.ask<{ id: string }[]>("GET", `/api/v1/designer/flows/${flow}/skills`);
  const ids = new Set(["nobody", projects[0]?.id ?? "", flow, skill?.id ?? ""]);
  for (const path of ["/api/v1/designer/registries", "/api/v1/integrations"]) {
    (await account.ask<{ id: string }[]>("GET", path)).forEach(({ id }) => ids.add(id));
  }
  const { items: people } = await account.ask<{ items: { id: string; actors: { id: string }[] }[] }>(
    "GET",
    "/api/v1/bff/conversations/user-personas",
  );
  people.forEach(({ id, actors }) => {
    [id, ...actors.map((actor) => actor.id)].forEach((one) => ids.add(one));
  });
  const asked = routes.filter(({ at }) => at.startsWith("GET ") && !/attributes/u.test(at));
  expect(asked.length).toBeGreaterThan(20);
  let answered = 0;
  for (const { at } of asked) {
    for (const id of ids) {
      const query = `project_id=${id}&user_actor_id=${id}&user_persona_id=${id}&persona_id=${id}&page=1&per=1000`;
      const path = `${at.slice(4).replace(/:\w+/gu, id)}?${query}`;
      const { status, bytes } = await account.send("GET", path);
      const text = Buffer.from(bytes).toString();
      answered += status === 200 ? 1 : 0;
      expect([path, found(text, { ...tokens, key: account.builder.apiKey })]).toEqual([path, []]);
    }
  }
  expect(answered).toBeGreaterThan(asked.length);
  const logs = await account.ask<{ items: { message: string }[] }>(
    "GET",
    "/api/v1/analytics/logs?page=1&per=1000",
  );
  expect(logs.items.some(({ message }) => message.includes("api.alteg.io"))).toBe(true);
  // What goes on is shown without queries, headers and bodies.
  expect(found(JSON.stringify(account.requests), tokens)).toEqual([]);
});

test("An export holds no token, importing it takes none away, and what is on disk is its owner's alone.", async () => {
  const scene = await lived();
  const { account } = scene;
  const path = "/api/v2/designer/customer/export?export_akb=true&export_customer_attributes=true";
  const { bytes } = await account.send("POST", path);
  const tree = unzipArtifact(bytes);
  expect(tree.get("attributes.yaml")).toContain("altegio_partner_token");
  expect([...tree].filter(([, text]) => found(text, tokens).length > 0).map(([file]) => file)).toEqual([]);
  expect(found(Buffer.from(bytes).toString("latin1"), tokens)).toEqual([]);
  const report = await account.ask<{ backup: string }>("POST", "/api/v2/designer/customer/import", bytes);
  expect(await scene.value("altegio_partner_token")).toBe(DEMO_PARTNER_TOKEN);
  expect(await scene.value("altegio_user_token")).toBe(DEMO_USER_TOKEN);
  // The way back needs them.
  const backup = unzipArtifact(readFileSync(report.backup));
  expect(found(backup.get("attributes.yaml") ?? "", tokens)).toEqual(["partner", "user"]);
  await account.restart();
  const kept = readdirSync(account.folder, { recursive: true, encoding: "utf8" }).map((name) =>
    join(account.folder, name),
  );
  for (const file of kept.filter((name) => statSync(name).isFile())) {
    if (found(readFileSync(file, "latin1"), tokens).length > 0 || file === report.backup) {
      expect([file, statSync(file).mode & 0o777]).toEqual([file, 0o600]);
    }
  }
  expect(statSync(join(account.folder, "backups")).mode & 0o777).toBe(0o700);
});

test("A service that repeats what it was sent, in whatever form, leaves no trace of it.", async () => {
  const echoed: string[] = [];
  const echo = createServer((request, response) => {
    const { authorization = "" } = request.headers;
    const said = Object.values(tokens).flatMap(formsOf);
    const lines = said.map((text) => text.replace(/(.{7})/gu, "$1\n  "));
    echoed.push(authorization);
    response.writeHead([401, 500, 200][echoed.length % 3] ?? 200, { "x-sent": "yes" });
    response.end(
      JSON.stringify({ success: false, meta: { message: [authorization, ...said, ...lines].join(" ") } }),
    );
  });
  await new Promise<void>((resolve) => echo.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    echo.closeAllConnections();
    echo.close();
  });
  const url = `http://127.0.0.1:${String((echo.address() as AddressInfo).port)}`;
  const sandbox = await createSandbox({
    artifact: builtModule().tree,
    now: Date.now,
    brain: scriptedBrain(),
    hosts: { "https://api.alteg.io": url, "https://app.alteg.io": url },
    secretAttributes,
  });
  onTestFinished(() => sandbox.close());
  await sandbox.install();
  for (const [idn, value] of Object.entries(connected)) {
    sandbox.setAttribute(idn, value);
  }
  await sandbox.publish();
  const caller = sandbox.conversation({
    channel: "newo_voice/newo_voice_connector",
    externalId: visit.phone,
  });
  const { answers } = await caller.say({
    user: "A haircut.",
    agent: "I'm checking the available times now.",
    tool: "altegio_check_availability_tool",
    facts: visit,
  });
  expect(echoed.join("\n")).toContain(DEMO_PARTNER_TOKEN);
  expect(found(JSON.stringify(sandbox.trace.entries), tokens)).toEqual([]);
  expect(found(JSON.stringify([answers, sandbox.getAttribute("altegio_setup_status")]), tokens)).toEqual([]);
});

test("What a process that runs skills writes before it ends is shown without tokens.", async () => {
  const folder = temporaryFolder();
  const python = join(folder, "python3");
  const program = join(folder, "talkative.py");
  // It runs the worker, repeats all it is told, and has little time.
  writeFileSync(
    program,
    `import os, resource, runpy, sys, types
class Told:
    def readline(self, source=sys.stdin.buffer):
        line = source.readline()
        sys.stderr.write(line.decode())
        sys.stderr.flush()
        return line
sys.stdin = types.SimpleNamespace(buffer=Told())
resource.setrlimit(resource.RLIMIT_CPU, (3, 3))
sys.path.insert(0, os.path.dirname(sys.argv[2]))
runpy.run_path(sys.argv[2], run_name="__main__")
`,
  );
  const script = `#!/bin/sh\nif [ "$1" = "-c" ]; then echo "$0"; echo 3.1.6; exit; fi\nexec python3 "${program}" "$@"\n`;
  writeFileSync(python, script, { mode: 0o755 });
  const leak = `{% set t = GetCustomerAttribute(field="token") %}{% set x = re.search('(a+)+$', 'a' * 50 ~ 'b') %}`;
  const sandbox = await installed(
    smallArtifact({ AFlow: { skills: { Leak: leak }, events: ["leaky system/system Leak"] } }),
    { secretAttributes: ["token"], pythonPlaces: { named: python, environments: [] } },
  );
  sandbox.setAttribute("token", DEMO_PARTNER_TOKEN);
  await sandbox.publish();
  const failed = await sandbox
    .conversation()
    .fire("leaky")
    .then(
      () => "",
      (thrown: unknown) => (thrown as Error).message,
    );
  expect(failed).toContain("the Python worker ended");
  expect(failed).toContain("[secret]");
  expect(found(failed, tokens)).toEqual([]);
});
