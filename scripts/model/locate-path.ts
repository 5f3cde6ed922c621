/** From a path in the evaluated definitions to words for the author and a place in the sources. */
import type { DefinitionKind, SourceEntry } from "./collect-definitions.ts";
import type { SourceSpan } from "./problem.ts";
import type { ValuePath } from "./shape-faults.ts";
import type { SourceIndex } from "./source-index.ts";

/** What a path leads to. */
export interface Location {
  /** `attribute "sample_token"`, `event "book_slot" of flow "BookingFlow"`, `module`. */
  readonly subject: string;
  /** The rest of the path inside the subject, `possibleValues[2]`. */
  readonly property: string;
  readonly span: SourceSpan | null;
}

interface ListKind {
  readonly word: string;
  readonly kind: DefinitionKind | null;
  /** The property that names an element. */
  readonly key: "idn" | "name";
}

const lists: Readonly<Record<string, ListKind>> = {
  attributes: { word: "attribute", kind: "attribute", key: "idn" },
  tools: { word: "tool", kind: "tool", key: "idn" },
  conditions: { word: "condition", kind: "condition", key: "idn" },
  flows: { word: "flow", kind: "flow", key: "idn" },
  events: { word: "event", kind: "event", key: "idn" },
  skills: { word: "skill", kind: null, key: "idn" },
  parameters: { word: "parameter", kind: null, key: "name" },
};

/** Objects that are not elements of a list but have a name of their own. */
const singles: Readonly<Record<string, string>> = { agent: "agent", identity: "identity" };

/** Names of compiled properties in the sources they come from. */
const sourceNames: Readonly<Record<string, string>> = {
  integrationIdn: "integration",
  connectorIdn: "connector",
  skillIdn: "handler",
};

/**
 * Follows `path` into `root`. Works on any value; what is not there is passed over. `point` chooses between the
 * value of the last property and its name.
 */
export function locatePath(
  root: unknown,
  path: ValuePath,
  sources: SourceIndex,
  point: "value" | "name" = "value",
): Location {
  let value: unknown = root;
  let subject = "module";
  let rest: (string | number)[] = [];
  // What has no literal of its own, or no name to find it by, is looked for where the module lists it.
  let entry: SourceEntry | null = sources.findLabelled("moduleDefinition");
  // Set while the path is inside something that the sources do not show as a literal of its own.
  let outside: SourceSpan | null = null;
  for (const [at, step] of path.entries()) {
    const parent = value;
    value = member(value, step);
    rest.push(step);
    const list = typeof step === "number" ? lists[String(path[at - 1])] : undefined;
    const single = at === 0 ? singles[String(step)] : undefined;
    if (list !== undefined && typeof step === "number") {
      const element = describeElement(list, parent, step);
      subject = `${list.word} ${element.name}${subject === "module" ? "" : ` of ${subject}`}`;
      const found: SourceEntry | null =
        list.kind === null ? null : sources.find({ ...element, kind: list.kind, within: entry });
      outside =
        found === null ? (firstSourceOf(value) ?? outside ?? spanIn(entry, path[at - 1], point)) : null;
      entry = found ?? entry;
      rest = [];
    } else if (single !== undefined) {
      subject = single;
      entry = sources.findLabelled(single);
      outside = single === "identity" ? startOf("module.yaml") : null;
      rest = [];
    }
  }
  return { subject, property: showPath(rest), span: outside ?? spanIn(entry, rest[0], point) };
}

function spanIn(
  entry: SourceEntry | null,
  step: string | number | undefined,
  point: "value" | "name",
): SourceSpan | null {
  if (entry === null) {
    return null;
  }
  const name = sourceNames[String(step)] ?? String(step);
  const own = point === "name" ? entry.names.get(name) : entry.values.get(name);
  return own ?? entry.values.get("idn") ?? entry.span;
}

function describeElement(list: ListKind, parent: unknown, position: number) {
  const names = (Array.isArray(parent) ? parent : []).map((element: unknown) => member(element, list.key));
  const own = names[position];
  const occurrence = names.slice(0, position).filter((name) => name === own).length;
  return typeof own === "string" && own !== ""
    ? { idn: own, name: `"${own}"`, occurrence }
    : { idn: "", name: `number ${String(position + 1)}`, occurrence };
}

/** Compiled skills know the files they come from. */
function firstSourceOf(value: unknown): SourceSpan | null {
  const sources = member(value, "sources");
  const file: unknown = Array.isArray(sources) ? sources[0] : undefined;
  return typeof file === "string" ? startOf(file) : null;
}

function startOf(file: string): SourceSpan {
  return { position: { file, line: 1, column: 1 }, length: 1 };
}

function showPath(steps: readonly (string | number)[]): string {
  return steps
    .map((step, at) => (typeof step === "number" ? `[${String(step)}]` : at === 0 ? step : `.${step}`))
    .join("");
}

function member(value: unknown, step: string | number): unknown {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string | number, unknown>>)[step]
    : undefined;
}
