/** Takes keys and tokens out of whatever is shown. */

/** What stands for a secret. */
const mark = "[secret]";

/** Knows the secrets of a connection. */
export class Redactor {
  readonly #secrets: string[];

  constructor(secrets: readonly string[]) {
    this.#secrets = secrets.filter((secret) => secret !== "");
  }

  /** From now on this is a secret. */
  add(secret: string): void {
    this.#secrets.push(secret);
  }

  /** The text without secrets, as they are and as they stand in an address or in JSON. */
  text(text: string): string {
    return this.#secrets
      .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
      .reduce((result, secret) => result.replaceAll(secret, mark), text)
      .replace(/\bBearer\s+[^\s"',]+/giu, `Bearer ${mark}`);
  }
}
