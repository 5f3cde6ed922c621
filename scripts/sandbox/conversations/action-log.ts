/** What a run did, in a form in which the Node and the NSL runtime can be compared. */
import { comparableActions, type TraceEntry } from "../platform/index.ts";

/**
 * The ordered actions, a line each. Left out is what the runtimes keep to themselves: request ids, and the
 * frames of suspended skills, which in Node are promises, with what a line of the log tells of both.
 *
 * @param framePrefix what the names of the persona attributes begin with that hold frames
 */
export function actionLog(entries: readonly TraceEntry[], framePrefix: string): string[] {
  const isFrame = (field: unknown): boolean => typeof field === "string" && field.startsWith(framePrefix);
  return comparableActions(entries)
    .filter(({ action, kwargs }) => action !== "uuid.uuid4" && !isFrame(kwargs["field"]))
    .map(({ action, kwargs, value }) => {
      const compared = Object.entries(kwargs)
        .filter(([keyword]) => keyword !== "targetAction")
        .map(([keyword, given]) => [keyword, action === "DUMMY" ? comparableLine(given) : given] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1));
      return JSON.stringify([action, compared, value ?? null]);
    });
}

/** A line without the operation's id and the place it goes on at (`stepLine` and `outcomeLine` of the SDK). */
function comparableLine(given: unknown): unknown {
  return typeof given === "string" ? given.replace(/operation=\S+ /u, "").replace(/ at=\S+/u, "") : given;
}
