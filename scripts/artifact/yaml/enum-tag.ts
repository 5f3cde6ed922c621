/**
 * The tag the platform puts on the type of an attribute: `!enum "ValueType.STRING"`
 * (docs/platform.md, "Attribute files").
 */
import { Scalar, type ScalarTag } from "yaml";

/** A value written with the tag `!enum`. */
export class EnumValue {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Reads and writes `!enum`; its text is always double-quoted. */
export const enumTag: ScalarTag = {
  tag: "!enum",
  identify: (value) => value instanceof EnumValue,
  resolve: (text) => new EnumValue(text),
  stringify: ({ value }) => JSON.stringify(value instanceof EnumValue ? value.text : value),
  createNode: (_schema, value) => new Scalar(value),
};
