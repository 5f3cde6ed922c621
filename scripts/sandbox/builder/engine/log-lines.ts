/** What the sandbox has recorded, as the lines of the platform's log. Secrets were taken out when it was recorded. */
import type { TraceEntry } from "../../platform/index.ts";
import { logTypes } from "../guesses.ts";
import type { LogLine } from "../state/records.ts";
import type { LiveFlow } from "./live-flows.ts";

/** Errors, log lines and requests; actions and events are not logged. */
export function logLines(
  entries: readonly TraceEntry[],
  flows: readonly LiveFlow[],
  { now, newId }: { readonly now: () => number; readonly newId: () => string },
): LogLine[] {
  const datetime = new Date(now()).toISOString();
  const projectOf = (flow: string): string => flows.find(({ idn }) => idn === flow)?.project.idn ?? "";
  const common = (): Pick<LogLine, "log_id" | "datetime"> => ({ log_id: newId(), datetime });
  return entries.flatMap((entry): LogLine[] => {
    switch (entry.kind) {
      case "error": {
        const { flow, line, type, message } = entry;
        const place = { ...placeOf(entry), ...(line === null ? {} : { line }) };
        return [
          {
            ...common(),
            ...{ level: "error", log_type: logTypes.stopped, project_idn: projectOf(flow), data: place },
            message: `${type}: ${message}`,
          },
        ];
      }
      case "log":
        return [
          {
            ...common(),
            ...{
              level: entry.level,
              log_type: logTypes.written,
              project_idn: projectOf(entry.flow),
              data: placeOf(entry),
              message: entry.message,
            },
          },
        ];
      case "http": {
        const { method, url, status, failure, personaId } = entry;
        return [
          {
            ...common(),
            level: failure === "" ? "info" : "warning",
            log_type: logTypes.request,
            project_idn: "",
            data: { operation_type: "send_request", user_persona_id: personaId },
            message: `${method} ${url}: ${failure === "" ? String(status) : failure}`,
          },
        ];
      }
      case "action":
      case "calls":
      case "event":
        return [];
    }
  });
}

/** Where something was written, in the fields of a line; none where no skill did. */
function placeOf({ flow, skill, personaId }: Record<"flow" | "skill" | "personaId", string>) {
  return {
    ...(flow === "" ? {} : { flow_idn: flow, skill_idn: skill }),
    ...(personaId === "" ? {} : { user_persona_id: personaId }),
  };
}
