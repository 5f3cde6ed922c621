/** Agents with their personas. */
import { Refusal } from "../http/refusal.ts";
import { Reply, type Call, type Route } from "../http/route.ts";
import { putAgent } from "../state/project-content.ts";
import type { AgentRecord } from "../state/records.ts";
import { shownFlow } from "./flows.ts";

function shown({ flows, ...agent }: AgentRecord) {
  return { ...agent, flows: flows.map(shownFlow) };
}

function list({ builder, query }: Call) {
  return builder.project(query.get("project_id") ?? "").agents.map(shown);
}

/** An agent's idn is its own in the whole account: events and calls name it. */
function create({ builder, param, fields }: Call): Reply {
  const project = builder.project(param("projectId"));
  const body = fields();
  const idn = body.idn();
  if (builder.state.projects.some(({ agents }) => agents.some((agent) => agent.idn === idn))) {
    throw Refusal.exists("agent", idn);
  }
  const content = {
    idn,
    title: body.textOr("title", null),
    description: body.textOr("description", null),
    flows: [],
  };
  const agent = putAgent(undefined, content, builder.birth());
  project.agents.push(agent);
  builder.touch(project);
  return Reply.created({ id: agent.id });
}

/** The whole object; the idn never changes. */
function put({ builder, param, fields }: Call): null {
  const { project, agent } = builder.agent(param("id"));
  const body = fields();
  if (body.has("idn") && body.text("idn") !== agent.idn) {
    throw Refusal.invalid(`The idn of an agent does not change; it is ${agent.idn}.`);
  }
  agent.title = body.textOr("title", null);
  agent.description = body.textOr("description", null);
  builder.touch(project);
  return null;
}

function remove({ builder, param }: Call): null {
  const { project, agent } = builder.agent(param("id"));
  project.agents.splice(project.agents.indexOf(agent), 1);
  builder.touch(project);
  builder.engine.reload();
  return null;
}

/** Agents, by project and by id. */
export const agentRoutes: readonly Route[] = [
  { at: "GET /api/v1/bff/agents/list", handle: list },
  { at: "POST /api/v2/designer/:projectId/agents", handle: create },
  { at: "PUT /api/v1/designer/agents/:id", handle: put },
  { at: "DELETE /api/v1/designer/agents/:id", handle: remove },
];
