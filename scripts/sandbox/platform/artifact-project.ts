/** Reads an artifact tree into what the platform would create from it. */
import type { ArtifactTree } from "../../model/types.ts";
import { InstallError } from "./install-error.ts";
import { readAttributes, type DeclaredAttribute } from "./artifact-attributes.ts";
import type { FlowSources, SkillSource } from "./worker.ts";
import { readYaml, type YamlNode } from "./yaml-reader.ts";

/** A subscription: the event (idn, integration, connector) runs the skill. */
export interface Subscription {
  readonly eventIdn: string;
  readonly integrationIdn: string;
  readonly connectorIdn: string;
  readonly flow: string;
  readonly skill: string;
}

/** A flow, ready to be loaded. */
export interface ArtifactFlow {
  readonly idn: string;
  readonly agentIdn: string;
  readonly skills: FlowSources;
  /** Skill idn -> its file in the artifact, for messages. */
  readonly files: Readonly<Record<string, string>>;
  readonly subscriptions: readonly Subscription[];
}

/** The content of an artifact. */
export interface ArtifactContent {
  readonly projectIdn: string;
  readonly version: string;
  readonly flows: readonly ArtifactFlow[];
  readonly customerAttributes: readonly DeclaredAttribute[];
  readonly projectAttributes: readonly DeclaredAttribute[];
}

const versionFile = "import_version.txt";

/**
 * Reads a `newo_v2` tree (docs/platform.md, "The tree"). The folder that holds `import_version.txt` is its
 * root, so a tree may start at the customer or above it.
 *
 * @throws InstallError naming every file that is missing or wrong
 */
export function readProject(tree: ArtifactTree): ArtifactContent {
  const root = findRoot(tree);
  const projectFile = [...tree.keys()].find((path) => isProjectFile(path, root));
  if (projectFile === undefined) {
    throw new InstallError([`${root}: no project file {project}/{project}.yaml`]);
  }
  const project = readYaml(projectFile, tree.get(projectFile) ?? "").get("project");
  const projectIdn = project.get("idn").text();
  const folder = `${root}${projectIdn}/`;
  if (projectFile !== `${folder}${projectIdn}.yaml`) {
    throw new InstallError([
      `${projectFile}: project idn is ${projectIdn}, which does not fit the file name`,
    ]);
  }
  const flows = readFlows(tree, folder);
  return {
    projectIdn,
    version: project.get("version").text(),
    flows,
    customerAttributes: readAttributes(tree, `${root}attributes.yaml`),
    projectAttributes: readAttributes(tree, `${folder}attributes.yaml`),
  };
}

function findRoot(tree: ArtifactTree): string {
  const file = [...tree.keys()]
    .filter((path) => path === versionFile || path.endsWith(`/${versionFile}`))
    .sort((a, b) => a.length - b.length)[0];
  if (file === undefined) {
    throw new InstallError([`${versionFile}: missing; this is not a newo_v2 artifact`]);
  }
  const version = tree.get(file) ?? "";
  if (version !== "v2.0.0") {
    throw new InstallError([`${file}: expected v2.0.0, found ${JSON.stringify(version)}`]);
  }
  return file.slice(0, -versionFile.length);
}

/** `{root}{name}/{name}.yaml`, two levels exactly. */
function isProjectFile(path: string, root: string): boolean {
  const [folder, file, ...deeper] = path.startsWith(root) ? path.slice(root.length).split("/") : [];
  return deeper.length === 0 && folder !== undefined && file === `${folder}.yaml`;
}

function readFlows(tree: ArtifactTree, folder: string): ArtifactFlow[] {
  const problems: string[] = [];
  const flows = new Map<string, ArtifactFlow>();
  const shape = new RegExp(`^${escapeRegExp(folder)}agents/([^/]+)/flows/([^/]+)/([^/]+)\\.yaml$`);
  for (const file of [...tree.keys()].sort()) {
    const [, agentIdn = "", flowFolder = "", name = ""] = shape.exec(file) ?? [];
    if (agentIdn === "") {
      continue;
    }
    const agentFolder = `${folder}agents/${agentIdn}/`;
    if (!tree.has(`${agentFolder}agent.yaml`)) {
      problems.push(`${agentFolder}agent.yaml: missing`);
    }
    if (name !== flowFolder) {
      problems.push(`${file}: a flow file is named like its folder`);
      continue;
    }
    try {
      const flow = readFlow(tree, file, agentFolder, agentIdn);
      if (flows.has(flow.idn)) {
        problems.push(`${file}: there are two flows ${flow.idn}`);
      }
      flows.set(flow.idn, flow);
    } catch (error) {
      if (!(error instanceof InstallError)) {
        throw error;
      }
      problems.push(...error.problems);
    }
  }
  if (flows.size === 0 && problems.length === 0) {
    problems.push(`${folder}agents: no flow`);
  }
  if (problems.length > 0) {
    throw new InstallError([...new Set(problems)]);
  }
  return [...flows.values()];
}

function readFlow(tree: ArtifactTree, file: string, agentFolder: string, agentIdn: string): ArtifactFlow {
  const flow = readYaml(file, tree.get(file) ?? "");
  const idn = flow.get("idn").text();
  const problems: string[] = [];
  const skills: Record<string, SkillSource> = {};
  const files: Record<string, string> = {};
  for (const skill of flow.get("skills").list()) {
    const skillIdn = skill.get("idn").text();
    skill.get("runner_type").oneOf(["nsl"]);
    const path = agentFolder + skill.get("prompt_script").text();
    const source = tree.get(path);
    if (source === undefined) {
      problems.push(`${path}: missing, though ${file} names it as the script of ${skillIdn}`);
      continue;
    }
    if (Object.hasOwn(skills, skillIdn)) {
      problems.push(`${file}: there are two skills ${skillIdn}`);
    }
    skills[skillIdn] = { source, parameters: readParameters(skill) };
    files[skillIdn] = path;
  }
  const known = new Set(Object.values(files));
  const scripts = `${file.slice(0, file.lastIndexOf("/"))}/skills/`;
  for (const path of tree.keys()) {
    if (path.startsWith(scripts) && !known.has(path)) {
      problems.push(`${path}: ${file} does not name this script`);
    }
  }
  const subscriptions = flow
    .get("events")
    .list()
    .map((event) => readSubscription(event, idn));
  for (const { eventIdn, skill } of subscriptions) {
    if (!Object.hasOwn(skills, skill)) {
      problems.push(`${file}: event ${eventIdn} names the unknown skill ${skill}`);
    }
  }
  if (problems.length > 0) {
    throw new InstallError(problems);
  }
  return { idn, agentIdn, skills, files, subscriptions };
}

function readParameters(skill: YamlNode): SkillSource["parameters"] {
  return skill
    .get("parameters")
    .list()
    .map((parameter) => ({
      name: parameter.get("name").text(),
      defaultValue: parameter.get("default_value").text(),
    }));
}

/** Only `queue` is executed: the other modes end or interrupt a running skill. */
function readSubscription(event: YamlNode, flow: string): Subscription {
  event.get("skill_selector").oneOf(["skill_idn"]);
  event.get("interrupt_mode").oneOf(["queue"]);
  const optional = (node: YamlNode): string => (node.isNull ? "" : node.text());
  return {
    eventIdn: event.get("idn").text(),
    integrationIdn: optional(event.get("integration_idn")),
    connectorIdn: optional(event.get("connector_idn")),
    flow,
    skill: event.get("skill_idn").text(),
  };
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
