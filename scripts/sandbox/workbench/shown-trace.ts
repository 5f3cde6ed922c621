/** The trace as rows with durations. Secrets were taken out when the entries were recorded. */
import type { Trace } from "../platform/index.ts";
import type { TraceRow } from "./protocol.ts";

type Entry = Trace["entries"][number];

/** Characters of a detail that are shown. */
const mostDetail = 6000;

/** All rows from a position on. */
export function shownTrace({ entries, moments }: Trace, from = 0): TraceRow[] {
  const begin = moments[0] ?? 0;
  return entries.slice(from).map((entry, index): TraceRow => {
    const at = moments[from + index] ?? begin;
    const before = moments[from + index - 1] ?? at;
    const { title, skill = "", detail, line = null } = rowOf(entry);
    const text = typeof detail === "string" ? detail : JSON.stringify(detail, null, 2);
    return {
      ...{ kind: entry.kind, title, skill, line },
      took: at - before,
      at: at - begin,
      detail: text.length > mostDetail ? `${text.slice(0, mostDetail)} ... (cut)` : text,
    };
  });
}

interface RowParts {
  readonly title: string;
  readonly skill?: string;
  readonly line?: number | null;
  readonly detail: unknown;
}

function rowOf(entry: Entry): RowParts {
  switch (entry.kind) {
    case "event":
      return {
        title: `${entry.idn} (${entry.integrationIdn}/${entry.connectorIdn})`,
        detail: { heard_by: entry.subscribers, arguments: entry.arguments },
      };
    case "action":
      return {
        title: entry.error === "" ? entry.action : `${entry.action}: ${entry.error}`,
        skill: `${entry.flow}/${entry.skill}`,
        detail: { with: entry.kwargs, gives: entry.value },
      };
    case "http":
      return {
        title: `${entry.method} ${new URL(entry.url).pathname} ${entry.status === 0 ? entry.failure : String(entry.status)}`,
        detail: {
          url: entry.url,
          body: readable(entry.body),
          status: entry.status,
          answer: readable(entry.response),
        },
      };
    case "error":
      return {
        title: entry.message,
        skill: `${entry.flow}/${entry.skill}`,
        line: entry.line,
        detail: entry.type,
      };
    case "log":
      return { title: entry.message, detail: entry.level };
    case "calls":
      return {
        title: `${entry.flow}: ${String(Object.values(entry.calls).reduce((sum, count) => sum + count, 0))} calls of its skills`,
        detail: entry.calls,
      };
  }
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
