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
  flow_idn: (line, value) => line.data["flow_idn"] === value,
  skill_idn: (line, value) => line.data["skill_idn"] === value,
  user_persona_ids: (line, value) => value.split(",").includes(String(line.data["user_persona_id"])),
};

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
