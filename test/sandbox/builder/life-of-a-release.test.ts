/** The module from a release to a booked appointment and through an update, all over HTTP as real clients do it. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { canvasAttribute } from "#sdk";
import {
  diffArtifacts,
  readContent,
  unzipArtifact,
  zipArtifact,
  type ProjectContent,
} from "../../../scripts/artifact/index.ts";
import { connect, push, PushRecord, readProjectTree } from "../../../scripts/builder/index.ts";
import type { ArtifactTree } from "../../../scripts/model/types.ts";
import type { Release } from "../../../scripts/registry/index.ts";
import { builtModule } from "../../assemble/built-module.ts";
import { connected } from "../../setup/account.ts";
import { userContent } from "../../setup/user-content.ts";
import { projectIdn, projects, Scene, visit, type Named } from "./scene.ts";

/** No difference between two trees. */
const same = { added: [], removed: [], changed: [] };
const secrets = [connected.altegio_partner_token, connected.altegio_user_token];

/** The build as a release; `change` alters its files. */
function release(version: string, change: (tree: ArtifactTree) => ArtifactTree = (tree) => tree): Release {
  const { tree, manifest, maps, model } = builtModule();
  const file = `${projectIdn}/${projectIdn}.yaml`;
  const text = (tree.get(file) ?? "").replace(/^ {2}version: .*$/mu, `  version: ${version}`);
  return {
    registry: "production",
    item: model.identity.registryItemIdn,
    version,
    date: "2026-12-01",
    changelog: `- ${version}\n`,
    zip: zipArtifact(change(new Map(tree).set(file, text))),
    manifest: { ...manifest, identity: { ...manifest.identity, version } },
    maps,
  };
}

/** An update: one script has a further line. */
function withChange(tree: ArtifactTree): ArtifactTree {
  const [script = ""] = [...tree.keys()].filter((path) => path.endsWith("/SetupFlow/skills/SetUpSkill.nsl"));
  return new Map(tree).set(script, `${tree.get(script) ?? ""}{% set update = "1.1.0" %}\n`);
}

/** Between two projects: the customer's own attributes are the account's, whatever an artifact says. */
function differences(left: ArtifactTree, right: ArtifactTree): object {
  const project = (tree: ArtifactTree) => new Map([...tree].filter(([path]) => path !== "attributes.yaml"));
  return diffArtifacts(project(left), project(right));
}

test("Released, installed, set up, talked to, updated and talked to again: what the account owns is kept.", async () => {
  const scene = await Scene.open();
  const { account } = scene;
  account.release(release("1.0.0"));
  const id = await scene.install();
  expect(differences(await scene.exported(), unzipArtifact(release("1.0.0").zip))).toEqual(same);

  await scene.enter({ ...userContent, ...connected });
  await scene.publish(id);
  expect(await scene.value("altegio_setup_status")).not.toContain("Missing");
  expect(await scene.errors()).toEqual([]);

  expect(await scene.promise("check_availability", visit)).toContain("11:00");
  await scene.promise("book_appointment", { ...visit, confirmed: false });
  expect(scene.appointments).toHaveLength(0);
  expect(await scene.promise("book_appointment", { ...visit, confirmed: true })).toContain("booked");
  expect(scene.appointments).toHaveLength(1);

  // What a user edits: a value, and the canvas with what the module has put there.
  const canvas = (await scene.value(canvasAttribute)).replace("Talk.", "Talk kindly.");
  await scene.enter({ altegio_existing_appointments_search_days: "44", [canvasAttribute]: canvas });
  const before = await scene.attributes();
  const connectors = async () => {
    const [http] = (await account.ask<Named[]>("GET", "/api/v1/integrations")).filter(
      ({ idn }) => idn === "http",
    );
    return account.ask("GET", `/api/v1/integrations/${http?.id ?? ""}/connectors`);
  };
  const connectorsBefore = await connectors();
  await account.restart();

  account.release(release("1.1.0", withChange));
  await account.ask("POST", `${projects}/by-id/${id}/force-update`);
  expect(await scene.attributes()).toEqual(before);
  expect(await connectors()).toEqual(connectorsBefore);
  await scene.publish(id);
  expect(differences(await scene.exported(), unzipArtifact(release("1.1.0", withChange).zip))).toEqual(same);
  expect(await scene.value("altegio_existing_appointments_search_days")).toBe("44");
  expect(await scene.value(canvasAttribute)).toBe(canvas);

  // The appointment of before the update is known, and can be cancelled.
  const wish = { appointment: "the haircut", confirmed: true };
  expect(await scene.promise("cancel_appointment", wish)).toContain("cancelled");
  expect(scene.appointments).toHaveLength(0);
  expect(await scene.errors()).toEqual([]);

  // Nothing that is logged holds a token; the log is what leaves the account.
  const logs = JSON.stringify((await account.send("GET", "/api/v1/analytics/logs?page=1&per=1000")).body);
  expect(logs).toContain("api.alteg.io");
  for (const secret of [...secrets, account.builder.apiKey]) {
    expect(logs).not.toContain(secret);
  }
  // It does go to disk, where only its owner may read it.
  await account.restart();
  expect(readFileSync(join(account.folder, "state.json"), "utf8")).toContain(connected.altegio_partner_token);
});

test("What is pushed is what is built: a second push sends nothing, and the project reads back the same.", async () => {
  const scene = await Scene.open();
  const { account } = scene;
  account.release(release("1.0.0"));
  const id = await scene.install();
  const { api, close } = connect({ baseUrl: account.url, apiKey: account.builder.apiKey });
  onTestFinished(close);
  const tree = unzipArtifact(release("1.0.0", withChange).zip);
  const [wanted] = readContent(tree).projects as [ProjectContent];
  const send = () =>
    push(api, wanted, {
      record: new PushRecord(join(account.folder, `${randomUUID()}.json`)),
      ...{ prune: false, overwrite: false, dryRun: false, onProgress: () => undefined },
    });
  const first = await send();
  expect(first.steps).toHaveLength(1);
  expect(first.published).toHaveLength((await scene.flows(id)).length);
  const from = account.requests.length;
  expect(await send()).toEqual({ created: false, steps: [], published: [], left: [] });
  const sent = account.requests
    .slice(from)
    .filter(({ method, path }) => method !== "GET" && !path.includes("/auth/"));
  expect(sent).toEqual([]);
  expect(differences(await readProjectTree(api, projectIdn), tree)).toEqual(same);
  expect(differences(await scene.exported(), tree)).toEqual(same);
});

test("A script that is no NSL is reported in the log, and what was published before goes on.", async () => {
  const scene = await Scene.open();
  const { account } = scene;
  account.release(release("1.0.0"));
  const id = await scene.install();
  await scene.publish(id);
  const [flow] = await scene.flows(id);
  const path = `/api/v1/designer/flows/${flow?.id ?? ""}/skills`;
  const [skill] = await account.ask<(Named & { prompt_script: string })[]>("GET", path);
  await account.ask("PUT", `/api/v1/designer/flows/skills/${skill?.id ?? ""}`, {
    ...skill,
    prompt_script: "{% if %}",
  });
  await scene.publish(id);
  expect(await scene.errors()).toEqual([
    expect.objectContaining({ message: expect.stringContaining("is not NSL") as unknown }),
  ]);
});
