/** What a run did, in a form in which the Node and the NSL runtime can be compared. */
import { framePrefix } from "../../../module/constants.ts";
import { comparableActions, type TraceEntry } from "../platform/index.ts";

/**
 * The ordered actions, a line each. Left out is what the runtimes keep to themselves: request ids, and the
 * frames of suspended skills, which in Node are promises.
 */
export function actionLog(entries: readonly TraceEntry[]): string[] {
  return comparableActions(entries)
    .filter(({ action, kwargs }) => action !== "uuid.uuid4" && !isFrame(kwargs["field"]))
    .map(({ action, kwargs, value }) => {
      const compared = Object.entries(kwargs)
        .filter(([keyword]) => keyword !== "targetAction")
        .sort(([a], [b]) => (a < b ? -1 : 1));
      return JSON.stringify([action, compared, value ?? null]);
    });
}

function isFrame(field: unknown): boolean {
  return typeof field === "string" && field.startsWith(framePrefix);
}
