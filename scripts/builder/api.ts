/** The calls of a Builder's API that are used here, with the fields that are read (docs/platform.md, "The Builder's API"). */
import type { AttributeContent, EventContent, ModelContent, StateContent } from "../artifact/index.ts";
import { answerShapes, type AnswerShape } from "./answer-shapes.ts";
import { errorOfShape } from "./builder-error.ts";
import type { Transport } from "./transport.ts";

/** A project without what it holds. */
export interface ProjectMeta {
  readonly id: string;
  readonly idn: string;
  readonly title: string;
  readonly description: string | null;
  readonly version: string | null;
  readonly is_auto_update_enabled: boolean;
  readonly registry_idn: string | null;
  readonly registry_item_idn: string | null;
  readonly registry_item_version: string | null;
}

/** A flow in the list of agents. */
export interface FlowShown {
  readonly id: string;
  readonly idn: string;
  readonly title: string;
  readonly description: string | null;
  readonly default_runner_type: string;
  readonly default_model: ModelContent;
}

/** An agent in the list of agents. */
export interface AgentShown {
  readonly id: string;
  readonly idn: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly flows: readonly FlowShown[];
  readonly persona?: { readonly id: string } | null;
}

/** A skill. */
export interface SkillShown {
  readonly id: string;
  readonly idn: string;
  readonly title: string;
  readonly prompt_script: string;
  readonly runner_type: string;
  readonly model: ModelContent;
  readonly parameters: readonly { readonly name: string; readonly default_value: string | null }[];
}

/** A subscription. */
export interface EventShown extends EventContent {
  readonly id: string;
}

/** A state field. */
export interface StateShown extends StateContent {
  readonly id: string;
}

/** An attribute. */
export interface AttributeShown extends AttributeContent {
  readonly id: string;
}

/** One version in a registry. */
export interface ItemShown {
  readonly idn: string;
  readonly version: string;
  readonly published_at: string;
}

/** A line of the log. */
export interface LogShown {
  readonly log_id: string;
  /** `info`, `warning` or `error`. */
  readonly level: string;
  /** ISO 8601 with offset. */
  readonly datetime: string;
  readonly message: string;
  /** Among others `flow_idn`, `skill_idn` and, of an error, `line`. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** An action, with its arguments by name. */
interface ActionShown {
  readonly idn: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** What a new project is made from. */
export interface NewProject {
  readonly idn: string;
  /** "" where a registry has it. */
  readonly version: string;
  readonly title: string;
  readonly description: string;
  readonly is_auto_update_enabled: boolean;
  readonly registry_idn: string | null;
  readonly registry_item_idn: string | null;
  /** null for the newest. */
  readonly registry_item_version: string | null;
}

/** The calls. Each throws a BuilderError. */
export class BuilderApi {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** Where it is, without a path. */
  get origin(): string {
    return this.#transport.origin;
  }

  /** Whose account it is. */
  profile(): Promise<{ readonly id: string; readonly idn: string; readonly organization_name: string }> {
    return this.#get("/api/v1/customer/profile", answerShapes.profile);
  }

  projects(): Promise<readonly ProjectMeta[]> {
    return this.#get("/api/v1/designer/projects", answerShapes.projects);
  }

  /** @returns the id */
  createProject(project: NewProject): Promise<string> {
    const path = "/api/v1/designer/projects";
    return this.#checked<{ id: string }>("POST", path, answerShapes.created, project).then(({ id }) => id);
  }

  /** The whole project: what is left out is reset. */
  patchProject({ id, ...project }: ProjectMeta): Promise<unknown> {
    return this.#send("PATCH", `/api/v1/designer/projects/by-id/${id}`, project);
  }

  forceUpdate(projectId: string): Promise<unknown> {
    return this.#send("POST", `/api/v1/designer/projects/by-id/${projectId}/force-update`);
  }

  async registryItems(registry: string): Promise<readonly ItemShown[] | null> {
    const registries = await this.#get<{ id: string; idn: string }[]>(
      "/api/v1/designer/registries",
      answerShapes.registries,
    );
    const id = registries.find(({ idn }) => idn === registry)?.id;
    return id === undefined ? null : this.#get(`/api/v1/designer/registries/${id}/items`, answerShapes.items);
  }

  agents(projectId: string): Promise<readonly AgentShown[]> {
    return this.#get(
      `/api/v1/bff/agents/list?project_id=${encodeURIComponent(projectId)}`,
      answerShapes.agents,
    );
  }

  createAgent(projectId: string, agent: object): Promise<unknown> {
    return this.#send("POST", `/api/v2/designer/${projectId}/agents`, { persona_id: null, ...agent });
  }

  /** The whole agent. */
  putAgent(id: string, agent: object): Promise<unknown> {
    return this.#send("PUT", `/api/v1/designer/agents/${id}`, { id, ...agent });
  }

  removeAgent(id: string): Promise<unknown> {
    return this.#send("DELETE", `/api/v1/designer/agents/${id}`);
  }

  /** The answer is empty; the id stands in the list of agents. */
  createFlow(agentId: string, flow: { readonly idn: string; readonly title: string }): Promise<unknown> {
    return this.#send("POST", `/api/v1/designer/${agentId}/flows/empty`, flow);
  }

  flow(id: string): Promise<FlowShown & { readonly publication_datetime: string | null }> {
    return this.#get(`/api/v1/designer/flows/${id}`, answerShapes.flow);
  }

