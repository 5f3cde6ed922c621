/** A tree as plain data, and back to the same bytes. */
import { expect, test } from "vitest";
import { ArtifactError, layOutArtifact, readContent, writeContent } from "../../scripts/artifact/index.ts";
import type { AccountContent } from "../../scripts/artifact/index.ts";
import { model } from "../model/sample-module.ts";

const tree = layOutArtifact(model());
const flowFile = "sample_integration/agents/SampleAgent/flows/TimesFlow/TimesFlow.yaml";

function faultsOf(change: (files: Map<string, string>) => void): readonly string[] {
  const files = new Map(tree);
  change(files);
  try {
    readContent(files);
  } catch (thrown) {
    return thrown instanceof ArtifactError ? thrown.faults : [String(thrown)];
  }
  return [];
}

test("An artifact that is read and written again has the same bytes.", () => {
  expect([...writeContent(readContent(tree))]).toEqual([...tree]);
});

test("What a module never has is read and written too.", () => {
  const content = readContent(tree);
  const [project] = content.projects;
  const [agent] = project?.agents ?? [];
  const [flow] = agent?.flows ?? [];
  if (project === undefined || agent === undefined || flow === undefined) {
    throw new Error("the sample has a flow");
  }
  const [skill] = flow.skills;
  const [event] = flow.events;
  if (skill === undefined || event === undefined) {
    throw new Error("the sample has a skill");
  }
  const changed: AccountContent = {
    ...content,
    knowledge: new Map([["SampleAgent", "- topic_name: Parking\n"]]),
    projects: [
      {
        ...project,
        attributes: [
          {
            idn: "own_setting",
            value: '{"a": "it\'s"}',
            title: "Own setting",
            description: "",
            group: "",
            is_hidden: false,
            possible_values: ["one", "two"],
            value_type: "json",
          },
        ],
        agents: [
          {
            ...agent,
            description: null,
            flows: [
              {
                ...flow,
                description: null,
                skills: [
                  skill,
                  {
                    ...skill,
                    idn: "zGuidanceSkill",
                    runner_type: "guidance",
                    parameters: [{ name: "payload", default_value: "null" }],
                  },
                ],
                events: [
                  event,
                  {
                    ...event,
                    skill_selector: "skill_idn_from_state",
                    skill_idn: null,
                    state_idn: "next",
                    connector_idn: null,
                    interrupt_mode: "cancel",
                  },
                ],
                states: [{ title: "next", idn: "next", default_value: "", scope: "user" }],
              },
            ],
          },
        ],
      },
    ],
  };
  const written = writeContent(changed);
  expect([...written.keys()]).toContain(
    "sample_integration/agents/SampleAgent/flows/TimesFlow/skills/zGuidanceSkill.nslg",
  );
  expect([...written.keys()]).toContain("sample_integration/attributes.yaml");
  expect([...writeContent(readContent(written))]).toEqual([...written]);
  expect(readContent(written).projects[0]?.agents[0]?.flows[0]?.events).toHaveLength(2);
});

test("Every file that is wrong is named, with its field.", () => {
  const faults = faultsOf((files) => {
    files.set(flowFile, (files.get(flowFile) ?? "").replace("runner_type: nsl", "runner_type: lua"));
    files.set("sample_integration/sample_integration.yaml", "project: [");
    files.set("attributes.yaml", "attributes: 3\n");
    files.delete("import_version.txt");
  });
  expect(faults).toEqual([
    expect.stringContaining("import_version.txt does not say v2.0.0"),
    expect.stringContaining("sample_integration/sample_integration.yaml is not valid YAML"),
    expect.stringContaining(`${flowFile}: skills[0].runner_type`),
    expect.stringContaining("attributes.yaml: attributes must be array"),
  ]);
});

test("A missing script and a name that does not fit its file are faults.", () => {
  const faults = faultsOf((files) => {
    files.delete("sample_integration/agents/SampleAgent/flows/TimesFlow/skills/FindTimesSkill.nsl");
    const agent = "sample_integration/agents/SampleAgent/agent.yaml";
    files.set(agent, (files.get(agent) ?? "").replace("idn: SampleAgent", "idn: Other"));
  });
  expect(faults).toEqual([
    expect.stringContaining("idn is Other"),
    expect.stringContaining("FindTimesSkill names the script"),
  ]);
});
