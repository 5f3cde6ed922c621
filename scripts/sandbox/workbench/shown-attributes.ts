/** The attributes of an account as the Builder's form has them. */
import type { AttributeDefinition } from "../../sdk/definition.ts";
import type { Sandbox } from "../platform/index.ts";
import type { AttributeShown } from "./protocol.ts";

/**
 * Those of the module, also before its first publish has declared them, then all others. The value of a secret stays
 * here.
 */
export function shownAttributes(
  { account }: Sandbox,
  declared: readonly AttributeDefinition[],
): AttributeShown[] {
  const { customer } = account;
  const own = declared.map((attribute): AttributeShown => {
    const { idn, secret: isSecret } = attribute;
    const { value = "", metadata } = customer.find(idn) ?? {};
    return {
      ...{ idn, isSecret, owner: attribute.owner },
      title: attribute.title,
      description: attribute.description,
      isHidden: metadata?.is_hidden ?? attribute.hidden,
      type: attribute.valueType,
      group: metadata?.group ?? "",
      choices: metadata === undefined ? attribute.possibleValues : metadata.possible_values,
      value: isSecret ? "" : value,
      isSet: value !== "",
    };
  });
  const known = new Set(declared.map(({ idn }) => idn));
  const others = customer.idns
    .filter((idn) => !known.has(idn))
    .map((idn): AttributeShown => {
      const { value = "", metadata } = customer.find(idn) ?? {};
      return {
        ...{ idn, isSecret: false, owner: "account", isHidden: true, value, isSet: value !== "" },
        title: metadata?.title === "" ? idn : (metadata?.title ?? idn),
        description: metadata?.description ?? "",
        type: metadata?.value_type ?? "string",
        group: metadata?.group ?? "",
        choices: metadata?.possible_values ?? [],
      };
    });
  return [...own, ...others];
}
