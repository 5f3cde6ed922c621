/** Writes the file of a flow: all metadata of its skills and events (docs/platform.md, "Flow files"). */
import { LastResults } from "../model/last-results.ts";
import type { CompiledSkill, FlowModel } from "../model/types.ts";
import type { FlowContent, ModelContent } from "./content/content.ts";
import { flowText } from "./content/content-files.ts";

const runnerType = "nsl";
const model = { model_idn: "gemini25_flash", provider_idn: "google" };

/**
 * The model of a skill that asks none: exports name one for every skill, and whether one may be left out is not documented
 * (docs/platform.md, "The model of a skill").
 */
const noModel = { model_idn: "", provider_idn: "" };

const texts = new LastResults<string>();

/** The text of the flow file. */
export function flowFile(flow: FlowModel): string {
  const content: FlowContent = {
    title: flow.title,
    idn: flow.idn,
    description: flow.description,
    // The file names the scripts; their texts are files of their own.
    skills: flow.skills.map((skill) => ({
      ...{
        title: skill.title,
        idn: skill.idn,
        runner_type: runnerType,
        model: modelOf(skill),
        prompt_script: "",
      },
      parameters: skill.parameters.map(({ name, defaultValue }) => ({ name, default_value: defaultValue })),
    })),
    events: flow.events.map((event) => ({
      idn: event.idn,
      skill_selector: "skill_idn",
      skill_idn: event.skillIdn,
      state_idn: null,
      integration_idn: event.integrationIdn,
      connector_idn: event.connectorIdn,
      interrupt_mode: "queue",
    })),
    states: [],
    default_runner_type: runnerType,
    default_provider_idn: model.provider_idn,
    default_model_idn: model.model_idn,
  };
  return texts.of(flow.idn, JSON.stringify(content), () => flowText(content));
}

/** A model is named where one answers: whoever exchanges it has one skill a flow to look at. */
function modelOf(skill: CompiledSkill): ModelContent {
  return /\bGen\(/u.test(skill.text) ? model : noModel;
}
