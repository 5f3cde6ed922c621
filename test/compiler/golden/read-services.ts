/**
 * Read services
 *
 * Outside data: every reader proves what it reads, and is named after what it reads.
 *
 * @run {"input": "{\"data\": {\"services\": [{\"id\": 7, \"title\": \"Cut\"}, {\"id\": \"x\"}, 5]}}"}
 * @run {"input": "{\"data\": []}"}
 * @run {"input": "<html>"}
 */
import { asList, asText, parseJson, property } from "#sdk";

interface Service {
  readonly id: string;
  readonly title: string;
}

export function main(body: string): Service[] {
  const services: Service[] = [];
  const data = property(parseJson(body).value, "data");
  for (const entry of asList(property(data, "services"))) {
    const title = asText(property(entry, "title"));
    if (title !== "") {
      services.push({ id: asText(property(entry, "id")), title });
    }
  }
  return services;
}