  /** The whole flow: by halves it is a 500. */
  patchFlow(id: string, flow: Omit<FlowShown, "id">): Promise<unknown> {
    return this.#send("PATCH", `/api/v1/designer/flows/${id}`, flow);
  }

  removeFlow(id: string): Promise<unknown> {
    return this.#send("DELETE", `/api/v1/designer/flows/${id}`);
  }

  publishFlow(id: string): Promise<unknown> {
    const body = { version: "1.0", description: "", type: "public" };
    return this.#send("POST", `/api/v1/designer/flows/${id}/publish`, body);
  }

  skills(flowId: string): Promise<readonly SkillShown[]> {
    return this.#get(`/api/v1/designer/flows/${flowId}/skills`, answerShapes.skills);
  }

  /** Its parameters are ignored. @returns the id */
  async createSkill(flowId: string, skill: object): Promise<string> {
    const body = { path: "", ...skill, parameters: [] };
    const path = `/api/v1/designer/flows/${flowId}/skills`;
    return (await this.#checked<{ id: string }>("POST", path, answerShapes.created, body)).id;
  }

  createParameter(skillId: string, parameter: object): Promise<unknown> {
    return this.#send("POST", `/api/v1/designer/flows/skills/${skillId}/parameters`, parameter);
  }

  /** The whole skill. */
  putSkill(id: string, skill: object): Promise<unknown> {
    return this.#send("PUT", `/api/v1/designer/flows/skills/${id}`, { id, path: "", ...skill });
  }

  removeSkill(id: string): Promise<unknown> {
    return this.#send("DELETE", `/api/v1/designer/flows/skills/${id}`);
  }

  events(flowId: string): Promise<readonly EventShown[]> {
    return this.#get(`/api/v1/designer/flows/${flowId}/events`, answerShapes.events);
  }

  createEvent(flowId: string, event: EventContent): Promise<unknown> {
    return this.#send("POST", `/api/v1/designer/flows/${flowId}/events`, { description: "", ...event });
  }

  patchEvent(id: string, event: EventContent): Promise<unknown> {
    return this.#send("PATCH", `/api/v1/designer/flows/events/${id}`, { description: "", ...event });
  }

  removeEvent(id: string): Promise<unknown> {
    return this.#send("DELETE", `/api/v1/designer/flows/events/${id}`);
  }

  states(flowId: string): Promise<readonly StateShown[]> {
    return this.#get(`/api/v1/designer/flows/${flowId}/states`, answerShapes.states);
  }

  createState(flowId: string, state: StateContent): Promise<unknown> {
    return this.#send("POST", `/api/v1/designer/flows/${flowId}/states`, state);
  }

  putState(id: string, state: StateContent): Promise<unknown> {
    return this.#send("PUT", `/api/v1/designer/flows/states/${id}`, state);
  }

  removeState(id: string): Promise<unknown> {
    return this.#send("DELETE", `/api/v1/designer/flows/states/${id}`);
  }

  async customerAttributes(): Promise<readonly AttributeShown[]> {
    const path = "/api/v1/bff/customer/attributes?include_hidden=true";
    return (await this.#get<{ attributes: readonly AttributeShown[] }>(path, answerShapes.attributes))
      .attributes;
  }

  /** @param attribute with its idn; what is left out is empty */
  createCustomerAttribute(attribute: Partial<AttributeContent>): Promise<unknown> {
    return this.#send("POST", "/api/v1/customer/attributes", attribute);
  }

  /** Stores a value; everything else of the attribute stays. */
  putCustomerAttribute(id: string, value: string): Promise<unknown> {
    return this.#send("PUT", `/api/v1/customer/attributes/${id}`, { value });
  }

  async projectAttributes(projectId: string): Promise<readonly AttributeShown[]> {
    const path = `/api/v1/bff/projects/${projectId}/attributes?query=&include_hidden=true`;
    return (await this.#get<{ attributes: readonly AttributeShown[] }>(path, answerShapes.attributes))
      .attributes;
  }

  /** The newest lines of the log, the newest first. `level` is "" for all. */
  async logs({ per, level }: { readonly per: number; readonly level: string }): Promise<readonly LogShown[]> {
    const path = `/api/v1/analytics/logs?page=1&per=${String(per)}${level === "" ? "" : `&levels=${level}`}`;
    return (await this.#get<{ items: readonly LogShown[] }>(path, answerShapes.logs)).items;
  }

  /** What skills may call. */
  actions(): Promise<readonly ActionShown[]> {
    return this.#get("/api/v1/script/actions", answerShapes.actions);
  }

  #get<T>(path: string, shape: AnswerShape): Promise<T> {
    return this.#checked("GET", path, shape);
  }

  /** The answer, if it is of the form in which it is read. */
  async #checked<T>(method: string, path: string, shape: AnswerShape, body?: unknown): Promise<T> {
    const value = await this.#transport.json(method, path, body);
    if (!shape(value)) {
      const { instancePath = "", message = "" } = shape.errors?.[0] ?? {};
      throw errorOfShape(this.origin, `${method} ${path.split("?")[0] ?? ""}`, instancePath, message);
    }
    return value as T;
  }

  #send(method: string, path: string, body?: unknown): Promise<unknown> {
    return this.#transport.json(method, path, body);
  }
}
