/** The last look at a tree before it is written: what the platform's importer needs to find in it. */
import type { ArtifactTree } from "../model/types.ts";
import { attributesPath, formatVersion, versionPath } from "./artifact-paths.ts";
import { parseYaml } from "./yaml/parse-yaml.ts";

/** Everything wrong with a tree: paths, format version, YAML, scripts without a flow and flows without a script. */
export function findTreeFaults(tree: ArtifactTree): string[] {
  return [
    ...findPathFaults(tree),
    ...(tree.get(versionPath) === formatVersion ? [] : [`${versionPath} is not exactly ${formatVersion}.`]),
    ...(tree.has(attributesPath) ? [] : [`${attributesPath} is missing.`]),
    ...findYamlFaults(tree),
  ];
}

/** Paths that are absolute, lead outside, or are one file on a disk that ignores case. */
export function findPathFaults(tree: ArtifactTree): string[] {
  const faults: string[] = [];
  const known = new Map<string, string>();
  for (const path of tree.keys()) {
    const isSafe = path.split("/").every((part) => /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/u.test(part));
    if (!isSafe) {
      faults.push(`${JSON.stringify(path)} is not a path an artifact may hold.`);
    }
    const other = known.get(path.toLowerCase());
    if (other !== undefined) {
      faults.push(`${path} and ${other} differ only in upper and lower case.`);
    }
    known.set(path.toLowerCase(), path);
  }
  return faults;
}

function findYamlFaults(tree: ArtifactTree): string[] {
  const faults: string[] = [];
  const named = new Set<string>();
  for (const [path, text] of tree) {
    if (path.endsWith(".yaml")) {
      try {
        const value = parseYaml(text);
        scriptsOf(path, value).forEach((script) => named.add(script));
      } catch (thrown) {
        faults.push(
          `${path} is not valid YAML: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
        );
      }
    }
  }
  const scripts = [...tree.keys()].filter((path) => path.endsWith(".nsl"));
  return [
    ...faults,
    ...scripts.filter((path) => !named.has(path)).map((path) => `${path} is named by no flow.`),
    ...[...named].filter((path) => !tree.has(path)).map((path) => `${path} is named by a flow but missing.`),
  ];
}

/** The scripts a flow file names, as paths from the root; they are written relative to the agent's folder. */
function scriptsOf(path: string, value: unknown): string[] {
  const agentFolder = /^(.+\/agents\/[^/]+)\/flows\/[^/]+\/[^/]+\.yaml$/u.exec(path)?.[1];
  if (agentFolder === undefined || typeof value !== "object" || value === null || !("skills" in value)) {
    return [];
  }
  const skills: readonly unknown[] = Array.isArray(value.skills) ? value.skills : [];
  return skills.flatMap((skill) =>
    typeof skill === "object" && skill !== null && "prompt_script" in skill
      ? [`${agentFolder}/${String(skill.prompt_script)}`]
      : [],
  );
}
