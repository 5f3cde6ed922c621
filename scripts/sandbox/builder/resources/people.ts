/** Personas of users and agents, and their actors. */
import { Refusal } from "../http/refusal.ts";
import { Reply, type Call, type Route } from "../http/route.ts";
import { page } from "./page.ts";

function createPersona({ builder, fields }: Call): Reply {
  const body = fields();
  const name = body.text("name");
  const persona = builder.account.createPersona(builder.newId(), name);
  persona.fields.set("title", body.textOr("title", name));
  return Reply.created({ id: persona.id });
}

function createActor({ builder, param, fields }: Call): Reply {
  const personaId = param("id");
  if (!builder.account.personas.has(personaId)) {
    throw Refusal.notFound("persona", personaId);
  }
  const body = fields();
  const actor = {
    id: builder.newId(),
    personaId,
    integrationIdn: body.text("integration_idn"),
    connectorIdn: body.text("connector_idn"),
    externalId: body.text("external_id"),
    timeZone: body.textOr("time_zone_identifier", ""),
  };
  builder.account.createActor(actor);
  return Reply.created({ id: actor.id });
}

/** Agents' personas with their agents; users have none. */
function search({ builder, query }: Call) {
  const agents = builder.state.projects.flatMap((project) =>
    project.agents.map(({ id, idn, title, persona }) => ({ ...persona, agent: { id, idn, title } })),
  );
  const users = [...builder.account.personas.values()].map(({ id, fields }) => ({
    id,
    name: fields.get("name") ?? "",
    title: fields.get("title") ?? "",
    agent: null,
  }));
  return page(query.get("is_linked_to_agent") === "true" ? agents : [...agents, ...users], query);
}

/** Personas and actors. */
export const peopleRoutes: readonly Route[] = [
  { at: "POST /api/v1/customer/personas", handle: createPersona },
  { at: "POST /api/v1/customer/personas/:id/actors", handle: createActor },
  { at: "GET /api/v1/bff/personas/search", handle: search },
];
