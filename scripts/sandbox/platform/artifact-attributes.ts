/** Reads an `attributes.yaml` of an artifact. */
import type { ArtifactTree } from "../../model/types.ts";
import { InstallError } from "./install-error.ts";
import type { StoredMetadata } from "./attribute-store.ts";
import { readYaml, type YamlNode } from "./yaml-reader.ts";

/** An attribute as the artifact declares it; `value` is the default. */
export interface DeclaredAttribute {
  readonly idn: string;
  readonly value: string;
  readonly metadata: StoredMetadata;
}

const valueTypes = ["string", "number", "bool", "enum", "json"];

/**
 * The attributes of a file, in its order; none when the file does not exist. Both spellings of the type,
 * `ValueType.BOOL` and `AttributeValueTypes.bool`, are read (docs/platform.md, "Attribute files").
 *
 * @throws InstallError naming the file and the attribute
 */
export function readAttributes(tree: ArtifactTree, file: string): DeclaredAttribute[] {
  const text = tree.get(file);
  if (text === undefined) {
    return [];
  }
  const attributes = readYaml(file, text)
    .get("attributes")
    .list()
    .map((node) => readAttribute(node, file));
  const idns = attributes.map(({ idn }) => idn);
  const twice = idns.find((idn, index) => idns.indexOf(idn) !== index);
  if (twice !== undefined) {
    throw new InstallError([`${file}: attribute ${twice} is declared twice`]);
  }
  return attributes;
}

function readAttribute(node: YamlNode, file: string): DeclaredAttribute {
  const idn = node.get("idn").text();
  const written = node.get("value_type").text();
  const type = /^(?:ValueType|AttributeValueTypes)\.(\w+)$/.exec(written)?.[1]?.toLowerCase() ?? "";
  if (!valueTypes.includes(type)) {
    throw new InstallError([`${file}: ${idn}: unknown value type ${written}`]);
  }
  return {
    idn,
    value: node.get("value").text(),
    metadata: {
      title: node.get("title").text(),
      description: node.get("description").text(),
      group: node.get("group").text(),
      is_hidden: node.get("is_hidden").flag(),
      possible_values: node
        .get("possible_values")
        .list()
        .map((value) => value.text()),
      value_type: type,
    },
  };
}
