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

/** Most characters of a path, and of one part of it: what every disk takes. */
const longestPath = 400;
const longestPart = 150;

/** What Windows takes for devices, whatever stands behind a dot. */
const device = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/iu;

function isSafePart(part: string): boolean {
  return (
    /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/u.test(part) &&
    !part.endsWith(".") &&
    !device.test(part) &&
    part.length <= longestPart
  );
}

/** Paths that are absolute, lead outside, no disk takes, or are one file on a disk that ignores case. */
export function findPathFaults(tree: ArtifactTree): string[] {
  const faults: string[] = [];
  const known = new Map<string, string>();
  for (const path of tree.keys()) {
    const isSafe = path.length <= longestPath && path.split("/").every(isSafePart);
    if (!isSafe) {
      faults.push(`${shownPath(path)} is not a path an artifact may hold.`);
    }
    const other = known.get(path.toLowerCase());
    if (other !== undefined) {
      faults.push(`${path} and ${other} differ only in upper and lower case.`);
    }
    known.set(path.toLowerCase(), path);
  }
  return faults;
}

function shownPath(path: string): string {
  return path.length > longestPath
    ? `${JSON.stringify(path.slice(0, 60))}..., of ${String(path.length)} characters,`
    : JSON.stringify(path);
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
