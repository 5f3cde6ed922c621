/** Writes `attributes.yaml`: the module's customer attributes (docs/platform.md, "Attribute files"). */
import type { AttributeDefinition } from "../sdk/definition.ts";
import type { ModuleIdentity } from "../model/types.ts";
import { compareIdns } from "./sort-order.ts";
import { EnumValue } from "./yaml/enum-tag.ts";
import { renderYaml, type YamlObject } from "./yaml/render-yaml.ts";

const foldedKeys: ReadonlySet<string> = new Set(["value", "description", "possible_values"]);

/** The Builder's group of a module: `Settings > Module - AltegioIntegration` on the vendor's set-up page. */
export function groupOf({ registryItemIdn }: ModuleIdentity): string {
  return `Module - ${registryItemIdn}`;
}

/** The text of the attributes file, sorted by idn. The value of a secret attribute is always empty. */
export function attributesFile(attributes: readonly AttributeDefinition[], identity: ModuleIdentity): string {
  const sorted = [...attributes].sort((left, right) => compareIdns(left.idn, right.idn));
  return renderYaml(
    { attributes: sorted.map((attribute) => attributeEntry(attribute, identity)) },
    { foldedKeys },
  );
}

function attributeEntry(attribute: AttributeDefinition, identity: ModuleIdentity): YamlObject {
  return {
    idn: attribute.idn,
    value: attribute.secret ? "" : attribute.defaultValue,
    title: attribute.title,
    description: attribute.description,
    group: groupOf(identity),
    is_hidden: attribute.hidden,
    possible_values: attribute.possibleValues,
    value_type: new EnumValue(`ValueType.${attribute.valueType.toUpperCase()}`),
  };
}
