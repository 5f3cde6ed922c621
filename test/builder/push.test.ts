/** Pushing: idempotent, resumed after an interruption, never removing or overwriting what is somebody else's. */
import { expect, test } from "vitest";
import { layOutArtifact, readContent, type ProjectContent } from "../../scripts/artifact/index.ts";
import { push, readProjectTree, type PushOptions } from "../../scripts/builder/index.ts";
import type { ModuleModel } from "../../scripts/model/types.ts";
import { flowEvent, flowModel, model, skill } from "../model/sample-module.ts";
import { sampleRelease } from "../registry/sample-release.ts";
import { connected, writes, type Connected } from "./connected.ts";
import { firstOf } from "./faulty-proxy.ts";

function project(change: Partial<ModuleModel> = {}): ProjectContent {
  const [content] = readContent(layOutArtifact(model(change))).projects;
  if (content === undefined) {
    throw new Error("the sample is a project");
  }
  return content;
}

const helper = skill({ idn: "_helper", parameters: [{ name: "text", defaultValue: "" }] });
const twoFlows: Partial<ModuleModel> = {
  flows: [flowModel({ skills: [skill(), helper] }), flowModel({ idn: "OtherFlow", title: "OtherFlow" })],
};

function send(to: Connected, content: ProjectContent, options: Partial<PushOptions> = {}) {
  return push(to.api, content, {
    record: to.record(),
    prune: false,
    overwrite: false,
    dryRun: false,
    onProgress: () => undefined,
    ...options,
  });
}

/** What is there, without the project's own file. */
async function there({ api }: Connected): Promise<unknown> {
  const [content] = readContent(await readProjectTree(api, "sample_integration")).projects;
  return content?.agents;
}

/** The id of a skill by its name. */
async function skillId({ account }: Connected, name: string): Promise<string> {
  const [{ id }] = await account.ask<[{ id: string }]>("GET", "/api/v1/designer/projects");
  const agents = await account.ask<{ flows: { id: string }[] }[]>(
    "GET",
    `/api/v1/bff/agents/list?project_id=${id}`,
  );
  for (const flow of agents.flatMap(({ flows }) => flows)) {
    const skills = await account.ask<{ id: string; idn: string }[]>(
      "GET",
      `/api/v1/designer/flows/${flow.id}/skills`,
    );
    const found = skills.find(({ idn }) => idn === name);
    if (found !== undefined) {
      return found.id;
    }
  }
  throw new Error(`there is no skill ${name}`);
}

async function edit(to: Connected, name: string, script: string): Promise<void> {
  const id = await skillId(to, name);
  const now = await to.account.ask<object>("GET", `/api/v1/designer/skills/${id}`);
  await to.account.ask("PUT", `/api/v1/designer/flows/skills/${id}`, { ...now, prompt_script: script });
}

test("A push makes the project what the build is, and a second one sends nothing.", async () => {
  const to = await connected();
  const content = project(twoFlows);
  const report = await send(to, content);
  expect(report.created).toBe(true);
  expect(report.published).toEqual(["SampleAgent/OtherFlow", "SampleAgent/TimesFlow"]);
  expect(await there(to)).toEqual(content.agents);
  const from = to.proxy.seen.length;
  expect(await send(to, content)).toEqual({ created: false, steps: [], published: [], left: [] });
  expect(writes(to.proxy, from)).toEqual([]);
});

test("Only what has changed is sent, and only its flow is published.", async () => {
  const to = await connected();
  await send(to, project(twoFlows));
  const from = to.proxy.seen.length;
  const changed = {
    flows: [flowModel({ skills: [skill({ text: "new" }), helper] }), ...(twoFlows.flows ?? []).slice(1)],
  };
  const report = await send(to, project(changed));
  expect(report.steps).toEqual([{ kind: "change", path: "SampleAgent/TimesFlow/skills/FindTimesSkill" }]);
  expect(report.published).toEqual(["SampleAgent/TimesFlow"]);
  expect(writes(to.proxy, from)).toHaveLength(2);
});

test("A dry run sends nothing and tells the same steps.", async () => {
  const to = await connected();
  const planned = await send(to, project(twoFlows), { dryRun: true });
  expect(writes(to.proxy)).toEqual([]);
  const done = await send(to, project(twoFlows));
  expect(done.steps.map(({ path }) => path).sort()).toEqual(planned.steps.map(({ path }) => path).sort());
  expect(planned.published).toEqual(done.published);
});

test("After an interruption at any request the next push finishes, with nothing done twice.", async () => {
  const content = project({ flows: [flowModel({ skills: [skill(), helper] })] });
  const whole = await connected();
  await send(whole, content);
  const wanted = await there(whole);
  const all = writes(whole.proxy).length;
  for (let at = 1; at <= all; at += 1) {
    const to = await connected();
    let count = 0;
    to.proxy.spoil((request) => {
      count += /^GET |\/auth\//u.test(request) ? 0 : 1;
      // The first is worked off and nobody hears of it. It may be tried again by itself: all later ones fail too.
      return count >= at ? (count === at ? "drop after" : "drop") : null;
    });
    await expect(send(to, content)).rejects.toThrow(/run this again/u);
    to.proxy.spoil(() => null);
    await send(to, content);
    expect(await there(to)).toEqual(wanted);
    const from = to.proxy.seen.length;
    expect(await send(to, content)).toMatchObject({ steps: [], published: [] });
    expect(writes(to.proxy, from)).toEqual([]);
  }
});

