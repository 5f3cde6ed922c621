/** Every verb of the command line, also one that is new: nothing that it prints or writes holds a key or a token. */
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { zipArtifact } from "../../../scripts/artifact/index.ts";
import { buildModule } from "../../../scripts/assemble/index.ts";
import type { CommandDefinition } from "../../../scripts/cli/command.ts";
import { commands } from "../../../scripts/cli/commands.ts";
import { openProject } from "../../../scripts/project/index.ts";
import { root } from "../../assemble/built-module.ts";
import { localAccount, type LocalAccount } from "../../builder/local-account.ts";
import { edit, projectCopy } from "../../cli/broken-project.ts";
import { withEnvironment } from "../../cli/environment.ts";
import { runCaptured } from "../../cli/run-captured.ts";
import { formsOf, found } from "./planted.ts";

/** What stands in the environment and in the account. */
const tokens = {
  pedalo_api_key: "planted/pedalo+key 4711",
  altegio_partner_token: "planted-partner-token-8271",
  altegio_user_token: 'planted"user\\token-9362',
};

/** Verbs that run until they are stopped: started as programs, and stopped. */
const untilStopped: readonly string[] = ["watch", "sandbox start", "workbench"];

interface Place {
  readonly project: string;
  readonly account: LocalAccount;
  readonly planted: Readonly<Record<string, string>>;
}

/** An account that holds the tokens and has the bike repair installed, and a copy of its sources. */
async function open(): Promise<Place> {
  const project = projectCopy();
  const account = await localAccount({ secretAttributes: Object.keys(tokens) });
  const { build } = await buildModule({ project: openProject(project) });
  if (build === null) {
    throw new Error("the bike repair does not build");
  }
  const { identity } = build.model;
  for (const version of ["1.0.0", "1.1.0"]) {
    account.release({
      ...{ registry: identity.registry, item: identity.registryItemIdn, version },
      ...{ date: "2026-12-01", changelog: "", zip: zipArtifact(build.tree), maps: build.maps },
      manifest: { ...build.manifest, identity: { ...identity, version } },
    });
  }
  for (const [idn, value] of Object.entries(tokens)) {
    await account.ask("POST", "/api/v1/customer/attributes", { idn, value });
  }
  const { apiKey } = account.builder;
  const inFile = "planted-key-of-the-file-5150";
  writeFileSync(join(project, ".env"), `NEWO_API_KEY=${inFile}\nNEWO_BASE_URL=${account.url}\n`);
  withEnvironment({
    ...Object.fromEntries(Object.entries(tokens).map(([idn, value]) => [idn.toUpperCase(), value])),
    NEWO_BASE_URL: account.url,
    NEWO_API_KEY: apiKey,
    ALTEGIO_MODULE_REGISTRIES: join(account.folder, "registries"),
  });
  return { project, account, planted: { ...tokens, apiKey, inFile } };
}

/** Command lines of a verb, without and with `--json`. Verbs that need nothing of their own are in no list. */
function linesOf(name: string, { project, planted }: Place): string[][] {
  const definition: CommandDefinition = commands[name as keyof typeof commands];
  const program = join(project, "program.ts");
  const log = join(project, "saved.log");
  writeFileSync(program, 'export function main(): string {\n  return "done";\n}\n');
  writeFileSync(
    log,
    Object.values(planted)
      .flatMap(formsOf)
      .map((form) => `error BookingFlow/Skill:1 Authorization: Bearer ${form}\ninfo ${form}\n`)
      .join(""),
  );
  const own: Readonly<Record<string, readonly (readonly string[])[]>> = {
    compile: [[program]],
    diff: [["live"], ["1.0.0"]],
    invoke: [["SetUpSkill"]],
    logs: [[log], []],
    locate: [["WorkshopFlow", "SetUpSkill", "1"]],
    "force-update": [["--publish"], ["--dry-run"]],
    install: [["--publish"], ["--as", "another"]],
    pull: [[join(project, "pulled")]],
    push: [["--as", "pushed"], ["--dry-run"]],
    "new attribute": [["plain-note"]],
    "new tool": [["plain-tool"]],
    "new scenario": [["plain-scenario"]],
    "new conversation": [["plain-conversation"]],
  };
  const needs = definition.argument !== undefined && definition.argument.optional !== true;
  const lines = (own[name] ?? [needs ? ["x"] : []]).map((words) => [...name.split(" "), ...words]);
  return "json" in definition.options ? lines.flatMap((line) => [line, [...line, "--json"]]) : lines;
}

