import { describe, expect, test } from "vitest";
import { layOutArtifact } from "../../scripts/artifact/index.ts";
import { attribute, flowEvent, flowModel, model, skill } from "../model/sample-module.ts";

const folder = "sample_integration/agents/SampleAgent";
const flowFile = `${folder}/flows/TimesFlow/TimesFlow.yaml`;

describe("the layout", () => {
  test("has the files of the format and no others", () => {
    expect([...layOutArtifact(model()).keys()]).toEqual([
      "akb/SampleAgent.yaml",
      "attributes.yaml",
      "import_version.txt",
      `${folder}/agent.yaml`,
      flowFile,
      `${folder}/flows/TimesFlow/skills/FindTimesSkill.nsl`,
      "sample_integration/sample_integration.yaml",
    ]);
  });

  test("gives the small files as the platform writes them", () => {
    const tree = layOutArtifact(model());
    expect(tree.get("import_version.txt")).toBe("v2.0.0");
    expect(tree.get("akb/SampleAgent.yaml")).toBe("[]\n");
    expect(tree.get(`${folder}/flows/TimesFlow/skills/FindTimesSkill.nsl`)).toBe(skill().text);
    expect(tree.get(`${folder}/agent.yaml`)).toBe(
      "agent:\n  idn: SampleAgent\n  title: SampleAgent\n  description: Answers in tests.\n",
    );
    expect(tree.get("sample_integration/sample_integration.yaml")).toBe(
      [
        "project:",
        "  idn: sample_integration",
        "  name: sample_integration",
        "  version: 1.4.0",
        "  description: A module for tests.",
        "  is_auto_update_enabled: true",
        "  registry: production",
        "  registry_item_idn: SampleIntegration",
        "",
      ].join("\n"),
    );
  });

  test("writes a flow file with its keys and lists in the platform's order", () => {
    const flow = flowModel({
      description: "Free times, and what follows from them: a text long enough to be folded by the platform.",
      skills: [
        skill({ idn: "snake_skill" }),
        skill({ idn: "_helper", text: "{% set x = Gen(jsonSchema={}) %}" }),
        skill({
          idn: "FindTimesSkill",
          parameters: [
            { name: "payload", defaultValue: "" },
            { name: "count", defaultValue: "10" },
          ],
        }),
      ],
      events: [
        flowEvent({ idn: "result_success", integrationIdn: "http", connectorIdn: "sample_connector" }),
        flowEvent({ idn: "result_error", integrationIdn: "http", connectorIdn: "sample_connector" }),
        flowEvent({ idn: "result_error", skillIdn: "AnotherSkill" }),
      ],
    });
    expect(layOutArtifact(model({ flows: [flow] })).get(flowFile)).toBe(goldenFlow);
  });

  test("names no customer attribute: an import would put its values over those of the account", () => {
    const attributes = [attribute({ idn: "sample_token", valueType: "string", secret: true }), attribute()];
    expect(layOutArtifact(model({ attributes })).get("attributes.yaml")).toBe("attributes: []\n");
  });

  test("is the same for the same model in another order of its parts", () => {
    const flows = [flowModel(), flowModel({ idn: "SetupFlow", skills: [skill(), skill({ idn: "_b" })] })];
    const turned = [...flows].reverse().map((flow) => ({ ...flow, skills: [...flow.skills].reverse() }));
    expect([...layOutArtifact(model({ flows: turned }))]).toEqual([...layOutArtifact(model({ flows }))]);
  });

  test("refuses two parts that ask for one file", () => {
    expect(() => layOutArtifact(model({ flows: [flowModel(), flowModel()] }))).toThrow("same file");
  });
});

const goldenFlow = `title: TimesFlow
idn: TimesFlow
description: "Free times, and what follows from them: a text long enough to be folded\\
  \\ by the platform."
agent_id: null
skills:
  - title: findTimes · skills/times/find-times.ts:9
    idn: FindTimesSkill
    prompt_script: flows/TimesFlow/skills/FindTimesSkill.nsl
    runner_type: nsl
    model:
      model_idn: ""
      provider_idn: ""
    parameters:
      - name: count
        default_value: "10"
      - name: payload
        default_value: ""
  - title: findTimes · skills/times/find-times.ts:9
    idn: _helper
    prompt_script: flows/TimesFlow/skills/_helper.nsl
    runner_type: nsl
    model:
      model_idn: gemini25_flash
      provider_idn: google
    parameters: []
  - title: findTimes · skills/times/find-times.ts:9
    idn: snake_skill
    prompt_script: flows/TimesFlow/skills/snake_skill.nsl
    runner_type: nsl
    model:
      model_idn: ""
      provider_idn: ""
    parameters: []
events:
  - idn: result_error
    skill_selector: skill_idn
    skill_idn: AnotherSkill
    state_idn: null
    integration_idn: system
    connector_idn: system
    interrupt_mode: queue
  - idn: result_error
    skill_selector: skill_idn
    skill_idn: FindTimesSkill
    state_idn: null
    integration_idn: http
    connector_idn: sample_connector
    interrupt_mode: queue
  - idn: result_success
    skill_selector: skill_idn
    skill_idn: FindTimesSkill
    state_idn: null
    integration_idn: http
    connector_idn: sample_connector
    interrupt_mode: queue
state_fields: []
default_runner_type: nsl
default_provider_idn: google
default_model_idn: gemini25_flash
publication_type: null
`;
