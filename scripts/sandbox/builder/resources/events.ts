/** Subscriptions of flows. */
import type { Fields } from "../http/fields.ts";
import { Refusal } from "../http/refusal.ts";
import { Reply, type Call, type Route } from "../http/route.ts";
import type { FoundFlow, LocalBuilder } from "../local-builder.ts";
import type { EventRecord } from "../state/records.ts";

const selectors = ["skill_idn", "skill_idn_from_state"];
const modes = ["queue", "interrupt", "cancel"];

/** @throws Refusal 404 */
function find(builder: LocalBuilder, id: string): FoundFlow & { readonly event: EventRecord } {
  for (const found of builder.flows()) {
    const event = found.flow.events.find((known) => known.id === id);
    if (event !== undefined) {
      return { ...found, event };
    }
  }
  throw Refusal.notFound("event", id);
}

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
function create({ builder, param, fields }: Call): Reply {
  const found = builder.flow(param("flowId"));
  const event = eventOf(builder.newId(), fields());
  const keys = ["idn", "integration_idn", "connector_idn", "skill_idn"] as const;
  if (found.flow.events.some((known) => keys.every((key) => known[key] === event[key]))) {
    throw Refusal.exists("event", event.idn);
  }
  found.flow.events.push(event);
  builder.touchFlow(found);
  return Reply.created({ id: event.id });
}

function patch({ builder, param, fields }: Call): null {
  const found = find(builder, param("id"));
  const { events } = found.flow;
  events.splice(events.indexOf(found.event), 1, eventOf(found.event.id, fields()));
  builder.touchFlow(found);
  return null;
}

function remove({ builder, param }: Call): null {
  const found = find(builder, param("id"));
  const { events } = found.flow;
  events.splice(events.indexOf(found.event), 1);
  builder.touchFlow(found);
  return null;
}

/** Events of flows. */
export const eventRoutes: readonly Route[] = [
  {
    at: "GET /api/v1/designer/flows/:flowId/events",
    handle: ({ builder, param }) => builder.flow(param("flowId")).flow.events,
  },
  { at: "POST /api/v1/designer/flows/:flowId/events", handle: create },
  { at: "PATCH /api/v1/designer/flows/events/:id", handle: patch },
  { at: "DELETE /api/v1/designer/flows/events/:id", handle: remove },
];
