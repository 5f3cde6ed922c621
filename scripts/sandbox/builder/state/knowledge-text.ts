/** A knowledge base as the file of an archive, and back. */
import { stringify } from "yaml";
import { parseYaml } from "../../../artifact/index.ts";
import { Fields } from "../http/fields.ts";
import type { Birth } from "./project-content.ts";
import type { TopicRecord } from "./records.ts";

/** The file; keys in the platform's order. */
export function knowledgeText(topics: readonly TopicRecord[]): string {
  const entries = topics.map((topic) => ({
    topic_name: topic.topic_name,
    topic_facts: topic.topic_facts,
    confidence: topic.confidence,
    source: topic.source,
    created_at: topic.created_at,
    updated_at: topic.updated_at,
    labels: topic.labels,
    topic_summary: topic.topic_summary,
  }));
  return stringify(entries, { version: "1.1", lineWidth: 0 });
}

/** The topics of a file, of nobody's persona yet. @throws Refusal when it is not one, Error when it is no YAML */
export function topicsOf(text: string, { newId, time }: Birth): TopicRecord[] {
  const value = parseYaml(text);
  return new Fields({ topics: value }).list("topics").map((topic) => ({
    id: newId(),
    persona_id: "",
    topic_name: topic.text("topic_name"),
    topic_summary: topic.textOr("topic_summary", ""),
    topic_facts: topic.texts("topic_facts"),
    confidence: topic.numberOr("confidence", 100),
    source: topic.textOr("source", ""),
    labels: topic.texts("labels"),
    created_at: topic.textOr("created_at", time),
    updated_at: topic.textOr("updated_at", time),
  }));
}
