/**
 * The account of a session as its owner has it: a local Builder on the session's sandbox. What is entered, installed,
 * edited and published goes through the Builder's API, as it would on the platform.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { connect, findProject, type ProjectMeta } from "../../builder/index.ts";
import type { AttributeDefinition } from "../../sdk/definition.ts";
import { startBuilder } from "../builder/index.ts";
import type { Sandbox } from "../platform/index.ts";
import type { Releases } from "./releases.ts";

/** What an account is opened with. */
interface AccountOptions {
  readonly sandbox: Sandbox;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly releases: Releases;
  /** Of the project, for the account. */
  readonly idn: string;
  /** Attributes that can be entered before the first publish has declared them. */
  readonly declared: readonly AttributeDefinition[];
}

/** The Builder of a session. Each call throws a BuilderError for what it refuses. */
export interface BuilderAccount {
  /** The version the project has. */
  readonly installed: string;
  /** The version that was published last, and runs; "" before the first publish. */
  readonly running: string;
  /** Stores values of customer attributes. */
  save(values: Readonly<Record<string, string>>): Promise<void>;
  /** Brings the project to a released version. It runs when it is published. */
  install(version: string): Promise<void>;
  /** Brings the project to the newest version. It runs when it is published. */
  forceUpdate(): Promise<void>;
  /** Publishes all flows and waits for the module's hook. */
  publish(): Promise<void>;
  /** Ends the Builder; the sandbox stays. */
  close(): Promise<void>;
}

/** Opens one, with the newest version installed. @throws BuilderError, and the error of the network without a port */
export async function openAccount(options: AccountOptions): Promise<BuilderAccount> {
  const { sandbox, now, releases, idn, declared } = options;
  const { root: registriesRoot, registry, item } = releases;
  const builder = await startBuilder({
    ...{ stateFile: null, sandbox, registriesRoot, now, port: 0 },
    newId: randomUUID,
    newKey: () => randomBytes(24).toString("hex"),
  });
  const { api, close } = connect({ baseUrl: builder.url, apiKey: builder.apiKey, now });
  const definitions = new Map(declared.map((attribute) => [attribute.idn, attribute]));
  let project: ProjectMeta;
  let running = "";
  const read = async (): Promise<ProjectMeta> => {
    const found = await findProject(api, idn);
    if (found === null) {
      throw new Error(`the project ${idn} has left the account`);
    }
    return found;
  };
  const end = async (): Promise<void> => {
    await close();
    await builder.close();
  };
  try {
    await api.createProject({
      ...{ idn, title: idn, version: "", description: "", is_auto_update_enabled: false },
      ...{ registry_idn: registry, registry_item_idn: item, registry_item_version: null },
    });
    project = await read();
  } catch (thrown) {
    await end();
    throw thrown;
  }
  return {
    get installed() {
      return project.version ?? "";
    },
    get running() {
      return running;
    },
    async save(values) {
      const ids = new Map((await api.customerAttributes()).map((attribute) => [attribute.idn, attribute.id]));
      for (const [name, value] of Object.entries(values)) {
        const id = ids.get(name);
        await (id === undefined
          ? api.createCustomerAttribute({ ...metadataOf(definitions.get(name)), idn: name, value })
          : api.putCustomerAttribute(id, value));
      }
    },
    async install(version) {
      await api.patchProject({ ...project, registry_item_version: version });
      project = await read();
    },
    async forceUpdate() {
      await api.forceUpdate(project.id);
      project = await read();
    },
    async publish() {
      await builder.publishAll(idn);
      running = project.version ?? "";
    },
    close: end,
  };
}

/** As the module declares it when it is published. */
function metadataOf(attribute: AttributeDefinition | undefined): object {
  if (attribute === undefined) {
    return {};
  }
  const { title, description, hidden, possibleValues, valueType } = attribute;
  return {
    ...{ title, description },
    is_hidden: hidden,
    possible_values: possibleValues,
    value_type: valueType,
  };
}
