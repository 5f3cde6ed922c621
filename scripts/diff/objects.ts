/** An artifact as the objects a Builder shows: attributes, flows, events, skills, tools, items of the canvas. */
import { parseYaml, type ModuleContents } from "../artifact/index.ts";
import { timerIntegration } from "../sdk/contract.ts";
import type { ArtifactTree } from "../model/types.ts";
import type { Reading } from "./reading.ts";

/** What kinds of objects there are, in the order of a report. */
export const objectKinds = [
  ...(["project", "agent", "attribute", "tool", "event"] as const),
  ...(["intent", "procedure", "scenario", "flow", "skill", "file"] as const),
] as const;

/** One kind. */
export type ObjectKind = (typeof objectKinds)[number];

/** One object. */
export interface ModuleObject {
  readonly kind: ObjectKind;
  readonly idn: string;
  /** The flow of an event or a skill, the agent of a flow; "" for the others. */
  readonly within: string;
  /** Others hold on to its idn: accounts store under it, users' edits refer to it, tools fire it. */
  readonly isPublic: boolean;
  /** Field -> its value as text; of several lines where it is a text of several lines. */
  readonly fields: ReadonlyMap<string, string>;
}

/** Name of an object that no other of its artifact has -> the object. */
export type ModuleObjects = ReadonlyMap<string, ModuleObject>;

type Data = Readonly<Record<string, unknown>>;

const publicKinds: ReadonlySet<ObjectKind> = new Set([
  ...(["attribute", "tool", "event", "intent", "procedure", "scenario"] as const),
]);

/** Results and timers come back to the module that sent for them; nobody else knows their names. */
const ownIntegrations: ReadonlySet<string> = new Set(["http", timerIntegration]);

/** All objects of a side, and what of its files is none of them. @throws Error when a file is not valid YAML */
export function objectsOf({ tree, contents }: Pick<Reading, "tree" | "contents">): ModuleObjects {
  const objects = new Map<string, ModuleObject>();
  const add: Add = (kind, idn, within, fields, key = "") => {
    const isPublic =
      publicKinds.has(kind) && !(kind === "event" && ownIntegrations.has(String(fields["integration_idn"])));
    objects.set([kind, within, idn, key].join(" ").trim(), {
      kind,
      idn,
      within,
      isPublic,
      fields: texts(fields),
    });
  };
  for (const [path, text] of tree) {
    const flow = /^.+\/flows\/([^/]+)\/\1\.yaml$/u.exec(path)?.[1];
    if (flow !== undefined) {
      addFlow(path, parseYaml(text) as Data, tree, add);
    } else if (path === "attributes.yaml") {
      const { attributes = [] } = parseYaml(text) as { attributes?: readonly Data[] };
      attributes.forEach(({ idn, ...fields }) => {
        add("attribute", String(idn), "", fields);
      });
    } else if (/\/agents\/[^/]+\/agent\.yaml$/u.test(path)) {
      const { agent } = parseYaml(text) as { agent: Data };
      add("agent", String(agent["idn"]), "", agent);
    } else if (/^([^/]+)\/\1\.yaml$/u.test(path)) {
      const { project } = parseYaml(text) as { project: Data };
      add("project", String(project["idn"]), "", project);
    } else if (!path.endsWith(".nsl")) {
      add("file", path, "", { text });
    }
  }
  addContents(contents, add);
  return objects;
}

type Add = (kind: ObjectKind, idn: string, within: string, fields: Data, key?: string) => void;

function addFlow(path: string, { skills, events, idn, ...fields }: Data, tree: ArtifactTree, add: Add): void {
  const flow = String(idn);
  const agentFolder = path.replace(/\/flows\/[^/]+\/[^/]+$/u, "");
  add("flow", flow, "", fields);
  for (const { idn: skill, prompt_script: script, ...own } of listOf(skills)) {
    add("skill", String(skill), flow, { ...own, text: tree.get(`${agentFolder}/${String(script)}`) ?? "" });
  }
  for (const event of listOf(events)) {
    const { idn: name, integration_idn: integration, connector_idn: connector } = event;
    add("event", String(name), flow, event, `${String(integration)}/${String(connector)}`);
  }
}

function addContents(contents: ModuleContents | null, add: Add): void {
  contents?.attributes?.forEach(({ idn, valueType, defaultValue: value, ...fields }) => {
    add("attribute", idn, "", { ...fields, value, value_type: valueType });
  });
  contents?.tools.forEach(({ idn, conditions, ...fields }) => {
    const described = conditions.map(({ idn: name, description }) => `${name}: ${description}`).join("\n");
    add("tool", idn, "", { ...fields, conditions: described });
  });
  contents?.items.forEach(({ kind, idn, ...fields }) => {
    add(kind, idn, "", fields);
  });
}

function listOf(value: unknown): readonly Data[] {
  return Array.isArray(value) ? (value as readonly Data[]) : [];
}

function texts(fields: Data): Map<string, string> {
  return new Map(
    Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? value : shown(value)]),
  );
}

function shown(value: unknown): string {
  const plain = value !== null && typeof value === "object" && "text" in value ? value.text : value;
  return typeof plain === "string" ? plain : JSON.stringify(plain);
}
