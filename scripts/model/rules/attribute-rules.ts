/** Rules about attributes that a schema cannot say. */
import type { AttributeDefinition } from "../../sdk/definition.ts";
import { catalogue } from "../problem-catalogue.ts";
import { showValue } from "../show-value.ts";
import { repeated, type Placed, type RuleContext } from "./rule-context.ts";

const owner = "module";

/** Checks a list of attributes: each idn once, defaults of the right form, nothing contradictory. */
export function checkAttributes(list: readonly Placed<AttributeDefinition>[], context: RuleContext): void {
  for (const { value, path } of repeated(list, ({ idn }) => idn)) {
    context.report(catalogue.duplicateAttribute, [...path, "idn"], { owner, idn: value.idn });
  }
  for (const element of list) {
    checkDefault(element, context);
    checkPossibleValues(element, context);
    if (element.value.required && element.value.owner === "module") {
      context.report(catalogue.requiredOfModule, [...element.path, "required"], {
        owner,
        idn: element.value.idn,
      });
    }
  }
}

function checkDefault({ value, path }: Placed<AttributeDefinition>, context: RuleContext): void {
  const { idn, defaultValue, valueType, possibleValues } = value;
  const at = [...path, "defaultValue"];
  if (defaultValue === "") {
    return;
  }
  const actual = showValue(defaultValue);
  if (value.secret) {
    // The value itself stays out of the message: it may be a real credential.
    context.report(catalogue.secretWithDefault, at, { owner, idn });
  } else if (valueType === "bool" && defaultValue !== "True" && defaultValue !== "False") {
    context.report(catalogue.badBoolDefault, at, { owner, idn, actual });
  } else if (valueType === "number" && !/^-?\d+(\.\d+)?$/u.test(defaultValue)) {
    context.report(catalogue.badNumberDefault, at, { owner, idn, actual });
  } else if (valueType === "json" && !isJson(defaultValue)) {
    context.report(catalogue.badJsonDefault, at, { owner, idn });
  } else if (valueType === "enum" && possibleValues.length > 0 && !possibleValues.includes(defaultValue)) {
    context.report(catalogue.defaultNotPossible, at, { owner, idn, actual });
  }
}

function checkPossibleValues({ value, path }: Placed<AttributeDefinition>, context: RuleContext): void {
  const { idn, valueType, possibleValues } = value;
  const at = [...path, "possibleValues"];
  for (const twice of new Set(possibleValues.filter((one, index) => possibleValues.indexOf(one) < index))) {
    context.report(catalogue.duplicatePossibleValue, at, { owner: `attribute "${idn}"`, idn: twice });
  }
  if (possibleValues.length > 0 && valueType !== "enum") {
    context.report(catalogue.possibleValuesWithoutEnum, at, { owner, idn, valueType });
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
