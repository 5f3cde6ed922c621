/**
 * Writes plain data as YAML in the style of the platform's files: two blanks of indentation, lists indented under
 * their key, keys in the order given (docs/platform.md, "YAML style").
 */
import { Document, Pair, Scalar, YAMLMap, YAMLSeq, type Node, type ScalarTag, type Tags } from "yaml";
import { EnumValue, enumTag } from "./enum-tag.ts";
import { scalarText } from "./scalar-text.ts";

/** What the platform's files consist of. */
export type YamlValue = string | boolean | null | EnumValue | readonly YamlValue[] | YamlObject;

/** A mapping; its keys are written in their own order. */
export interface YamlObject {
  readonly [key: string]: YamlValue;
}

/** How a document is written. */
export interface RenderYamlOptions {
  /** The keys whose long values are folded; the platform leaves names and titles on one line. */
  readonly foldedKeys: ReadonlySet<string>;
}

/** Renders a document, ending in one line break. Throws for text that cannot be written (see `scalarStyle`). */
export function renderYaml(value: YamlValue, options: RenderYamlOptions): string {
  const texts = new WeakMap<Scalar, TextPlace>();
  const textTag: ScalarTag = {
    tag: "tag:yaml.org,2002:str",
    default: true,
    identify: (candidate) => typeof candidate === "string",
    resolve: (text) => text,
    stringify: (scalar, context) => {
      const place = texts.get(scalar as Scalar);
      const text = String(scalar.value);
      if (place === undefined) {
        return text;
      }
      const column = Math.max(0, context.indent.length - 2) + place.offset;
      return scalarText(text, { column, indent: context.indent, foldable: place.foldable });
    },
  };
  const document = new Document(null, {
    version: "1.1",
    customTags: (tags) => [textTag, enumTag, ...tags.filter((tag) => !claimsText(tag))],
  });
  document.contents = nodeOf(value, { offset: 0, foldable: false }, options, texts);
  return document.toString({ lineWidth: 0, indent: 2, indentSeq: true, nullStr: "null" });
}

/** The merge tag takes the text `<<` for itself and would write it without quotes. */
function claimsText(tag: Tags[number]): boolean {
  return typeof tag === "object" && tag.identify !== undefined && tag.identify("<<");
}

/** Where in its line a text starts, counted from the indentation of the collection it is in. */
interface TextPlace {
  readonly offset: number;
  readonly foldable: boolean;
}

function nodeOf(
  value: YamlValue,
  place: TextPlace,
  options: RenderYamlOptions,
  texts: WeakMap<Scalar, TextPlace>,
): Node {
  if (isList(value)) {
    const list = new YAMLSeq();
    list.items = value.map((item) => nodeOf(item, { ...place, offset: 2 }, options, texts));
    list.flow = list.items.length === 0;
    return list;
  }
  if (value instanceof EnumValue) {
    const scalar = new Scalar(value);
    scalar.tag = enumTag.tag;
    return scalar;
  }
  if (typeof value === "object" && value !== null) {
    const map = new YAMLMap();
    map.items = Object.entries(value).map(([key, member]) => {
      const inside = { offset: key.length + 2, foldable: options.foldedKeys.has(key) };
      return new Pair<Node, Node>(new Scalar(key), nodeOf(member, inside, options, texts));
    });
    return map;
  }
  const scalar = new Scalar(value);
  if (typeof value === "string") {
    texts.set(scalar, place);
  }
  return scalar;
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}
