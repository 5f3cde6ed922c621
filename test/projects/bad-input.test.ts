/** Bad input: what is said of it, with which exit code, and that the next run finishes what one has begun. */
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { zipArtifact } from "../../scripts/artifact/index.ts";
import { buildModule } from "../../scripts/assemble/index.ts";
import { openProject } from "../../scripts/project/index.ts";
import type { Release } from "../../scripts/registry/index.ts";
import { temporaryFolder } from "../artifact/temporary-folder.ts";
import { faultyProxy, type Fault, type FaultyProxy } from "../builder/faulty-proxy.ts";
import { localAccount, type LocalAccount } from "../builder/local-account.ts";
import { withEnvironment } from "../cli/environment.ts";
import { runCaptured, type Captured } from "../cli/run-captured.ts";

const folder = fileURLToPath(new URL("bike-repair", import.meta.url));

/** A moment from now, in the form of a header: the client waits no longer before it tries again. */
const soon = (): string => new Date(Date.now() + 20).toISOString();

/** What may become of a request. Made anew each time, for a moment from now is meant. */
const faults: Readonly<Record<string, () => Fault>> = {
  ...Object.fromEntries(
    [401, 403, 404, 409, 422, 429, 500, 503].map((status) => [
      String(status),
      () => ({ status, body: { reason: "the reason" }, headers: { "retry-after": soon() } }),
    ]),
  ),
  "no answer": () => "drop",
  "no answer, though it was worked off": () => "drop after",
  "a page": () => ({ status: 200, body: "<html></html>" }),
  "cut JSON": () => ({ status: 200, body: '[{"id": "' }),
  null: () => ({ status: 200, body: "null" }),
  "a record": () => ({ status: 200, body: {} }),
  "a list of nothing": () => ({ status: 200, body: [null] }),
};

interface Scene {
  readonly account: LocalAccount;
  readonly proxy: FaultyProxy;
  /** Version 1.0.0. */
  readonly release: Release;
}

/** An account with the bike repair in its registry, reached through a proxy. */
async function open(): Promise<Scene> {
  const { build } = await buildModule({ project: openProject(folder) });
  if (build === null) {
    throw new Error("the bike repair does not build");
  }
  const { identity } = build.model;
  const account = await localAccount();
  const proxy = await faultyProxy(() => account.url);
  withEnvironment({
    NEWO_BASE_URL: proxy.url,
    NEWO_API_KEY: account.builder.apiKey,
    ALTEGIO_MODULE_REGISTRIES: join(account.folder, "registries"),
  });
  const release: Release = {
    ...{ registry: identity.registry, item: identity.registryItemIdn, version: "1.0.0" },
    ...{ date: "2026-12-01", changelog: "", zip: zipArtifact(build.tree), maps: build.maps },
    manifest: { ...build.manifest, identity: { ...identity, version: "1.0.0" } },
  };
  account.release(release);
  return { account, proxy, release };
}

const run = (...args: string[]): Promise<Captured> => runCaptured(...args, "--project", folder);

/** The account as it was before anything. */
async function empty({ account, proxy }: Scene): Promise<void> {
  proxy.spoil(() => null);
  rmSync(join(folder, ".sandbox"), { recursive: true, force: true });
  for (const { id } of await account.ask<{ id: string }[]>("GET", "/api/v1/designer/projects")) {
    await account.ask("DELETE", `/api/v1/designer/projects/${id}`);
  }
}

/** What the account holds and has published, without ids. */
async function held({ account }: Scene): Promise<unknown> {
  const path = "/api/v2/designer/customer/export?export_akb=false&export_customer_attributes=false";
  const { bytes } = await account.send("POST", path);
  const { projects } = JSON.parse((await run("status", "--json")).out) as {
    projects: { unpublished: unknown }[];
  };
  return [Buffer.from(bytes).toString("base64"), projects.map(({ unpublished }) => unpublished)];
}

/** A request without the id in it. */
function kindOf(request: string): string {
  return request.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, ":id");
}

beforeEach(() => {
  rmSync(join(folder, ".sandbox"), { recursive: true, force: true });
});
afterEach(() => {
  rmSync(join(folder, ".sandbox"), { recursive: true, force: true });
});

