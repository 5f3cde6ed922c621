/** Content as a tree; `readContent` is the way back. */
import { compareText } from "../../model/problem.ts";
import type { ArtifactTree } from "../../model/types.ts";
import {
  agentPath,
  attributesPath,
  flowPath,
  formatVersion,
  knowledgePath,
  projectAttributesPath,
  projectPath,
  skillPath,
  versionPath,
} from "../artifact-paths.ts";
import type { AccountContent, ProjectContent } from "./content.ts";
import { agentText, attributesText, emptyKnowledge, flowText, projectText } from "./content-files.ts";

/** The tree of an account, sorted by path. */
export function writeContent({ projects, attributes, knowledge }: AccountContent): ArtifactTree {
  const files = [
    [versionPath, formatVersion] as const,
    [attributesPath, attributesText(attributes)] as const,
    ...projects.flatMap((project) => filesOfProject(project, knowledge)),
  ];
  return new Map([...files].sort(([left], [right]) => compareText(left, right)));
}

function filesOfProject(
  project: ProjectContent,
  knowledge: AccountContent["knowledge"],
): (readonly [path: string, text: string])[] {
  const projectIdn = project.idn;
  return [
    [projectPath({ projectIdn }), projectText(project)],
    // The file exists only when a project has attributes of its own.
    ...(project.attributes.length === 0
      ? []
      : [[projectAttributesPath({ projectIdn }), attributesText(project.attributes)] as const]),
    ...project.agents.flatMap((agent) => {
      const place = { projectIdn, agentIdn: agent.idn };
      return [
        [knowledgePath(place), knowledge.get(agent.idn) ?? emptyKnowledge] as const,
        [agentPath(place), agentText(agent)] as const,
        ...agent.flows.flatMap((flow) => [
          [flowPath(place, flow.idn), flowText(flow)] as const,
          ...flow.skills.map(
            ({ idn, runner_type, prompt_script }) =>
              [skillPath(place, flow.idn, idn, runner_type), prompt_script] as const,
          ),
        ]),
      ];
    }),
  ];
}
