/** What a successful status comes to, for the line of the log: Altegio refuses under a 2xx as well. */
import type { HttpResult } from "#sdk";

/**
 * `answered`, `refused` for a body that says so, `empty` and `unreadable` for what was lost on the way. It judges as
 * `readAnswer` does, by the brackets of the body, its beginning and its end alone: a catalogue must not be parsed for a
 * line of the log.
 *
 * @param result with a status of 2xx
 */
export function successKind(result: HttpResult): string {
  const body = result.body.trim();
  if (["", "null"].includes(body)) {
    return result.status === 204 ? "answered" : "empty";
  }
  if (!/^[{[]/u.test(body) || !/[}\]]$/u.test(body) || isCut(body)) {
    return "unreadable";
  }
  // Before the word stand other values at most, no objects: a row of the data may have such a field as well.
  const isRefusal =
    /^\{(?:[^{}[\]]*,)?\s*"success"\s*:\s*"?(?:[Ff]alse|0)\b/u.test(body) ||
    /,\s*"success"\s*:\s*"?(?:[Ff]alse|0)"?\s*\}$/u.test(body) ||
    /^\{\s*"errors"\s*:\s*[^n\s]/u.test(body);
  return isRefusal ? "refused" : "answered";
}

/** True when a text or a bracket is not closed: a body may break off behind any of its brackets. */
function isCut(body: string): boolean {
  const bare = body.replace(/"(?:[^"\\]|\\.)*"/gu, "");
  return (
    bare.includes('"') ||
    bare.split("{").length !== bare.split("}").length ||
    bare.split("[").length !== bare.split("]").length
  );
}
