/**
 * Reading outside data
 *
 * What comes from outside is a text until `parseJson` has read it, and then a `JsonValue`: read it with
 * `property`, `asText`, `asNumber`, `asList`, `asObject`, `asBoolean`. None of them can fail.
 *
 * @run {"input": "{\"data\": [{\"id\": 7, \"title\": \"Cut\"}, {\"id\": 8}, null]}"}
 * @run {"input": "{\"data\": {}}"}
 * @run {"input": "<html>"}
 */
import { asList, asNumber, asText, parseJson, property } from "#sdk";

export function main(body: string): string {
  const parsed = parseJson(body);
  if (!parsed.ok) {
    return "not JSON";
  }
  const titles: string[] = [];
  for (const service of asList(property(parsed.value, "data"))) {
    titles.push(`${asNumber(property(service, "id"), 0)} ${asText(property(service, "title"))}`);
  }
  return titles.join(", ");
}
