/** The probe from the command line to a local Builder and back, and what `check` says to its report. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readArtifact, unzipArtifact } from "../../scripts/artifact/index.ts";
import { temporaryFolder } from "../artifact/temporary-folder.ts";
import { localAccount, type LocalAccount } from "../builder/local-account.ts";
import { projectCopy } from "./broken-project.ts";
import { withEnvironment } from "./environment.ts";
import { runCaptured } from "./run-captured.ts";

interface Assumption {
  readonly heading: string;
  readonly symbol: string;
  readonly file: string;
  readonly line: number;
  readonly state: string;
  readonly says: string;
}

interface Checked {
  readonly problems: readonly { readonly code: string; readonly file: string; readonly line: number }[];
  readonly assumptions: readonly Assumption[];
}

/** An account with a service, and the settings that lead to it. */
async function account(): Promise<LocalAccount> {
  const service = createServer((request, response) => {
    response.writeHead(request.url === "/" ? 200 : 404, { "content-type": "application/json" });
    response.end('{"hello": true}');
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void service.close());
  const { port } = service.address() as AddressInfo;
  const made = await localAccount({
    hosts: { "https://api.pedalo.example": `http://127.0.0.1:${String(port)}` },
  });
  withEnvironment({ NEWO_BASE_URL: made.url, NEWO_API_KEY: made.builder.apiKey });
  return made;
}

/** A caller comes and says something. */
async function talkTo({ ask }: LocalAccount): Promise<void> {
  const persona = await ask<{ id: string }>("POST", "/api/v1/customer/personas", { name: "Nora" });
  const actor = await ask<{ id: string }>("POST", `/api/v1/customer/personas/${persona.id}/actors`, {
    ...{ name: "Nora", external_id: "+4915198765432", time_zone_identifier: "Europe/Berlin" },
    ...{ integration_idn: "newo_voice", connector_idn: "newo_voice_connector" },
  });
  await ask("POST", `/api/v1/chat/user/${actor.id}`, { text: "Hello", arguments: [] });
}

test("It is written as a folder or a zip, both of them an artifact, and nothing that is no probe is written over.", async () => {
  const project = projectCopy();
  const folder = temporaryFolder();
  const place = join(folder, "probe");
  const written = await runCaptured("probe", "--out", place, "--project", project, "--json");
  expect(written.code).toBe(0);
  const { files } = JSON.parse(written.out) as { files: string[] };
  const tree = readArtifact(place);
  expect([...tree.keys()]).toEqual(files);
  expect([...tree.keys()]).toContain(
    "module_probe/agents/ModuleProbeAgent/flows/ModuleProbeFlow/skills/ResultSkill.nsl",
  );
  expect([...tree.values()].join("\n")).toContain(
    'url="https://api.pedalo.example/module_probe_nothing_here"',
  );
  expect((await runCaptured("probe", "--out", `${place}.zip`, "--project", project)).code).toBe(0);
  expect(unzipArtifact(new Uint8Array(readFileSync(`${place}.zip`)))).toEqual(tree);
  expect((await runCaptured("probe", "--out", place, "--project", project)).code).toBe(0);
  writeFileSync(join(folder, "mine.txt"), "mine");
  const refused = await runCaptured("probe", "--out", folder, "--project", project);
  expect(refused).toMatchObject({ code: 2, out: "" });
  expect(existsSync(join(folder, "mine.txt"))).toBe(true);
});

test("Pushed, published, talked to, read back, compared: nothing is contradicted.", async () => {
  const made = await account();
  const project = projectCopy();
  expect((await runCaptured("probe", "--read", "--project", project)).err).toContain(
    "has no project module_probe",
  );
  const pushed = await runCaptured("probe", "--push", "--project", project);
  expect(pushed).toMatchObject({ code: 0 });
  expect(pushed.out).toContain("The probe is published as module_probe.");
  await talkTo(made);
  await made.builder.idle();
  made.pass(120);
  made.builder.tick();
  await made.builder.idle();
  const file = join(temporaryFolder(), "report.json");
  const read = await runCaptured("probe", "--read", file, "--project", project);
  expect(read).toMatchObject({ code: 0 });
  expect(read.out).toMatch(/^\d\d answers are in .*check --probe/u);
  expect(readFileSync(file, "utf8")).not.toMatch(new RegExp(`4915198765432|${made.builder.apiKey}`, "u"));

  const checked = await runCaptured("check", "--probe", file, "--project", project, "--json");
  const { problems, assumptions } = JSON.parse(checked.out) as Checked;
  expect(problems).toEqual([]);
  expect(checked.code).toBe(0);
  expect(assumptions.filter(({ state }) => state === "contradicted")).toEqual([]);
  const confirmed = assumptions.filter(({ state }) => state === "confirmed").map(({ symbol }) => symbol);
  expect(confirmed).toEqual(
    expect.arrayContaining([
      ...["httpErrorEvent", "connectorRunning", "connectorStatusField", "timerIntegration", "timerEvent"],
      ...[
        "phoneIntegrations",
        "schemaForm",
        "httpResultArguments",
        "fixedAssumptions",
        "noModel",
        "actionSignatures",
      ],
    ]),
  );
  const shown = await runCaptured("check", "--probe", file, "--project", project);
  expect(shown.out).toMatch(
    /^confirmed {5}Timers \(timerEvent, scripts\/sdk\/contract\.ts:\d+\): A timer that names no event fires timer\.$/mu,
  );

  const again = await runCaptured("probe", "--push", "--project", project, "--json");
  expect((JSON.parse(again.out) as { published: string[] }).published).toHaveLength(2);
  const toOutput = await runCaptured("probe", "--read", "--project", project);
  expect((JSON.parse(toOutput.out) as { answers: { publish: { runs: number } } }).answers.publish.runs).toBe(
    2,
  );
});

test("A contradiction is an error with the place of its constant.", async () => {
  const file = join(temporaryFolder(), "report.json");
  const answers = {
    event_receive_available_slots: { ended: true, names: [["slots", "list"]] },
    session: { ended: true, actors: "list", actor: "object", fields: [["id", "other"]] },
  };
  writeFileSync(file, JSON.stringify({ probe: 1, answers }));
  const { code, out } = await runCaptured("check", "--probe", file, "--project", projectCopy(), "--json");
  expect(code).toBe(1);
  const { problems, assumptions } = JSON.parse(out) as Checked;
  expect(problems.map((problem) => problem.code)).toEqual(["PRB5001", "PRB5001"]);
  const places = assumptions.filter(({ state }) => state === "contradicted").map(({ line }) => line);
  expect(problems.map(({ line }) => line).sort()).toEqual(places.sort());
  expect(problems[0]?.file).toMatch(/scripts\/sdk\/contract\.ts$/u);
});

test("Bad words and files are refused in plain words.", async () => {
  await account();
  const project = projectCopy();
  const both = await runCaptured("probe", "--push", "--read", "x.json", "--project", project);
  expect(both.code).toBe(2);
  const missing = await runCaptured("check", "--probe", "nowhere.json", "--project", project);
  expect(missing).toMatchObject({
    code: 2,
    err: expect.stringContaining("There is no file nowhere.json") as string,
  });
  const file = join(temporaryFolder(), "x.json");
  writeFileSync(file, "{}");
  const none = await runCaptured("check", "--probe", file, "--project", project);
  expect(none).toMatchObject({
    code: 2,
    err: expect.stringContaining("It is no report of a probe") as string,
  });
  const url = await runCaptured("probe", "--url", "nowhere", "--project", project);
  expect(url).toMatchObject({ code: 2, err: expect.stringContaining("say --url") as string });
  for (const place of ["probe.zip", "probe"]) {
    const blocked = await runCaptured("probe", "--out", join(file, place), "--project", project);
    expect(blocked).toMatchObject({ code: 2, err: expect.stringContaining("cannot be written") as string });
  }
});

test("Nothing is sent to a Builder that is not on this machine unless that is said.", async () => {
  withEnvironment({ NEWO_BASE_URL: "https://builder.invalid", NEWO_API_KEY: "planted-key-77" });
  const { code, out, err } = await runCaptured("probe", "--push", "--project", projectCopy());
  expect(code).not.toBe(0);
  expect(out + err).not.toContain("planted-key-77");
});
