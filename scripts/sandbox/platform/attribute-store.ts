/** The attributes of a customer or a project: text values with their metadata. */

/** Everything about an attribute but its value (docs/platform.md, "Values"). */
export interface StoredMetadata {
  readonly title: string;
  readonly description: string;
  readonly group: string;
  readonly is_hidden: boolean;
  readonly possible_values: readonly string[];
  readonly value_type: string;
}

/** An attribute: its value is text even when its type is a number or JSON. */
export interface StoredAttribute {
  readonly value: string;
  readonly metadata: StoredMetadata;
}

/** What an attribute has that was never described. */
const emptyMetadata: StoredMetadata = {
  title: "",
  description: "",
  group: "",
  is_hidden: false,
  possible_values: [],
  value_type: "string",
};

/** A set of attributes, in the order they were created. */
export class AttributeStore {
  readonly #attributes = new Map<string, StoredAttribute>();
  readonly #onValue: (idn: string, value: string) => void;

  /** @param onValue sees every value before it is stored */
  constructor(onValue: (idn: string, value: string) => void) {
    this.#onValue = onValue;
  }

  /** The names of all attributes. */
  get idns(): string[] {
    return [...this.#attributes.keys()];
  }

  /** The attribute; undefined when it does not exist. */
  find(idn: string): StoredAttribute | undefined {
    return this.#attributes.get(idn);
  }

  /** The value; "" when there is none (docs/platform.md, "Values"). */
  value(idn: string): string {
    return this.#attributes.get(idn)?.value ?? "";
  }

  /** Stores a value; metadata stays. */
  setValue(idn: string, value: string): void {
    this.#onValue(idn, value);
    this.#attributes.set(idn, { value, metadata: this.find(idn)?.metadata ?? emptyMetadata });
  }

  /**
   * Stores metadata; the value stays. An attribute that does not exist is created empty: whether the platform
   * does so is not documented (docs/platform.md, "Metadata without an attribute").
   */
  setMetadata(idn: string, change: Partial<StoredMetadata>): void {
    const known = this.find(idn) ?? { value: "", metadata: emptyMetadata };
    this.#attributes.set(idn, { value: known.value, metadata: { ...known.metadata, ...change } });
  }

  /** Removes the attribute with its metadata. */
  delete(idn: string): void {
    this.#attributes.delete(idn);
  }
}
