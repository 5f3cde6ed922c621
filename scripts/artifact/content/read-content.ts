/** A tree as content, whoever wrote it. */
import { Ajv, type ValidateFunction } from "ajv";
import type { ArtifactTree } from "../../model/types.ts";
import { ArtifactError } from "../artifact-error.ts";
import { attributesPath, formatVersion, versionPath } from "../artifact-paths.ts";
import { parseYaml } from "../yaml/parse-yaml.ts";
import type {
  AccountContent,
  AgentContent,
  AttributeContent,
  FlowContent,
  ProjectContent,
  SkillContent,
} from "./content.ts";
import { agentSchema, attributesSchema, flowSchema, projectSchema } from "./schemas.ts";

const ajv = new Ajv({ strict: false, allErrors: true });
const checks = {
  project: ajv.compile(projectSchema),
  agent: ajv.compile(agentSchema),
  flow: ajv.compile(flowSchema),
  attributes: ajv.compile(attributesSchema),
};

/**
 * Reads all projects of a tree, in the order of their idns.
 *
 * @throws ArtifactError that names every file that is missing or wrong, with the field
 */
export function readContent(tree: ArtifactTree): AccountContent {
  const reader = new Reader(tree);
  const content = reader.account();
  if (reader.faults.length > 0) {
    throw new ArtifactError("The artifact cannot be read.", reader.faults);
  }
  return content;
}

/** Reads on after a fault, so that all are known at once; what it gives then is not complete. */
class Reader {
  readonly faults: string[] = [];
  readonly #tree: ArtifactTree;

  constructor(tree: ArtifactTree) {
    this.#tree = tree;
  }

  account(): AccountContent {
    if (this.#tree.get(versionPath) !== formatVersion) {
      this.faults.push(`${versionPath} does not say ${formatVersion}. Only this format can be read.`);
    }
    for (const path of this.#tree.keys()) {
      if (/^[^/]+\/libraries\//u.test(path)) {
        this.faults.push(`${path}: libraries cannot be read. Leave the project out.`);
      }
    }
    return {
      projects: this.#matches(/^([^/]+)\/\1\.yaml$/u).map(([path, idn]) => this.#project(path, idn)),
      attributes: this.#attributes(attributesPath),
      knowledge: new Map(
        this.#matches(/^akb\/([^/]+)\.yaml$/u).map(([path, idn]) => [idn, this.#tree.get(path) ?? ""]),
      ),
    };
  }

  #project(path: string, idn: string): ProjectContent {
    const read = this.#read<{ project: Omit<ProjectContent, "agents" | "attributes"> }>(path, checks.project);
    const project = read?.project;
    this.#sameName(path, project?.idn, idn);
    return {
      idn,
      name: project?.name ?? idn,
      version: project?.version ?? "",
      description: project?.description ?? "",
      is_auto_update_enabled: project?.is_auto_update_enabled ?? false,
      registry: project?.registry ?? "",
      registry_item_idn: project?.registry_item_idn ?? "",
      agents: this.#matches(new RegExp(`^${idn}/agents/([^/]+)/agent\\.yaml$`, "u")).map(([file, agent]) =>
        this.#agent(file, agent),
      ),
      attributes: this.#attributes(`${idn}/attributes.yaml`),
    };
  }

  #agent(path: string, idn: string): AgentContent {
    const read = this.#read<{ agent: Partial<AgentContent> }>(path, checks.agent);
    this.#sameName(path, read?.agent.idn, idn);
    const folder = path.slice(0, -"agent.yaml".length);
    return {
      idn,
      title: read?.agent.title ?? null,
      description: read?.agent.description ?? null,
      flows: this.#matches(new RegExp(`^${folder}flows/([^/]+)/\\1\\.yaml$`, "u")).flatMap(([file, flow]) =>
        this.#flow(file, flow, folder),
      ),
    };
  }

  #flow(path: string, idn: string, agentFolder: string): FlowContent[] {
    const read = this.#read<FlowContent & { state_fields: FlowContent["states"] }>(path, checks.flow);
    if (read === null) {
      return [];
    }
    this.#sameName(path, read.idn, idn);
    const { title, description, events, default_runner_type, default_provider_idn, default_model_idn } = read;
    return [
      {
        ...{ title, idn, description },
        ...{ default_runner_type, default_provider_idn, default_model_idn },
        skills: read.skills.map((skill) => this.#skill(path, skill, agentFolder)),
        events,
        states: read.state_fields,
      },
    ];
  }

  /** In the file `prompt_script` names the script; in the content it is its text. */
  #skill(flowPath: string, skill: SkillContent, agentFolder: string): SkillContent {
    const script = this.#tree.get(`${agentFolder}${skill.prompt_script}`);
    if (script === undefined) {
      this.faults.push(
        `${flowPath}: ${skill.idn} names the script ${skill.prompt_script}, which is missing.`,
      );
    }
    return { ...skill, prompt_script: script ?? "" };
  }

  #attributes(path: string): AttributeContent[] {
    if (!this.#tree.has(path)) {
      return [];
    }
    const read = this.#read<{ attributes: (AttributeContent & { value_type: { text: string } })[] }>(
      path,
      checks.attributes,
    );
    return (read?.attributes ?? []).map((attribute) => ({
      ...attribute,
      value_type: attribute.value_type.text.replace(/^\w+\./u, "").toLowerCase(),
    }));
  }

  #sameName(path: string, inside: string | undefined, expected: string): void {
    if (inside !== undefined && inside !== expected) {
      this.faults.push(`${path}: idn is ${inside}, which does not fit the name of the file.`);
    }
  }

  #read<T>(path: string, check: ValidateFunction): T | null {
    try {
      const value = parseYaml(this.#tree.get(path) ?? "");
      if (check(value)) {
        return value as T;
      }
      this.faults.push(
        ...(check.errors ?? []).map(
          ({ instancePath, message = "" }) => `${path}: ${fieldOf(instancePath)} ${message}.`,
        ),
      );
    } catch (thrown) {
      this.faults.push(
        `${path} is not valid YAML: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
      );
    }
    return null;
  }

  /** Paths that match, with what the first group holds. */
  #matches(pattern: RegExp): [path: string, name: string][] {
    return [...this.#tree.keys()].sort().flatMap((path) => {
      const name = pattern.exec(path)?.[1];
      return name === undefined ? [] : [[path, name] as [string, string]];
    });
  }
}

/** `/skills/3/idn` as `skills[3].idn`. */
function fieldOf(pointer: string): string {
  const field = pointer
    .slice(1)
    .replace(/\/(\d+)/gu, "[$1]")
    .replaceAll("/", ".");
  return field === "" ? "the document" : field;
}
