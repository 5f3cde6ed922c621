/** Brings an artifact into an account, the first time or again. */
import type { Account } from "./account.ts";
import type { DeclaredAttribute } from "./artifact-attributes.ts";
import type { ArtifactContent } from "./artifact-project.ts";
import type { AttributeStore } from "./attribute-store.ts";

/**
 * Declares the attributes of an artifact. A stored value, even an empty one, is never changed; metadata is
 * refreshed. The same holds for a Force Update.
 */
export function installAttributes(account: Account, content: ArtifactContent): void {
  declare(account.customer, content.customerAttributes);
  declare(account.project, content.projectAttributes);
}

function declare(store: AttributeStore, attributes: readonly DeclaredAttribute[]): void {
  for (const { idn, value, metadata } of attributes) {
    if (store.find(idn) === undefined) {
      store.setValue(idn, value);
    }
    store.setMetadata(idn, metadata);
  }
}
