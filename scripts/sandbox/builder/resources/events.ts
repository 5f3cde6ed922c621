/** Subscriptions of flows. */
import type { Fields } from "../http/fields.ts";
import type { Route } from "../http/route.ts";
import type { EventRecord, FlowRecord } from "../state/records.ts";
import { creating, removing, replacing } from "./flow-part.ts";

const selectors = ["skill_idn", "skill_idn_from_state"];
const modes = ["queue", "interrupt", "cancel"];

function eventOf(id: string, body: Fields): EventRecord {
  return {
    id,
    description: body.textOr("description", ""),
    idn: body.text("idn"),
    skill_selector: body.oneOf("skill_selector", selectors),
    interrupt_mode: body.oneOf("interrupt_mode", modes),
    skill_idn: body.textOr("skill_idn", null),
    state_idn: body.textOr("state_idn", null),
    integration_idn: body.textOr("integration_idn", null),
    connector_idn: body.textOr("connector_idn", null),
  };
}

/** An idn may come again with another connector; only the very same subscription is refused. */
const events = {
  word: "event",
  partsOf: (flow: FlowRecord) => flow.events,
  read: eventOf,
  isSame: (one: EventRecord, other: EventRecord) =>
    (["idn", "integration_idn", "connector_idn", "skill_idn"] as const).every(
      (key) => one[key] === other[key],
    ),
};

/** Events of flows. */
export const eventRoutes: readonly Route[] = [
  {
    at: "GET /api/v1/designer/flows/:flowId/events",
    handle: ({ builder, param }) => builder.flow(param("flowId")).flow.events,
  },
  { at: "POST /api/v1/designer/flows/:flowId/events", handle: creating(events) },
  { at: "PATCH /api/v1/designer/flows/events/:id", handle: replacing(events) },
  { at: "DELETE /api/v1/designer/flows/events/:id", handle: removing(events) },
];
