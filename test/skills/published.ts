/** An account as the publish hook leaves it, without running the hook. */
import { attributes } from "../../attributes/index.ts";
import { loadCatalog } from "../../skills/lookups/load-catalog.ts";
import { MemoryHost } from "./memory-host.ts";

/** The credentials of these tests; no answer and no log may hold them. */
export const tokens = { altegio_partner_token: "partner-secret", altegio_user_token: "user-secret" };

/**
 * The customer attributes of a connected account: defaults, partner token, location and loaded catalogue.
 *
 * @param more values that differ, such as the user token
 */
export async function published(more: Record<string, string> = {}): Promise<Record<string, string>> {
  const defaults = attributes
    .filter((attribute) => attribute.defaultValue !== "")
    .map((attribute): [string, string] => [attribute.idn, attribute.defaultValue]);
  const host = new MemoryHost({
    customer: {
      ...Object.fromEntries(defaults),
      altegio_partner_token: tokens.altegio_partner_token,
      altegio_location_id: "Business, NY (4564)",
      altegio_setup_status: "AltegioIntegration, last publish 2026-09-18 10:00",
      ...more,
    },
  });
  await loadCatalog(host.context(), "4564");
  return Object.fromEntries(host.customer);
}
