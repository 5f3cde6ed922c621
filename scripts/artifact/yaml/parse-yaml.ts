/** Reads the platform's YAML, `!enum` included, as the platform does (YAML 1.1) or as newer readers do (1.2). */
import { parseDocument } from "yaml";
import { enumTag } from "./enum-tag.ts";
import { refuseDeepYaml } from "../../model/yaml-depth.ts";

/** The data of a document. Throws an Error that names the first thing wrong with it. */
export function parseYaml(text: string, version: "1.1" | "1.2" = "1.1"): unknown {
  refuseDeepYaml(text);
  const document = parseDocument(text, {
    version,
    customTags: (tags) => [...tags, enumTag],
    prettyErrors: false,
  });
  const [first] = [...document.errors, ...document.warnings];
  if (first !== undefined) {
    throw new Error(first.message);
  }
  return document.toJS();
}
