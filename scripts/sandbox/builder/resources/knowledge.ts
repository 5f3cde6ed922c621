/** The knowledge bases of agents. */
import type { Fields } from "../http/fields.ts";
import { Refusal } from "../http/refusal.ts";
import { Reply, type Call, type Route } from "../http/route.ts";
import { page } from "./page.ts";

function append({ builder, fields }: Call): Reply {
  const body: Fields = fields();
  const personaId = body.text("persona_id");
  const agents = builder.state.projects.flatMap((project) => project.agents);
  if (!builder.account.personas.has(personaId) && !agents.some(({ persona }) => persona.id === personaId)) {
    throw Refusal.notFound("persona", personaId);
  }
  const topic = {
    id: builder.newId(),
    persona_id: personaId,
    topic_name: body.text("topic_name"),
    topic_summary: body.textOr("topic_summary", ""),
    topic_facts: body.texts("topic_facts"),
    confidence: body.numberOr("confidence", 100),
    source: body.textOr("source", ""),
    labels: body.texts("labels"),
    created_at: builder.time,
    updated_at: builder.time,
  };
  builder.state.topics.push(topic);
  return Reply.created({ id: topic.id });
}

function list({ builder, query }: Call) {
  const persona = query.get("persona_id") ?? "";
  const topics = builder.state.topics.filter((topic) => topic.persona_id === persona);
  return page(
    topics.map((topic) => ({ topic, fuzzy_search_fields_score: null })),
    query,
  );
}

/** Topics. */
export const knowledgeRoutes: readonly Route[] = [
  { at: "POST /api/v1/akb/append-manual", handle: append },
  { at: "GET /api/v1/akb/topics", handle: list },
];
