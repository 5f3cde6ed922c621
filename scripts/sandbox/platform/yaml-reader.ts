/** Reads the YAML files of an artifact; every complaint names the file and the place in it. */
import { parseDocument } from "yaml";
import { refuseDeepYaml } from "../../model/yaml-depth.ts";
import { InstallError } from "./install-error.ts";

/** `!enum "ValueType.STRING"` gives the text (docs/platform.md, "Attribute files"). */
const enumTag = { tag: "!enum", resolve: (text: string) => text };

/** A value somewhere in a YAML file, read step by step. */
export class YamlNode {
  readonly #value: unknown;
  readonly #place: string;

  /** @param place file and path, for messages */
  constructor(value: unknown, place: string) {
    this.#value = value;
    this.#place = place;
  }

  /** True for a missing key and for null. */
  get isNull(): boolean {
    return this.#value === undefined || this.#value === null;
  }

  /** The value of a key; may be missing. @throws InstallError when this is not a mapping */
  get(key: string): YamlNode {
    if (typeof this.#value !== "object" || this.#value === null || Array.isArray(this.#value)) {
      throw this.#wrong("a mapping");
    }
    return new YamlNode((this.#value as Record<string, unknown>)[key], `${this.#place}: ${key}`);
  }

  /** @throws InstallError when this is not a list */
  list(): YamlNode[] {
    if (!Array.isArray(this.#value)) {
      throw this.#wrong("a list");
    }
    return this.#value.map((item, index) => new YamlNode(item, `${this.#place}[${String(index)}]`));
  }

  /** @throws InstallError when this is not text */
  text(): string {
    if (typeof this.#value !== "string") {
      throw this.#wrong("text");
    }
    return this.#value;
  }

  /** @throws InstallError when this is neither true nor false */
  flag(): boolean {
    if (typeof this.#value !== "boolean") {
      throw this.#wrong("true or false");
    }
    return this.#value;
  }

  /** @throws InstallError when this is not one of the words */
  oneOf(words: readonly string[]): string {
    if (typeof this.#value !== "string" || !words.includes(this.#value)) {
      throw this.#wrong(words.join(" or "));
    }
    return this.#value;
  }

  #wrong(expected: string): InstallError {
    return new InstallError([`${this.#place}: expected ${expected}`]);
  }
}

/**
 * Parses a YAML file of an artifact.
 *
 * @throws InstallError with file, line and column when the text is not YAML
 */
export function readYaml(file: string, text: string): YamlNode {
  try {
    refuseDeepYaml(text);
  } catch (thrown) {
    throw new InstallError([`${file}: ${thrown instanceof Error ? thrown.message : String(thrown)}`]);
  }
  const document = parseDocument(text, { customTags: [enumTag] });
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0) {
    throw new InstallError(problems.map((problem) => `${file}: ${problem.message.split("\n")[0] ?? ""}`));
  }
  return new YamlNode(document.toJS(), file);
}
