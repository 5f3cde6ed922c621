/** What the tests of the publish hook share. */
import { setUp } from "../../skills/setup/set-up.ts";
import type { MemoryHost } from "./memory-host.ts";

/** The event of "Publish All". */
const publishEvent = {
  idn: "project_publish_finish",
  integrationIdn: "system",
  connectorIdn: "project",
  arguments: {},
};

/** Publishes once. */
export async function publish(host: MemoryHost): Promise<MemoryHost> {
  await setUp(host.context(), publishEvent);
  return host;
}

/** The set-up status. */
export function statusOf(host: MemoryHost): string {
  return host.customer.get("altegio_setup_status") ?? "";
}

/** The status's line that begins with a word; "" when there is none. */
export function statusLine(host: MemoryHost, word: string): string {
  return (
    statusOf(host)
      .split("\n")
      .find((line) => line.startsWith(`${word}:`)) ?? ""
  );
}
