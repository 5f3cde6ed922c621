/** Local registries: what is published is read back, stays as it is, and nothing half-written counts. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { unzipArtifact } from "../../scripts/artifact/index.ts";
import {
  latestRelease,
  listRegistries,
  listVersions,
  publishRelease,
  readRelease,
  RegistryError,
  verifyRegistry,
} from "../../scripts/registry/index.ts";
import { contentsOf, temporaryFolder } from "../artifact/temporary-folder.ts";
import { sampleRelease } from "./sample-release.ts";

const item = "SampleIntegration";

test("A release is read back as it was published.", () => {
  const root = temporaryFolder();
  const release = sampleRelease("1.0.0");
  publishRelease(root, release);
  const read = readRelease(root, { registry: "production", item, version: "1.0.0" });
  expect({ ...read, zip: Buffer.from(read.zip) }).toEqual({ ...release, zip: Buffer.from(release.zip) });
  expect(unzipArtifact(read.zip).get("sample_integration/sample_integration.yaml")).toContain("1.0.0");
});

test("A row has the platform's shape, with the hash of the project image.", () => {
  const release = sampleRelease("1.0.0");
  const row = publishRelease(temporaryFolder(), release);
  const uuid = expect.stringMatching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u) as unknown;
  expect(row).toEqual({
    id: uuid,
    idn: item,
    version: "1.0.0",
    project_image: {
      id: uuid,
      idn: "sample_integration",
      image_hash: createHash("sha256").update(release.zip).digest("hex"),
      storage_id: uuid,
      customer_idn: "local",
      account_id: uuid,
      created_at: "2026-12-01T00:00:00Z",
    },
    account_id: uuid,
    account_idn: "local",
    account_email: "local@localhost",
    is_public: true,
    active_project_count: 0,
    created_at: "2026-12-01T00:00:00Z",
    published_at: "2026-12-01T00:00:00Z",
  });
});

test("Versions are listed from the newest, by their numbers and not as text.", () => {
  const root = temporaryFolder();
  for (const version of ["1.2.0", "1.10.0", "1.10.0-rc.1"]) {
    publishRelease(root, sampleRelease(version));
  }
  publishRelease(root, { ...sampleRelease("9.0.0"), registry: "staging" });
  expect(listVersions(root, "production", item).map(({ version }) => version)).toEqual([
    "1.10.0",
    "1.10.0-rc.1",
    "1.2.0",
  ]);
  expect(latestRelease(root, "production", item)?.version).toBe("1.10.0");
  expect(listRegistries(root)).toEqual(["production", "staging"]);
  expect(listVersions(root, "nobody", item)).toEqual([]);
  expect(latestRelease(root, "nobody", item)).toBeNull();
});

test("What is published stays: the same version again is refused and nothing changes.", () => {
  const root = temporaryFolder();
  publishRelease(root, sampleRelease("1.0.0"));
  const before = contentsOf(root);
  expect(() => publishRelease(root, sampleRelease("1.0.0", { flows: [] }))).toThrow(
    /published already.*higher version/u,
  );
  expect(contentsOf(root)).toEqual(before);
});

test.each<[string, (folder: string) => void]>([
  ["a changed byte", (folder) => writeFileSync(join(folder, "manifest.json"), "{}")],
  ["a missing file", (folder) => rmSync(join(folder, "changelog.md"))],
  ["an added file", (folder) => writeFileSync(join(folder, "maps/more.map"), "{}")],
  ["a missing folder", (folder) => rmSync(folder, { recursive: true })],
])("An entry with %s is not handed out, and is named by the check.", (_, spoil) => {
  const root = temporaryFolder();
  publishRelease(root, sampleRelease("1.0.0"));
  publishRelease(root, sampleRelease("1.1.0"));
  spoil(join(root, "production", item, "1.0.0"));
  expect(() => readRelease(root, { registry: "production", item, version: "1.0.0" })).toThrow(RegistryError);
  expect(verifyRegistry(root, "production")).toEqual([expect.stringContaining("1.0.0")]);
});

test("What an interrupted call left is no release, and the next call takes its place.", () => {
  const root = temporaryFolder();
  const folder = join(root, "production", item, "1.0.0");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "image.zip"), "half");
  expect(listVersions(root, "production")).toEqual([]);
  publishRelease(root, sampleRelease("1.0.0"));
  expect(verifyRegistry(root, "production")).toEqual([]);
});

test("While another call writes, none is published, and it is said what to do.", () => {
  const root = temporaryFolder();
  mkdirSync(join(root, "production", ".lock"), { recursive: true });
  expect(() => publishRelease(root, sampleRelease("1.0.0"))).toThrow(/Another release.*remove/u);
  expect(listVersions(root, "production")).toEqual([]);
});

test.each(["production", "."])(
  "A file where the folder %s has to be is named, and nothing is thrown raw.",
  (at) => {
    const root = join(temporaryFolder(), "registries");
    mkdirSync(root);
    rmSync(join(root, at), { recursive: true, force: true });
    writeFileSync(join(root, at), "in the way");
    const says = /registries[^]* cannot be read or written/u;
    expect(() => publishRelease(root, sampleRelease("1.0.0"))).toThrow(RegistryError);
    expect(() => publishRelease(root, sampleRelease("1.0.0"))).toThrow(says);
    if (at === ".") {
      expect(() => listRegistries(root)).toThrow(says);
    }
  },
);

test("A call that failed leaves the registry open for the next.", () => {
  const root = temporaryFolder();
  publishRelease(root, sampleRelease("1.0.0"));
  expect(() => publishRelease(root, sampleRelease("1.0.0"))).toThrow(RegistryError);
  publishRelease(root, sampleRelease("1.1.0"));
  expect(listVersions(root, "production")).toHaveLength(2);
});

test.each([
  ["no version", { version: "1.0" }, /"1\.0" is no version/u],
  ["a name that leads outside", { item: "../x" }, /cannot be a name/u],
  ["a registry of two dots", { registry: ".." }, /cannot be a name/u],
  ["no day", { date: "today" }, /is no day/u],
  ["a manifest of another version", { version: "1.0.1" }, /manifest is that of SampleIntegration 1\.0\.0/u],
])("A release with %s is refused.", (_, change, message) => {
  const root = temporaryFolder();
  expect(() => publishRelease(root, { ...sampleRelease("1.0.0"), ...change })).toThrow(message);
  expect(contentsOf(root).size).toBe(0);
});

test("What is not there is said with what there is.", () => {
  const root = temporaryFolder();
  const read = (registry: string, name: string, version: string) => () =>
    readRelease(root, { registry, item: name, version });
  expect(read("production", item, "1.0.0")).toThrow(/no registry "production"; release into it first/u);
  publishRelease(root, sampleRelease("1.0.0"));
  expect(read("production", item, "2.0.0")).toThrow(/There are: 1\.0\.0\./u);
  expect(read("production", "Other", "1.0.0")).toThrow(/holds no version of Other/u);
  expect(read("staging", item, "1.0.0")).toThrow(/no registry "staging", but production/u);
});

test("An index of a newer form, or one that is no JSON, is not guessed at.", () => {
  const root = temporaryFolder();
  publishRelease(root, sampleRelease("1.0.0"));
  const file = join(root, "production", "index.json");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace('"formatVersion": 1', '"formatVersion": 2'));
  expect(() => listVersions(root, "production")).toThrow(/newer version of this program/u);
  writeFileSync(file, text.slice(1));
  expect(() => listVersions(root, "production")).toThrow(/is no JSON/u);
  for (const [before, after] of [
    ['"version": "1.0.0"', '"version": 3'],
    ['"integrity"', '"other"'],
    [text, '{"formatVersion": 1, "entries": [null]}'],
  ] as const) {
    writeFileSync(file, text.replace(before, after));
    expect(() => listVersions(root, "production")).toThrow(/entry 1 .*Bring back/u);
  }
});

test("The same release gives the same bytes everywhere.", () => {
  const [left, right] = [temporaryFolder(), temporaryFolder()];
  publishRelease(left, sampleRelease("1.0.0"));
  publishRelease(right, sampleRelease("1.0.0"));
  expect(contentsOf(left)).toEqual(contentsOf(right));
});

test("The lock of a process that has ended does not stop the next release; that of one that runs does.", () => {
  const root = temporaryFolder();
  const lock = join(root, "production", ".lock");
  mkdirSync(join(root, "production"));
  const { pid } = spawnSync(process.execPath, ["--version"]);
  writeFileSync(lock, String(pid));
  publishRelease(root, sampleRelease("1.0.0"));
  writeFileSync(lock, String(process.pid));
  expect(() => publishRelease(root, sampleRelease("1.1.0"))).toThrow("Another release is being written");
  rmSync(lock);
  publishRelease(root, sampleRelease("1.1.0"));
  expect(verifyRegistry(root, "production")).toEqual([]);
});
