/** State fields of flows. */
import type { Fields } from "../http/fields.ts";
import { Refusal } from "../http/refusal.ts";
import { Reply, type Call, type Route } from "../http/route.ts";
import type { FoundFlow, LocalBuilder } from "../local-builder.ts";
import type { StateRecord } from "../state/records.ts";

/** @throws Refusal 404 */
function find(builder: LocalBuilder, id: string): FoundFlow & { readonly state: StateRecord } {
  for (const found of builder.flows()) {
    const state = found.flow.states.find((known) => known.id === id);
    if (state !== undefined) {
      return { ...found, state };
    }
  }
  throw Refusal.notFound("state", id);
}

function stateOf(id: string, body: Fields): StateRecord {
  return {
    id,
    title: body.textOr("title", ""),
    idn: body.text("idn"),
    default_value: body.textOr("default_value", ""),
    scope: body.oneOf("scope", ["user", "agent"]),
  };
}

function create({ builder, param, fields }: Call): Reply {
  const found = builder.flow(param("flowId"));
  const state = stateOf(builder.newId(), fields());
  if (found.flow.states.some(({ idn }) => idn === state.idn)) {
    throw Refusal.exists("state", state.idn);
  }
  found.flow.states.push(state);
  builder.touchFlow(found);
  return Reply.created({ id: state.id });
}

function put({ builder, param, fields }: Call): null {
  const found = find(builder, param("id"));
  const { states } = found.flow;
  states.splice(states.indexOf(found.state), 1, stateOf(found.state.id, fields()));
  builder.touchFlow(found);
  return null;
}

function remove({ builder, param }: Call): null {
  const found = find(builder, param("id"));
  const { states } = found.flow;
  states.splice(states.indexOf(found.state), 1);
  builder.touchFlow(found);
  return null;
}

/** States of flows. */
export const stateRoutes: readonly Route[] = [
  {
    at: "GET /api/v1/designer/flows/:flowId/states",
    handle: ({ builder, param }) => builder.flow(param("flowId")).flow.states,
  },
  { at: "POST /api/v1/designer/flows/:flowId/states", handle: create },
  { at: "PUT /api/v1/designer/flows/states/:id", handle: put },
  { at: "DELETE /api/v1/designer/flows/states/:id", handle: remove },
];
