/** State fields of flows. */
import type { Fields } from "../http/fields.ts";
import type { Route } from "../http/route.ts";
import type { FlowRecord, StateRecord } from "../state/records.ts";
import { creating, removing, replacing } from "./flow-part.ts";

function stateOf(id: string, body: Fields): StateRecord {
  return {
    id,
    title: body.textOr("title", ""),
    idn: body.text("idn"),
    default_value: body.textOr("default_value", ""),
    scope: body.oneOf("scope", ["user", "agent"]),
  };
}

const states = {
  word: "state",
  partsOf: (flow: FlowRecord) => flow.states,
  read: stateOf,
  isSame: (one: StateRecord, other: StateRecord) => one.idn === other.idn,
};

/** States of flows. */
export const stateRoutes: readonly Route[] = [
  {
    at: "GET /api/v1/designer/flows/:flowId/states",
    handle: ({ builder, param }) => builder.flow(param("flowId")).flow.states,
  },
  { at: "POST /api/v1/designer/flows/:flowId/states", handle: creating(states) },
  { at: "PUT /api/v1/designer/flows/states/:id", handle: replacing(states) },
  { at: "DELETE /api/v1/designer/flows/states/:id", handle: removing(states) },
];
