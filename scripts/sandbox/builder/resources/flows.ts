/** Flows, and what publishes them. */
import { newFlow, refusalTypes } from "../guesses.ts";
import { Refusal } from "../http/refusal.ts";
import { Reply, type Call, type Route } from "../http/route.ts";
import type { FlowRecord } from "../state/records.ts";
import { modelField, runnerTypes } from "./model-field.ts";

/** A flow as lists show it. */
export function shownFlow({ id, idn, title, description, default_runner_type, default_model }: FlowRecord) {
  return { id, idn, title, description, default_runner_type, default_model };
}

function read({ builder, param }: Call) {
  const { agent, flow } = builder.flow(param("id"));
  const { publication_datetime, last_change_datetime, creation_datetime } = flow;
  return {
    ...shownFlow(flow),
    agent_id: agent.id,
    ...{ publication_datetime, last_change_datetime, creation_datetime },
  };
}

/** The answer has no body: the id is learned from the list of agents. */
function create({ builder, param, fields }: Call): Reply {
  const { project, agent } = builder.agent(param("agentId"));
  const body = fields();
  const idn = body.idn();
  if (agent.flows.some((flow) => flow.idn === idn)) {
    throw Refusal.exists("flow", idn);
  }
  agent.flows.push({
    id: builder.newId(),
    idn,
    title: body.textOr("title", idn),
    description: null,
    default_runner_type: newFlow.runner,
    default_model: newFlow.model,
    skills: [],
    events: [],
    states: [],
    creation_datetime: builder.time,
    last_change_datetime: builder.time,
    publication_datetime: null,
    live: null,
  });
  builder.touch(project);
  return Reply.created();
}

/** The platform answers a body that is not whole with 500. */
function patch({ builder, param, fields }: Call): null {
  const found = builder.flow(param("id"));
  const body = fields();
  const needed = ["idn", "title", "description", "default_runner_type", "default_model"];
  const missing = needed.filter((name) => !body.has(name));
  if (missing.length > 0) {
    throw new Refusal(
      500,
      refusalTypes.internal,
      `The flow has to be sent whole: ${missing.join(", ")} is missing.`,
    );
  }
  const { flow } = found;
  if (body.text("idn") !== flow.idn) {
    throw Refusal.invalid(`The idn of a flow does not change; it is ${flow.idn}.`);
  }
  const default_model = modelField(body, "default_model");
  flow.default_runner_type = body.oneOf("default_runner_type", runnerTypes);
  flow.title = body.textOr("title", flow.idn);
  flow.description = body.textOr("description", null);
  flow.default_model = default_model;
  builder.touchFlow(found);
  return null;
}

function remove({ builder, param }: Call): null {
  const { project, agent, flow } = builder.flow(param("id"));
  agent.flows.splice(agent.flows.indexOf(flow), 1);
  builder.touch(project);
  builder.engine.reload();
  return null;
}

function publish({ builder, param, fields }: Call) {
  const found = builder.flow(param("id"));
  fields().oneOf("type", ["public"]);
  builder.publish(found);
  return { success: true };
}

/** Flows. */
export const flowRoutes: readonly Route[] = [
  { at: "GET /api/v1/designer/flows/:id", handle: read },
  { at: "POST /api/v1/designer/:agentId/flows/empty", handle: create },
  { at: "PATCH /api/v1/designer/flows/:id", handle: patch },
  { at: "DELETE /api/v1/designer/flows/:id", handle: remove },
  { at: "POST /api/v1/designer/flows/:id/publish", handle: publish },
];
