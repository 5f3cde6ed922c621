/** Writes the files of a tree, each in the orders and the YAML of the platform (docs/platform.md, "The tree"). */
import { compareText } from "../../model/problem.ts";
import { promptScript } from "../artifact-paths.ts";
import { compareEvents, compareIdns, compareSkills } from "../sort-order.ts";
import { EnumValue } from "../yaml/enum-tag.ts";
import { renderYaml, type YamlObject } from "../yaml/render-yaml.ts";
import type { AgentContent, AttributeContent, FlowContent, ProjectFields, SkillContent } from "./content.ts";
import { eventContent, stateContent } from "./plain-content.ts";

const nothing: ReadonlySet<string> = new Set();
const foldedInAgents: ReadonlySet<string> = new Set(["description"]);
const foldedInFlows: ReadonlySet<string> = new Set(["description", "default_value"]);
const foldedInAttributes: ReadonlySet<string> = new Set(["value", "description", "possible_values"]);

/** The knowledge base of an agent that has none. */
export const emptyKnowledge = renderYaml([], { foldedKeys: nothing });

/** The project file. Unlike in the others, long lines are not folded here. */
export function projectText(project: ProjectFields): string {
  const fields = {
    idn: project.idn,
    name: project.name,
    version: project.version,
    description: project.description,
    is_auto_update_enabled: project.is_auto_update_enabled,
    registry: project.registry,
    registry_item_idn: project.registry_item_idn,
  };
  return renderYaml({ project: fields }, { foldedKeys: nothing });
}

/** The agent file, with the wrapper that the vendor's client reads. */
export function agentText({ idn, title, description }: Omit<AgentContent, "flows">): string {
  return renderYaml({ agent: { idn, title, description } }, { foldedKeys: foldedInAgents });
}

/** The flow file: all metadata of its skills, events and states. */
export function flowText(flow: FlowContent): string {
  return renderYaml(
    {
      title: flow.title,
      idn: flow.idn,
      description: flow.description,
      agent_id: null,
      skills: [...flow.skills].sort(compareSkills).map((skill) => skillEntry(skill, flow.idn)),
      events: [...flow.events].sort(compareEvents).map((event) => ({ ...eventContent(event) })),
      state_fields: [...flow.states]
        .sort((left, right) => compareText(left.idn, right.idn))
        .map((state) => ({ ...stateContent(state) })),
      default_runner_type: flow.default_runner_type,
      default_provider_idn: flow.default_provider_idn,
      default_model_idn: flow.default_model_idn,
      publication_type: null,
    },
    { foldedKeys: foldedInFlows },
  );
}

/** An attributes file, sorted by idn. */
export function attributesText(attributes: readonly AttributeContent[]): string {
  const sorted = [...attributes].sort((left, right) => compareIdns(left.idn, right.idn));
  return renderYaml({ attributes: sorted.map(attributeEntry) }, { foldedKeys: foldedInAttributes });
}

function skillEntry(skill: SkillContent, flowIdn: string): YamlObject {
  return {
    title: skill.title,
    idn: skill.idn,
    prompt_script: promptScript(flowIdn, skill.idn, skill.runner_type),
    runner_type: skill.runner_type,
    // This format has the model before its provider; the older one has them the other way round.
    model: { model_idn: skill.model.model_idn, provider_idn: skill.model.provider_idn },
    parameters: [...skill.parameters]
      .sort((left, right) => compareText(left.name, right.name))
      .map(({ name, default_value }) => ({ name, default_value })),
  };
}

function attributeEntry(attribute: AttributeContent): YamlObject {
  return {
    idn: attribute.idn,
    value: attribute.value,
    title: attribute.title,
    description: attribute.description,
    group: attribute.group,
    is_hidden: attribute.is_hidden,
    possible_values: attribute.possible_values,
    value_type: new EnumValue(`ValueType.${attribute.value_type.toUpperCase()}`),
  };
}
