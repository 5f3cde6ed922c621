/** Writes the file of a flow: all metadata of its skills and events (docs/platform.md, "Flow files"). */
import { compareText } from "../model/problem.ts";
import { LastResults } from "../model/last-results.ts";
import type { CompiledSkill, FlowEvent, FlowModel } from "../model/types.ts";
import { promptScript } from "./artifact-paths.ts";
import { compareEvents, compareSkills } from "./sort-order.ts";
import { renderYaml, type YamlObject } from "./yaml/render-yaml.ts";

const runnerType = "nsl";
const providerIdn = "google";
const modelIdn = "gemini25_flash";
/**
 * The model of a skill that asks none: exports name one for every skill, and whether one may be left out is not documented
 * (docs/platform.md, "The model of a skill").
 */
const noModel = { model_idn: "", provider_idn: "" };
const foldedKeys: ReadonlySet<string> = new Set(["description", "default_value"]);

const texts = new LastResults<string>();

/** The text of the flow file. Keys stand in the order the platform writes them. */
export function flowFile(flow: FlowModel): string {
  const value = {
    title: flow.title,
    idn: flow.idn,
    description: flow.description,
    agent_id: null,
    skills: [...flow.skills].sort(compareSkills).map((skill) => skillEntry(skill, flow.idn)),
    events: [...flow.events].sort(compareEvents).map(eventEntry),
    state_fields: [],
    default_runner_type: runnerType,
    default_provider_idn: providerIdn,
    default_model_idn: modelIdn,
    publication_type: null,
  };
  return texts.of(flow.idn, JSON.stringify(value), () => renderYaml(value, { foldedKeys }));
}

function skillEntry(skill: CompiledSkill, flowIdn: string): YamlObject {
  return {
    title: "",
    idn: skill.idn,
    prompt_script: promptScript(flowIdn, skill.idn),
    runner_type: runnerType,
    // This format has the model before its provider; the older one has them the other way round.
    // It is named where one answers: whoever exchanges it has one skill a flow to look at.
    model: generates(skill) ? { model_idn: modelIdn, provider_idn: providerIdn } : noModel,
    parameters: [...skill.parameters]
      .sort((left, right) => compareText(left.name, right.name))
      .map(({ name, defaultValue }) => ({ name, default_value: defaultValue })),
  };
}

function generates(skill: CompiledSkill): boolean {
  return /\bGen\(/u.test(skill.text);
}

function eventEntry(event: FlowEvent): YamlObject {
  return {
    idn: event.idn,
    skill_selector: "skill_idn",
    skill_idn: event.skillIdn,
    state_idn: null,
    integration_idn: event.integrationIdn,
    connector_idn: event.connectorIdn,
    interrupt_mode: "queue",
  };
}
