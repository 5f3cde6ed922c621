/** Brings an artifact into an account, the first time or again. */
import type { Account } from "./account.ts";
import type { DeclaredAttribute } from "./artifact-attributes.ts";
import type { ArtifactContent } from "./artifact-project.ts";
import type { AttributeStore } from "./attribute-store.ts";

/**
 * How an artifact comes in. An `import` puts the values of its attribute files over the account's: that it replaces or
 * merges them is documented, which of both is not, and this is the one that hurts (docs/platform.md, "Publish, import,
 * update"). An `update` from the registry keeps what the account has.
 */
export type Arrival = "import" | "update";

/** Declares the attributes of an artifact; metadata is refreshed. After an update a stored value, even an empty one, stays. */
export function installAttributes(account: Account, content: ArtifactContent, arrival: Arrival): void {
  declare(account.customer, content.customerAttributes, arrival);
  declare(account.project, content.projectAttributes, arrival);
}

function declare(store: AttributeStore, attributes: readonly DeclaredAttribute[], arrival: Arrival): void {
  for (const { idn, value, metadata } of attributes) {
    if (arrival === "import" || store.find(idn) === undefined) {
      store.setValue(idn, value);
    }
    store.setMetadata(idn, metadata);
  }
}