describe("a Builder that fails at any kind of request", () => {
  const verbs: readonly (readonly [words: readonly string[], before: readonly (readonly string[])[]])[] = [
    [["install", "--publish"], []],
    [["push"], []],
    [["force-update", "--publish", "--force"], [["install"]]],
    [["pull"], [["install"]]],
    [["status"], [["install"]]],
    [["diff", "live"], [["install"]]],
    [["logs"], [["install"]]],
  ];

  test.each(verbs)(
    "%s: says what happened and what to do, and the next run finishes it",
    async (words, before) => {
      const scene = await open();
      const target = join(temporaryFolder(), "pulled");
      const verb = (): Promise<Captured> => run(...words, ...(words[0] === "pull" ? [target] : []));
      const prepare = async (): Promise<void> => {
        await empty(scene);
        for (const one of before) {
          expect((await run(...one)).code).toBe(0);
        }
      };
      await prepare();
      const from = scene.proxy.seen.length;
      expect((await verb()).code).toBe(0);
      const kinds = [...new Set(scene.proxy.seen.slice(from).map(kindOf))];
      const wanted = await held(scene);
      const names = Object.keys(faults);
      let next = words.join("").length;
      for (const kind of kinds) {
        // Each kind of request meets two of them, and all of them come up: trying all at each would take an hour.
        for (const name of [
          names[(next += 1) % names.length] ?? "",
          names[(next += 1) % names.length] ?? "",
        ]) {
          await prepare();
          scene.proxy.spoil((request) => (kindOf(request) === kind ? (faults[name]?.() ?? null) : null));
          const { code, out, err } = await verb();
          const what = `${words.join(" ")}: ${name} at ${kind}: ${out}${err}`;
          expect(err, what).not.toContain("--verbose");
          expect(err, what).not.toContain("    at ");
          if (code === 0) {
            // The answer of such a request is not read.
            expect(kind, what).toMatch(/^(?:POST|PUT|PATCH|DELETE) /u);
          } else {
            expect(code, what).toBe(1);
            expect(err, what).toMatch(/error The (?:Builder|account) at http:/u);
            expect(err, what).toMatch(
              /\n(?:[^\n]*\. )?(?:Check|Compare|Look|Put|Run|Set|Until|Use|Wait|\S+ is )/u,
            );
          }
          scene.proxy.spoil(() => null);
          const again = await verb();
          if (again.code !== 0) {
            expect(again.err, what).toContain("force-update");
            expect((await run("force-update", "--publish")).code).toBe(0);
          }
          expect(await held(scene), what).toEqual(wanted);
          const left = existsSync(join(target, "..")) ? readdirSync(join(target, "..")) : [];
          expect(left.filter((file) => file.startsWith(".pull-"))).toEqual([]);
        }
      }
    },
  );
});

describe("what is not there", () => {
  test("no network: the address and the way on are named", async () => {
    await open();
    withEnvironment({ NEWO_BASE_URL: "http://127.0.0.1:9" });
    const { code, err } = await run("diff", "live");
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/127\.0\.0\.1:9 cannot be reached[\s\S]*run this again/u),
    ]);
  });

  test.each([
    [["install", "--release", "9.9.9"], 1, "There are: 1.0.0."],
    [["diff", "9.9.9"], 2, "has 1.0.0"],
    [["diff", "nowhere.zip"], 2, "There is nothing called nowhere.zip"],
    [["force-update"], 1, "has no project"],
    [["pull", "/proc/nothing/here"], 1, "has no project"],
  ])("%s", async (words, code, says) => {
    await open();
    const ended = await run(...words);
    expect([ended.code, ended.err]).toEqual([code, expect.stringContaining(says)]);
    expect(ended.err).not.toContain("--verbose");
  });

  test("an unknown registry is named, and nothing is made", async () => {
    const { account } = await open();
    rmSync(join(account.folder, "registries"), { recursive: true });
    const { code, err } = await run("install");
    expect([code, err]).toEqual([1, expect.stringContaining("The registry production")]);
    expect(await account.ask("GET", "/api/v1/designer/projects")).toEqual([]);
  });
});