test("What was made from here goes when the build no longer has it; what was not stays without --prune.", async () => {
  const to = await connected();
  await send(to, project(twoFlows));
  const own = { ...helper, idn: "_own" };
  const id = await skillId(to, "FindTimesSkill");
  const [{ id: projectId }] = await to.account.ask<[{ id: string }]>("GET", "/api/v1/designer/projects");
  const [agent] = await to.account.ask<[{ flows: { id: string; idn: string }[] }]>(
    "GET",
    `/api/v1/bff/agents/list?project_id=${projectId}`,
  );
  const times = agent.flows.find(({ idn }) => idn === "TimesFlow")?.id ?? "";
  const known = await to.account.ask<object>("GET", `/api/v1/designer/skills/${id}`);
  await to.account.ask("POST", `/api/v1/designer/flows/${times}/skills`, { ...known, idn: own.idn });
  const report = await send(to, project({ flows: [flowModel({ skills: [skill()] })] }));
  expect(report.left).toEqual(["SampleAgent/TimesFlow/skills/_own"]);
  expect(report.steps).toEqual([
    { kind: "remove", path: "SampleAgent/OtherFlow" },
    { kind: "remove", path: "SampleAgent/TimesFlow/skills/_helper" },
  ]);
  const pruned = await send(to, project({ flows: [flowModel({ skills: [skill()] })] }), { prune: true });
  expect(pruned.steps).toEqual([{ kind: "remove", path: "SampleAgent/TimesFlow/skills/_own" }]);
});

test("A subscription that starts another skill is changed, so that never both run.", async () => {
  const to = await connected();
  const skills = [skill(), helper];
  await send(to, project({ flows: [flowModel({ skills })] }));
  const moved = { flows: [flowModel({ skills, events: [flowEvent({ skillIdn: "_helper" })] })] };
  const from = to.proxy.seen.length;
  const report = await send(to, project(moved));
  expect(report.steps).toEqual([
    { kind: "change", path: "SampleAgent/TimesFlow/events/sample_times_tool on system/system to _helper" },
  ]);
  expect(writes(to.proxy, from)[0]).toMatch(/^PATCH /u);
  expect(await there(to)).toEqual(project(moved).agents);
});

test("What somebody has edited in the Builder since is not overwritten unless it is asked for.", async () => {
  const to = await connected();
  await send(to, project(twoFlows));
  await edit(to, "_helper", "edited by hand");
  const next = {
    flows: [flowModel({ skills: [skill(), { ...helper, text: "new" }] }), ...(twoFlows.flows ?? []).slice(1)],
  };
  const from = to.proxy.seen.length;
  await expect(send(to, project(next))).rejects.toThrow(
    /Nothing was sent.*SampleAgent\/TimesFlow\/skills\/_helper[\s\S]*--overwrite/u,
  );
  expect(writes(to.proxy, from)).toEqual([]);
  await send(to, project(next), { overwrite: true });
  expect(await there(to)).toEqual(project(next).agents);
});

test("A module that comes from a registry can be pushed to, and what it shares is not sent.", async () => {
  const to = await connected();
  to.account.release(sampleRelease("1.4.0"));
  await to.api.createProject({
    ...{ idn: "sample_integration", title: "sample_integration", version: "", description: "" },
    ...{ is_auto_update_enabled: true, registry_idn: "production", registry_item_idn: "SampleIntegration" },
    registry_item_version: null,
  });
  const report = await send(to, project());
  expect(report.steps).toEqual([]);
  // It was installed and never published.
  expect(report.published).toEqual(["SampleAgent/TimesFlow"]);
  expect([...(await readProjectTree(to.api, "sample_integration"))]).toEqual(
    [...layOutArtifact(model())].map(([path, text]) =>
      path === "attributes.yaml" ? [path, "attributes: []\n"] : [path, text],
    ),
  );
});

test("A Builder that refuses a script ends the push with what it says; what was sent stays.", async () => {
  const to = await connected();
  to.proxy.spoil(firstOf(/^POST .*\/skills$/u, { status: 422, body: { reason: "the script is too long" } }));
  await expect(send(to, project())).rejects.toThrow(/the script is too long/u);
  await send(to, project());
  expect(await there(to)).toEqual(project().agents);
});

test("A project that somebody deletes meanwhile is said to be gone.", async () => {
  const to = await connected();
  to.proxy.spoil((request) => {
    if (/^POST .*\/agents$/u.test(request)) {
      return { status: 404, body: { reason: "There is no project." } };
    }
    return null;
  });
  await expect(send(to, project())).rejects.toThrow(/There is no project/u);
});
