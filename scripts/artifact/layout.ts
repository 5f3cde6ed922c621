/** Lays the model out as the files of the `newo_v2` format. Pure: nothing touches the disk. */
import { compareText } from "../model/problem.ts";
import type { ArtifactTree, ModuleModel } from "../model/types.ts";
import {
  agentPath,
  attributesPath,
  flowPath,
  formatVersion,
  knowledgePath,
  projectPath,
  skillPath,
  versionPath,
} from "./artifact-paths.ts";
import { flowFile } from "./flow-file.ts";
import { attributesText, emptyKnowledge } from "./content/content-files.ts";
import { agentFile, projectFile } from "./project-files.ts";

/**
 * Gives the files of a checked model, sorted by path. The customer's attributes are declared by the module when it is
 * published: an import would put the values of the file over those of the account, among them tokens
 * (docs/platform.md, "Publish, import, update"). There is no project `attributes.yaml`: that file exists only when a
 * project has attributes of its own (docs/platform.md, "The tree").
 * Throws when two parts ask for one path or a text is not Unicode, both of which `checkModel` reports first.
 */
export function layOutArtifact(model: ModuleModel): ArtifactTree {
  const { identity } = model;
  const files: [path: string, text: string][] = [
    [versionPath, formatVersion],
    [attributesPath, attributesText([])],
    [knowledgePath(identity), emptyKnowledge],
    [projectPath(identity), projectFile(identity)],
    [agentPath(identity), agentFile(model)],
  ];
  for (const flow of model.flows) {
    files.push([flowPath(identity, flow.idn), flowFile(flow)]);
    for (const skill of flow.skills) {
      files.push([skillPath(identity, flow.idn, skill.idn), skill.text]);
    }
  }
  const tree = new Map(files.sort(([left], [right]) => compareText(left, right)));
  if (tree.size !== files.length) {
    throw new Error("Two parts of the model ask for the same file.");
  }
  return tree;
}
