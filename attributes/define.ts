/**
 * The kinds of attributes. A definition says how it is called and what differs from its kind; the rest is said here.
 * All are hidden, as on the vendor's set-up page, and no choices are known before the publish hook has run.
 *
 * Handlers are compiled with these functions: each is one expression, and its type keeps the texts that handlers ask
 * for, so that `bookingEnabled.idn` is a constant to them.
 */
import type { AttributeDefinition, AttributeValueType } from "#sdk";

/** How an attribute is called. */
export interface Named<Idn extends string> {
  readonly idn: Idn;
  readonly title: string;
  readonly description: string;
}

/** What is said of a setting. */
export interface SettingOptions<Idn extends string, Value extends string> extends Named<Idn> {
  readonly valueType: AttributeValueType;
  /** The value written at publish when nothing is stored; "" writes nothing. */
  readonly defaultValue: Value;
  /** The module cannot work without it. */
  readonly required: boolean;
}

/** A value the Builder user enters or chooses. */
export function defineSetting<const Idn extends string, const Value extends string>(
  own: SettingOptions<Idn, Value>,
) {
  return {
    ...own,
    possibleValues: [],
    hidden: true,
    owner: "user",
    secret: false,
  } as const satisfies AttributeDefinition;
}

/** A feature the Builder user may switch off. Booleans are text on the platform: `True` and `False`. */
export function defineSwitch<const Idn extends string>(own: Named<Idn>) {
  return {
    ...own,
    valueType: "bool",
    defaultValue: "True",
    possibleValues: [],
    required: false,
    hidden: true,
    owner: "user",
    secret: false,
  } as const satisfies AttributeDefinition;
}

/** What is said of a token. */
export interface TokenOptions<Idn extends string> extends Named<Idn> {
  /** The module cannot work without it. */
  readonly required: boolean;
}

/** A credential: never logged, traced, shown to the model or written to the artifact. */
export function defineToken<const Idn extends string>(own: TokenOptions<Idn>) {
  return {
    ...own,
    valueType: "string",
    defaultValue: "",
    possibleValues: [],
    hidden: true,
    owner: "user",
    secret: true,
  } as const satisfies AttributeDefinition;
}

/** What is said of something the module keeps. */
export interface StateOptions<Idn extends string> extends Named<Idn> {
  readonly valueType: AttributeValueType;
}

/** Something the module keeps for itself; the Builder user only reads it. */
export function defineState<const Idn extends string>(own: StateOptions<Idn>) {
  return {
    ...own,
    defaultValue: "",
    possibleValues: [],
    required: false,
    hidden: true,
    owner: "module",
    secret: false,
  } as const satisfies AttributeDefinition;
}
