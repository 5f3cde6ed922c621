/** Writes `attributes.yaml`: the module's customer attributes (docs/platform.md, "Attribute files"). */
import type { AttributeDefinition } from "../sdk/definition.ts";
import type { ModuleIdentity } from "../model/types.ts";
import { attributesText } from "./content/content-files.ts";

/** The Builder's group of a module: `Settings > Module - <Module>` on the vendor's set-up page. */
export function groupOf({ registryItemIdn }: ModuleIdentity): string {
  return `Module - ${registryItemIdn}`;
}

/** The text of the attributes file, sorted by idn. The value of a secret attribute is always empty. */
export function attributesFile(attributes: readonly AttributeDefinition[], identity: ModuleIdentity): string {
  return attributesText(
    attributes.map((attribute) => ({
      idn: attribute.idn,
      value: attribute.secret ? "" : attribute.defaultValue,
      title: attribute.title,
      description: attribute.description,
      group: groupOf(identity),
      is_hidden: attribute.hidden,
      possible_values: attribute.possibleValues,
      value_type: attribute.valueType,
    })),
  );
}
