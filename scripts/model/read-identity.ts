/** Reads `module.yaml` into the identity of the module, with problems that point to its lines. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document, type Node } from "yaml";
import { catalogue } from "./problem-catalogue.ts";
import { makeProblem, type SourceSpan } from "./problem.ts";
import { identityFileSchema } from "./schemas.ts";
import { findShapeFaults, type ShapeFault, type ValuePath } from "./shape-faults.ts";
import type { ModuleIdentity, Problem, SandboxFiles } from "./types.ts";

/** The identity, or null together with the problems that kept it from being read. */
export interface IdentityReading {
  readonly identity: ModuleIdentity | null;
  /** What the module is tried out with; nothing when the file cannot be read. */
  readonly sandbox: SandboxFiles;
  readonly problems: readonly Problem[];
}

interface IdentityFile {
  readonly project: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly registry: string;
  readonly registry_item: string;
  readonly agent: string;
  readonly connector: { readonly integration: "http"; readonly idn: string };
  readonly attribute_prefix: string;
  readonly sandbox?: Partial<SandboxFiles>;
}

/** The name of the file in the project root. */
export const identityFileName = "module.yaml";

/** Reads the identity of the project at `root`. A file that cannot be read is a problem like any other. */
export function readIdentity(root: string): IdentityReading {
  let text: string;
  try {
    text = readFileSync(join(root, identityFileName), "utf8");
  } catch (thrown) {
    const detail = thrown instanceof Error && "code" in thrown ? String(thrown.code) : String(thrown);
    return unreadable([makeProblem(catalogue.identityUnreadable, { detail }, null)]);
  }
  return parseIdentity(text);
}

/** Reads the text of a `module.yaml`; `file` is the name problems are reported under. */
export function parseIdentity(text: string, file: string = identityFileName): IdentityReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const complaints = [...document.errors, ...document.warnings];
  if (complaints.length > 0) {
    const problems = complaints.map(({ message, pos }) =>
      makeProblem(catalogue.yamlSyntax, { detail: message }, spanAt(pos[0], pos[1], lines, file)),
    );
    return unreadable(problems);
  }
  let value: unknown;
  try {
    value = document.toJS();
  } catch (thrown) {
    // An alias without an anchor is only found here, and only as an exception.
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    return unreadable([makeProblem(catalogue.yamlSyntax, { detail }, spanAt(0, 1, lines, file))]);
  }
  const problems = findShapeFaults(identityFileSchema, value).map((fault) => {
    const [from, to] = rangeOf(document, fault);
    const [subject, property] = wordsFor(fault.path);
    return fault.describe(subject, property, spanAt(from, to, lines, file));
  });
  if (problems.length > 0) {
    return unreadable(problems);
  }
  const { sandbox = {} } = value as IdentityFile;
  return { identity: toIdentity(value), sandbox: { ...noFiles, ...sandbox }, problems };
}

/** Files and folders that `module.yaml` names to try the module out with, and that are not there. */
export function checkSandboxFiles(root: string, sandbox: SandboxFiles): Problem[] {
  const missing = Object.entries(sandbox).filter(
    ([, path]) => path !== "" && !existsSync(resolve(root, path)),
  );
  if (missing.length === 0) {
    return [];
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(join(root, identityFileName), "utf8"), { lineCounter: lines });
  return missing.map(([name, path]) => {
    const node = document.getIn(["sandbox", name], true);
    const [from, to] = nodeRange(isNode(node) ? node : null);
    return makeProblem(
      catalogue.sandboxFileMissing,
      { name, path },
      spanAt(from, to, lines, identityFileName),
    );
  });
}

const noFiles: SandboxFiles = { simulator: "", conversations: "", demo: "" };

function unreadable(problems: readonly Problem[]): IdentityReading {
  return { identity: null, sandbox: noFiles, problems };
}

function toIdentity(value: unknown): ModuleIdentity {
  const file = value as IdentityFile;
  return {
    projectIdn: file.project,
    title: file.title,
    description: file.description,
    version: file.version,
    registry: file.registry,
    registryItemIdn: file.registry_item,
    agentIdn: file.agent,
    connectorIdn: file.connector.idn,
    attributePrefix: file.attribute_prefix,
  };
}

function wordsFor(path: ValuePath): [subject: string, property: string] {
  const [first, second] = path;
  return second === undefined
    ? ["module file", first === undefined ? "content" : String(first)]
    : [`${String(first)} of the module file`, String(second)];
}

/** The range of a value, of the name of an unknown property, or of the map that lacks a property. */
function rangeOf(document: Document.Parsed, { name, path }: ShapeFault): [number, number] {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) {
    return nodeRange(isNode(parent) ? parent : null);
  }
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  if (pair === undefined) {
    const [from] = nodeRange(parent);
    return [from, from + 1];
  }
  const chosen = name === "unknownProperty" ? pair.key : pair.value;
  return nodeRange(isNode(chosen) ? chosen : isNode(pair.key) ? pair.key : null);
}

function nodeRange(node: Node | null): [number, number] {
  const range = node?.range;
  return range === undefined || range === null ? [0, 1] : [range[0], range[1]];
}

function spanAt(from: number, to: number, lines: LineCounter, file: string): SourceSpan {
  const { line, col } = lines.linePos(from);
  // An empty file has no line; its first is meant.
  return {
    position: { file, line: Math.max(1, line), column: Math.max(1, col) },
    length: Math.max(1, to - from),
  };
}
