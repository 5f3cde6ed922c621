/** The probe as a project of its own, laid out as a module is. */
import { layOutArtifact, readContent, type ProjectContent } from "../artifact/index.ts";
import type { ArtifactTree, ModuleModel } from "../model/types.ts";
import { experiments, macroSkill, type Experiment } from "./experiments.ts";
import { answerPrefix } from "./nsl-text.ts";

/** Idn of the project, for whoever removes it afterwards. */
export const probeProjectIdn = "module_probe";

/** What the probe is written for. */
export interface ProbeOptions {
  /** The toolkit's. */
  readonly version: string;
  /** An address without login that requests are sent to. */
  readonly url: string;
  /** Idns of the attributes a person enters for the module. */
  readonly settings: readonly string[];
}

/** The files of the probe. */
export function probeTree(options: ProbeOptions): ArtifactTree {
  return layOutArtifact(probeModel(options));
}

/** The probe as a push sends it. */
export function probeContent(options: ProbeOptions): ProjectContent {
  const [project] = readContent(probeTree(options)).projects;
  if (project === undefined) {
    throw new Error("the probe is one project");
  }
  return project;
}

function probeModel({ version, url, settings }: ProbeOptions): ModuleModel {
  const all = experiments(url.replace(/\/+$/u, ""), settings);
  return {
    identity: {
      projectIdn: probeProjectIdn,
      title: "Module probe",
      description: "Tells what an account gives and takes. It is to be removed when it has been read.",
      version,
      registry: "",
      registryItemIdn: "",
      agentIdn: "ModuleProbeAgent",
      connectorIdn: "",
      attributePrefix: answerPrefix,
    },
    agent: { title: "Module probe", description: "Asks the platform. It talks to nobody." },
    attributes: [],
    flows: [
      flow(
        "ModuleProbeFlow",
        "Probe",
        all.filter(({ skill }) => skill !== macroSkill),
      ),
      // Of its own: the other flow runs also where there are no macros.
      flow(
        "ModuleProbeMacroFlow",
        "Probe of macros",
        all.filter(({ skill }) => skill === macroSkill),
      ),
    ],
  };
}

function flow(idn: string, title: string, all: readonly Experiment[]): ModuleModel["flows"][number] {
  return {
    idn,
    title,
    description: "Written by the verb probe.",
    skills: all.map(({ skill, title: about, text }) => ({
      idn: skill,
      title: about,
      parameters: [],
      text: `${text}\n`,
      sources: [],
      lines: [],
      map: "",
    })),
    events: all.flatMap(({ skill, triggers }) =>
      triggers.map(({ idn: event, integration, connector }) => ({
        idn: event,
        skillIdn: skill,
        integrationIdn: integration,
        connectorIdn: connector,
      })),
    ),
  };
}
