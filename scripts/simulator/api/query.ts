/** Query parameters, with PHP's `name[]` lists. */
import { invalidFields } from "./errors.ts";
import { isDate } from "./zone-time.ts";

/** Reads a query string. Names and values may be percent-encoded (`service_ids%5B%5D=1`). */
export class Query {
  readonly #params: URLSearchParams;

  constructor(search: string) {
    this.#params = new URLSearchParams(search);
  }

  /** The value of a parameter; "" when it is absent. */
  text(name: string): string {
    return this.#params.get(name) ?? "";
  }

  /** A whole number; null when absent or empty. Throws a 422 refusal for anything else. */
  integer(name: string): number | null {
    const text = this.text(name);
    if (text === "") {
      return null;
    }
    if (!/^-?\d+$/.test(text)) {
      throw invalidFields({ [name]: "The value must be an integer" });
    }
    return Number(text);
  }

  /**
   * The first of several synonyms that is given (staff_id, team_member_id, master_id;
   * docs/altegio-api.md, "Parameters of a query").
   */
  firstInteger(...names: readonly string[]): number | null {
    for (const name of names) {
      const value = this.integer(name);
      if (value !== null) {
        return value;
      }
    }
    return null;
  }

  /** A `YYYY-MM-DD`; "" when absent. Throws a 422 refusal for anything else. */
  date(name: string): string {
    const text = this.text(name);
    if (text !== "" && !isDate(text)) {
      throw invalidFields({ [name]: "The value must be a date" });
    }
    return text;
  }

  /**
   * The integers of `name[]=1&name[]=2`, empty when absent. A bare `name=1` is no list for PHP and would be
   * ignored in silence, so it is refused here, as is a value that is no integer
   * (docs/altegio-api.md, "Query parameters").
   */
  integers(name: string): readonly number[] {
    if (this.#params.has(name)) {
      throw invalidFields({ [name]: "The value must be an array" });
    }
    return this.#params.getAll(`${name}[]`).map((text) => {
      if (!/^\d+$/.test(text)) {
        throw invalidFields({ [name]: "The values must be integers" });
      }
      return Number(text);
    });
  }

  /** Every parameter in order of arrival, decoded. */
  entries(): readonly (readonly [string, string])[] {
    return [...this.#params.entries()];
  }
}
