/** Makes the row of a release. */
import { createHash } from "node:crypto";
import type { RegistryRow, Release } from "./release.ts";
import { stableId } from "./stable-id.ts";

/** Whoever publishes on this machine. */
export const localAccount = { id: stableId("account"), idn: "local", email: "local@localhost" } as const;

/** The row: ids follow from the names, times from the day of the release. */
export function rowOf({ registry, item, version, date, zip, manifest }: Release): RegistryRow {
  const time = `${date}T00:00:00Z`;
  const hash = createHash("sha256").update(zip).digest("hex");
  return {
    id: stableId("item", registry, item, version),
    idn: item,
    version,
    project_image: {
      id: stableId("image", registry, item, version),
      idn: manifest.identity.projectIdn,
      image_hash: hash,
      storage_id: stableId("storage", hash),
      customer_idn: localAccount.idn,
      account_id: localAccount.id,
      created_at: time,
    },
    account_id: localAccount.id,
    account_idn: localAccount.idn,
    account_email: localAccount.email,
    is_public: true,
    active_project_count: 0,
    created_at: time,
    published_at: time,
  };
}
