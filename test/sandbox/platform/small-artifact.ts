/** Writes small artifacts for the tests of the platform. */
import type { ArtifactTree } from "../../../scripts/model/types.ts";

/** A skill: its text, or its text with the default values of its parameters. */
type SmallSkill = string | { readonly text: string; readonly parameters: Readonly<Record<string, string>> };

/** A flow: skills by idn; events as `idn integration/connector Skill`. */
export interface SmallFlow {
  readonly skills: Readonly<Record<string, SmallSkill>>;
  readonly events: readonly string[];
}

const folder = "newo_customers/demo/demo_project";

/**
 * Lays out flows as a `newo_v2` tree.
 *
 * @param attributes customer attributes: idn -> default value, or [default value, title]
 */
export function smallArtifact(
  flows: Readonly<Record<string, SmallFlow>>,
  attributes: Readonly<Record<string, string | readonly [string, string]>> = {},
): ArtifactTree {
  const tree = new Map<string, string>([
    ["newo_customers/demo/import_version.txt", "v2.0.0"],
    ["newo_customers/demo/attributes.yaml", attributesYaml(attributes)],
    [`${folder}/demo_project.yaml`, 'project:\n  idn: demo_project\n  name: demo\n  version: "1.0.0"\n'],
    [`${folder}/agents/DemoAgent/agent.yaml`, "agent:\n  idn: DemoAgent\n  title: Demo\n"],
  ]);
  for (const [idn, flow] of Object.entries(flows)) {
    const flowFolder = `${folder}/agents/DemoAgent/flows/${idn}`;
    tree.set(`${flowFolder}/${idn}.yaml`, flowYaml(idn, flow));
    for (const [skill, content] of Object.entries(flow.skills)) {
      tree.set(`${flowFolder}/skills/${skill}.nsl`, typeof content === "string" ? content : content.text);
    }
  }
  return tree;
}

/** The path of a flow's file. */
export function flowFile(idn: string): string {
  return `${folder}/agents/DemoAgent/flows/${idn}/${idn}.yaml`;
}

/** The path of a skill's script. */
export function skillFile(flow: string, skill: string): string {
  return `${folder}/agents/DemoAgent/flows/${flow}/skills/${skill}.nsl`;
}

function attributesYaml(attributes: Readonly<Record<string, string | readonly [string, string]>>): string {
  const items = Object.entries(attributes).map(([idn, given]) => {
    const [value, title] = typeof given === "string" ? [given, ""] : given;
    return `  - idn: ${idn}
    value: ${JSON.stringify(value)}
    title: ${JSON.stringify(title)}
    description: ""
    group: Demo
    is_hidden: true
    possible_values: []
    value_type: !enum "ValueType.STRING"\n`;
  });
  return items.length === 0 ? "attributes: []\n" : `attributes:\n${items.join("")}`;
}

function flowYaml(idn: string, { skills, events }: SmallFlow): string {
  const skillItems = Object.entries(skills).map(([skill, content]) => ({
    title: "",
    idn: skill,
    prompt_script: `flows/${idn}/skills/${skill}.nsl`,
    runner_type: "nsl",
    model: { model_idn: "gpt4o", provider_idn: "openai" },
    parameters: Object.entries(typeof content === "string" ? {} : content.parameters).map(
      ([name, default_value]) => ({ name, default_value }),
    ),
  }));
  const eventItems = events.map((line) => {
    const [event = "", channel = "", skill = ""] = line.split(" ");
    const [integration_idn = "", connector_idn = ""] = channel.split("/");
    return {
      idn: event,
      skill_selector: "skill_idn",
      skill_idn: skill,
      state_idn: null,
      integration_idn,
      connector_idn,
      interrupt_mode: "queue",
    };
  });
  // JSON is YAML.
  return JSON.stringify({
    title: idn,
    idn,
    description: "",
    agent_id: null,
    skills: skillItems,
    events: eventItems,
  });
}
