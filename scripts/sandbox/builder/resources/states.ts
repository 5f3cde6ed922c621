/** State fields of flows. */
import type { Fields } from "../http/fields.ts";
import { Refusal } from "../http/refusal.ts";
import { Reply, type Call, type Route } from "../http/route.ts";
import type { FlowRecord, StateRecord } from "../state/records.ts";
import { removing, replacing } from "./flow-part.ts";

const states = { word: "state", partsOf: (flow: FlowRecord) => flow.states };

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

/** States of flows. */
export const stateRoutes: readonly Route[] = [
  {
    at: "GET /api/v1/designer/flows/:flowId/states",
    handle: ({ builder, param }) => builder.flow(param("flowId")).flow.states,
  },
  { at: "POST /api/v1/designer/flows/:flowId/states", handle: create },
  { at: "PUT /api/v1/designer/flows/states/:id", handle: replacing(states, stateOf) },
  { at: "DELETE /api/v1/designer/flows/states/:id", handle: removing(states) },
];