describe("a zip that is none of ours", () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const hostile: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ["no zip at all", bytes("PK nothing"), /cannot be read/u],
    [
      "one that was cut off",
      zipSync({ "import_version.txt": bytes("v2.0.0") }).slice(0, 60),
      /cannot be read/u,
    ],
    [
      "one that leads out of its folder",
      zipSync({ "import_version.txt": bytes("v2.0.0"), "../../evil.nsl": bytes("x") }),
      /is not a path an artifact may hold/u,
    ],
    ["a newer format", zipSync({ "import_version.txt": bytes("v3.0.0") }), /v2\.0\.0|v3\.0\.0/u],
    ["text that is no UTF-8", zipSync({ "import_version.txt": new Uint8Array([255, 254]) }), /UTF-8/u],
    ["nothing in it", zipSync({}), /import_version\.txt/u],
  ];

  test.each(hostile)("%s is refused in plain words by diff", async (_, content, says) => {
    await open();
    const file = join(temporaryFolder(), "hostile.zip");
    writeFileSync(file, content);
    const { code, err } = await run("diff", file, "1.0.0");
    expect([code, err]).toEqual([2, expect.stringMatching(says)]);
    expect(err).not.toContain("--verbose");
  });

  test.each(hostile)("%s is refused by an import, which changes nothing", async (_, content, says) => {
    const scene = await open();
    await run("install");
    const before = await held(scene);
    const answer = await scene.account.send("POST", "/api/v2/designer/customer/import", content);
    expect(answer).toMatchObject({ status: 422 });
    expect(JSON.stringify(answer.body)).toMatch(says);
    expect(await held(scene)).toEqual(before);
  });

  test("a release whose image was changed on disk is installed by nobody", async () => {
    const scene = await open();
    const release = join(scene.account.folder, "registries", "production", "PedaloIntegration", "1.0.0");
    const image = readdirSync(release).find((name) => name.endsWith(".zip")) ?? "";
    writeFileSync(join(release, image), hostile[2]?.[1] ?? "");
    const { code, err } = await run("install");
    expect([code, err]).toEqual([1, expect.stringContaining("PedaloIntegration 1.0.0")]);
    expect(await scene.account.ask("GET", "/api/v1/designer/projects")).toEqual([]);
  });
});

describe("a release of a newer format, which this machine holds", () => {
  const newer = zipSync({ "import_version.txt": new TextEncoder().encode("v3.0.0") });

  test.each([
    [["install", "--as", "other"], 1],
    [["force-update"], 1],
    [["force-update", "--dry-run"], 1],
    [["diff", "1.1.0"], 1],
    [["diff"], 1],
  ])("%j says so and changes nothing", async (words, code) => {
    const scene = await open();
    await run("install");
    const [zip, version] = [newer, "1.1.0"];
    const { release } = scene;
    const manifest = { ...release.manifest, identity: { ...release.manifest.identity, version } };
    scene.account.release({ ...release, version, zip, manifest });
    const before = await held(scene);
    const ended = await run(...words);
    expect([ended.code, ended.err]).toEqual([code, expect.stringContaining("v3.0.0")]);
    expect(ended.err).not.toContain("--verbose");
    expect(await held(scene)).toEqual(before);
  });
});

test("a project that has names no file may have is pulled into no folder", async () => {
  const scene = await open();
  await run("install");
  const target = join(temporaryFolder(), "pulled");
  for (const name of ["../../../evil", "con", "x".repeat(5000)]) {
    scene.proxy.spoil((request) =>
      request.endsWith("/agents/list")
        ? { status: 200, body: [{ id: "a", idn: name, title: null, description: null, flows: [] }] }
        : null,
    );
    const { code, err } = await run("pull", target);
    expect([code, err.includes("--verbose"), existsSync(target)]).toEqual([1, false, false]);
    expect(err.length).toBeLessThan(1000);
  }
});

test("what somebody edits while a push is under way is found by the next one, and not overwritten unasked", async () => {
  const scene = await open();
  await run("push");
  const [project] = await scene.account.ask<{ id: string }[]>("GET", "/api/v1/designer/projects");
  const agents = await scene.account.ask<{ flows: { id: string }[] }[]>(
    "GET",
    `/api/v1/bff/agents/list?project_id=${project?.id ?? ""}`,
  );
  const path = `/api/v1/designer/flows/${agents[0]?.flows[0]?.id ?? ""}/skills`;
  const [skill] = await scene.account.ask<{ id: string; idn: string }[]>("GET", path);
  await scene.account.ask("PUT", `/api/v1/designer/flows/skills/${skill?.id ?? ""}`, {
    ...skill,
    prompt_script: "by hand",
  });
  const refused = await run("push");
  expect([refused.code, refused.err]).toEqual([
    1,
    expect.stringMatching(/Nothing was sent[\s\S]*--overwrite/u),
  ]);
  expect(refused.err).toContain(skill?.idn);
  expect((await run("diff", "working-tree", "live")).out).toContain("+by hand");
  expect((await run("push", "--overwrite")).code).toBe(0);
  expect((await run("diff", "live")).out).toContain("Nothing differs");
});