/** What a program writes until it is stopped, right after it has begun to work. */
async function startAndStop(words: readonly string[], project: string): Promise<string> {
  const port = words.includes("watch") ? [] : ["--port", "0"];
  const bin = join(root, "scripts/cli/bin.mjs");
  const child = spawn(process.execPath, [bin, ...words, ...port, "--project", project]);
  let shown = "";
  const ended = new Promise((resolve) => child.once("close", resolve));
  await new Promise<void>((resolve) => {
    const read = (chunk: Buffer): void => {
      shown += chunk.toString();
      if (/Built in|Stop with Ctrl|"builder"|error/u.test(shown)) {
        resolve();
      }
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("close", () => {
      resolve();
    });
  });
  child.kill("SIGINT");
  await ended;
  return shown;
}

/** Every file below a folder, but for the settings that people write themselves. */
function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && !/(?:^|\/)(?:\.env|saved\.log)$/u.test(file));
}

test("No verb prints a key or a token, or leaves one in a file.", async () => {
  const place = await open();
  const { project, planted } = place;
  for (const name of Object.keys(commands)) {
    for (const line of linesOf(name, place)) {
      const shown = untilStopped.includes(name)
        ? await startAndStop(line, project)
        : Object.values(await runCaptured(...line, "--project", project)).join("\n");
      expect([line.join(" "), found(shown, planted)]).toEqual([line.join(" "), []]);
    }
  }
  for (const file of [...filesUnder(project), ...filesUnder(join(place.account.folder, "registries"))]) {
    expect([file, found(readFileSync(file, "latin1"), planted)]).toEqual([file, []]);
  }
  // What a Builder of one's own leaves for clients is for the eyes of its owner.
  for (const file of filesUnder(join(project, ".sandbox", "builder"))) {
    expect([file, statSync(file).mode & 0o077]).toEqual([file, 0]);
  }
  expect(statSync(join(project, ".sandbox", ".env")).mode & 0o077).toBe(0);
});

test("No error repeats what a Builder repeats of a request, in whatever form.", async () => {
  const { project, account } = await open();
  const access = "planted.access.token-7777";
  const sent = new Set<string>();
  const broken = (text: string): string => text.replace(/(.{5})/gu, "$1\n   ");
  const server = createServer((request, response) => {
    const secret = String(request.headers.authorization ?? request.headers["x-api-key"] ?? "");
    sent.add(secret);
    const isToken = request.url?.includes("/auth/") === true;
    const bare = secret.replace("Bearer ", "");
    const reason = [`Authorization: ${secret}`, ...formsOf(bare), ...formsOf(bare).map(broken)].join(" | ");
    const body = isToken
      ? { access_token: access, expires_in: 900 }
      : { type: "validation_error", reason, reasons: [reason] };
    response.writeHead(isToken ? 200 : 422, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  withEnvironment({ NEWO_BASE_URL: url, NEWO_API_KEY: account.builder.apiKey });
  const planted = { access, apiKey: account.builder.apiKey };
  let refused = 0;
  for (const name of Object.keys(commands).filter((verb) => !untilStopped.includes(verb))) {
    for (const line of linesOf(name, { project, account, planted: {} })) {
      const ended = await runCaptured(...line, "--verbose", "--project", project);
      const shown = ended.out + ended.err;
      expect([line.join(" "), found(shown, planted)]).toEqual([line.join(" "), []]);
      refused += shown.includes("422") ? 1 : 0;
    }
  }
  expect([...sent].sort()).toEqual([`Bearer ${access}`, account.builder.apiKey].sort());
  expect(refused).toBeGreaterThan(10);
});

test("No problem quotes a token that stands in a source, or in the wrong variable.", async () => {
  const project = projectCopy();
  const planted = { key: "planted-key-in-a-source-3141" };
  edit(project, "attributes/index.ts", (text) =>
    text.replace('defaultValue: "",', `defaultValue: "${planted.key}",`),
  );
  for (const form of ["pretty", "json", "sarif"]) {
    const { code, out, err } = await runCaptured("check", "--format", form, "--project", project);
    expect([code, found(out + err, planted)]).toEqual([1, []]);
    expect(out + err).toContain("pedalo_api_key");
  }
  // In the environment as well: then it is known wherever it stands.
  withEnvironment({
    PEDALO_API_KEY: planted.key,
    NEWO_API_KEY: "some-other-key",
    NEWO_BASE_URL: planted.key,
  });
  edit(project, "attributes/index.ts", (text) => text.replace("secret: true", "secret: false"));
  edit(project, "module/index.ts", (text) => `throw new Error("${planted.key}");\n${text}`);
  for (const verb of [["check"], ["lint", "--json"], ["status"], ["invoke", "SetUpSkill", "--verbose"]]) {
    const { code, out, err } = await runCaptured(...verb, "--project", project);
    expect([verb, code === 0, found(out + err, planted)]).toEqual([verb, false, []]);
    expect(verb[0] === "status" ? "module/index.ts" : out + err).toContain("module/index.ts");
  }
});
