/** The platform's log. */
import type { Call, Route } from "../http/route.ts";
import type { LogLine } from "../state/records.ts";
import { page } from "./page.ts";

/** Name of a filter -> what a line has to have for its value. */
const filters: Readonly<Record<string, (line: LogLine, value: string) => boolean>> = {
  from_datetime: (line, value) => Date.parse(line.datetime) >= Date.parse(value),
  to_datetime: (line, value) => Date.parse(line.datetime) <= Date.parse(value),
  levels: (line, value) => value.split(",").includes(line.level),
  log_types: (line, value) => value.split(",").includes(line.log_type),
  message: (line, value) => line.message.toLowerCase().includes(value.toLowerCase()),
  project_idn: (line, value) => line.project_idn === value,
  ...Object.fromEntries(
    ["flow_idn", "skill_idn", "external_event_id", "runtime_context_id"].map((name) => [name, has(name)]),
  ),
  ...Object.fromEntries(
    ["user_persona_id", "user_actor_id", "agent_persona_id"].map((name) => [`${name}s`, has(name)]),
  ),
};

/** What a line does not tell fits nothing that is asked for. */
function has(name: string): (line: LogLine, value: string) => boolean {
  return (line, value) => value.split(",").includes(String(line.data[name] ?? ""));
}

/** The newest first. */
function list({ builder, query }: Call) {
  const asked = Object.entries(filters).filter(([name]) => query.has(name));
  const lines = builder.state.logs.filter((line) =>
    asked.every(([name, fits]) => fits(line, query.get(name) ?? "")),
  );
  return page(lines.reverse(), query);
}

/** Logs. */
export const logRoutes: readonly Route[] = [{ at: "GET /api/v1/analytics/logs", handle: list }];
