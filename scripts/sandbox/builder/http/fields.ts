/** Reads the fields of a JSON body; what is missing or of another type is a 422 that names it. */
import { Refusal } from "./refusal.ts";

/** An object of a body. */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>;

  /** @throws Refusal when the value is no object */
  constructor(value: unknown) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw Refusal.invalid("The body has to be a JSON object.");
    }
    this.#values = value as Record<string, unknown>;
  }

  /** Whether the field is there at all. */
  has(name: string): boolean {
    return this.#values[name] !== undefined;
  }

  /** Text that has to be there and not empty. */
  text(name: string): string {
    const value = this.#values[name];
    if (typeof value !== "string" || value === "") {
      throw Refusal.invalid(`"${name}" has to be text.`);
    }
    return value;
  }

  /** An idn: text of letters, digits, "_", "-" and ".", since it names files. */
  idn(name = "idn"): string {
    const value = this.text(name);
    if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/u.test(value)) {
      throw Refusal.invalid(`"${name}" has to be a name of letters, digits, "_", "-" and ".".`);
    }
    return value;
  }

  /** Text; a default for a field that is missing or null. */
  textOr<T extends string | null>(name: string, otherwise: T): string | T {
    const value = this.#values[name] ?? otherwise;
    if (value !== null && typeof value !== "string") {
      throw Refusal.invalid(`"${name}" has to be text.`);
    }
    return value as string | T;
  }

  /** true or false; a default for a field that is missing. */
  flagOr(name: string, otherwise: boolean): boolean {
    const value = this.#values[name] ?? otherwise;
    if (typeof value !== "boolean") {
      throw Refusal.invalid(`"${name}" has to be true or false.`);
    }
    return value;
  }

  /** A number; a default for a field that is missing. */
  numberOr(name: string, otherwise: number): number {
    const value = this.#values[name] ?? otherwise;
    if (typeof value !== "number") {
      throw Refusal.invalid(`"${name}" has to be a number.`);
    }
    return value;
  }

  /** One of some words. */
  oneOf(name: string, words: readonly string[]): string {
    const value = this.text(name);
    if (!words.includes(value)) {
      throw Refusal.invalid(`"${name}" has to be ${words.join(" or ")}.`);
    }
    return value;
  }

  /** Objects; none for a field that is missing. */
  list(name: string): Fields[] {
    return listOf(this.#values[name], name).map((item) => new Fields(item));
  }

  /** Texts; none for a field that is missing. */
  texts(name: string): string[] {
    return listOf(this.#values[name], name).map((item) => {
      if (typeof item !== "string") {
        throw Refusal.invalid(`"${name}" has to be a list of texts.`);
      }
      return item;
    });
  }

  /** An object that has to be there. */
  object(name: string): Fields {
    return new Fields(this.#values[name]);
  }
}

function listOf(value: unknown, name: string): readonly unknown[] {
  if (value !== undefined && value !== null && !Array.isArray(value)) {
    throw Refusal.invalid(`"${name}" has to be a list.`);
  }
  return value ?? [];
}
