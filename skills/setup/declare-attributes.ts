/** Step 1 of the publish hook: attributes appear in the Builder, and have a value where they need one. */
import { attributeGroup, attributes, locationId, moduleVersion } from "../../attributes/index.ts";
import type { AttributeDefinition, SkillContext } from "#sdk";
import { readSetting } from "../domain/settings.ts";

/**
 * Writes the metadata of every attribute, and the default of those that hold no value in either namespace.
 * A value that exists is never changed. The value goes first: whether writing metadata creates an attribute
 * is not documented (docs/platform.md, "Metadata without an attribute").
 */
export function declareAttributes(ctx: SkillContext): string {
  const isFirstTime = readSetting(ctx, moduleVersion.idn) === "";
  for (const attribute of attributes) {
    if (attribute.defaultValue !== "" && readSetting(ctx, attribute.idn) === "") {
      ctx.setCustomerAttribute(attribute.idn, attribute.defaultValue);
    }
    // Later on, the location is declared by the discovery of its choices, which must not be lost before.
    if (isFirstTime || attribute.idn !== locationId.idn) {
      declareAttribute(ctx, attribute, attribute.possibleValues);
    }
  }
  return `Attributes: ${attributes.length} declared in the group ${attributeGroup}`;
}

/**
 * Writes the metadata of one attribute.
 *
 * @param possibleValues the choices of an enum
 */
export function declareAttribute(
  ctx: SkillContext,
  attribute: AttributeDefinition,
  possibleValues: readonly string[],
): void {
  ctx.setCustomerMetadata(attribute.idn, {
    title: attribute.title,
    description: attribute.description,
    group: attributeGroup,
    value_type: attribute.valueType,
    possible_values: possibleValues,
    is_hidden: attribute.hidden,
  });
}
