/** Step 1 of the publish hook: attributes appear in the Builder, and have a value where they need one. */
import { attributeGroup, attributes, locationId } from "../../attributes/index.ts";
import type { AttributeDefinition, SkillContext } from "#sdk";
import { readSetting } from "../domain/settings.ts";
import { definitionsVersion } from "../../attributes/version.ts";

/** The persona attribute that remembers which choices the location has, and of which version its declaration is. */
const offeredField = "altegio_offered_locations";

/** What the step did. */
export interface AttributesStep {
  /** For the set-up status. */
  readonly line: string;
  /** What the attributes that have a default hold now: none is empty. */
  readonly settings: readonly SettingValue[];
}

/** An attribute as it was read. */
export interface SettingValue {
  readonly idn: string;
  readonly value: string;
}

/** The value of a setting that was read; "" for one that was not. */
export function valueOf(settings: readonly SettingValue[], idn: string): string {
  return settings.find((setting) => setting.idn === idn)?.value ?? "";
}

/**
 * Writes the default of the attributes that hold no value in either namespace, and the metadata of all once a version:
 * it is a heavy operation (docs/platform.md, "Metadata"). A value that exists is never changed. The value goes first:
 * whether writing metadata creates an attribute is not documented (docs/platform.md, "Metadata without an attribute").
 *
 * @param before the version the account was last set up by, "" for none
 */
export function declareAttributes(ctx: SkillContext, before: string): AttributesStep {
  const isDeclared = before === definitionsVersion;
  const settings: SettingValue[] = [];
  for (const attribute of attributes) {
    if (attribute.defaultValue !== "") {
      const stored = readSetting(ctx, attribute.idn);
      if (stored === "") {
        ctx.setCustomerAttribute(attribute.idn, attribute.defaultValue);
      }
      settings.push({ idn: attribute.idn, value: stored !== "" ? stored : attribute.defaultValue });
    }
    // Later on, the location is declared by the discovery of its choices, which must not be lost before.
    if (!isDeclared && (before === "" || attribute.idn !== locationId.idn)) {
      declareAttribute(ctx, attribute, attribute.possibleValues);
    }
  }
  if (before === "") {
    ctx.setPersonaAttribute(offeredField, "");
  }
  const when = isDeclared ? `, as declared before for version ${before}` : "";
  return {
    line: `Attributes: ${attributes.length} declared in the group ${attributeGroup}${when}`,
    settings,
  };
}

/**
 * Writes the metadata of one attribute.
 *
 * @param possibleValues the choices of an enum
 */
function declareAttribute(
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

/** Offers these choices in the attribute of the location; nothing is written where they stand there already. */
export function offerLocations(ctx: SkillContext, labels: readonly string[]): void {
  const offered = [definitionsVersion, ...labels].join("\n");
  if (ctx.getPersonaAttribute(offeredField) !== offered) {
    declareAttribute(ctx, locationId, labels);
    ctx.setPersonaAttribute(offeredField, offered);
  }
}
