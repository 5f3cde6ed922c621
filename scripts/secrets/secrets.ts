/** Takes secrets out of whatever is about to be recorded or shown. */
import { allForms, inOneLine, plainForms, signsOf } from "./forms.ts";

const mark = "[secret]";
/** Shorter secrets are only recognised as a whole: their letters would occur in ordinary text. */
const shortest = 4;
/** Texts whose form without secrets is remembered: the same ones, among them long ones, are recorded again and again. */
const mostKnown = 500;

/** The values that must never be recorded, and the knowledge of what an `Authorization` header is. */
export class Secrets {
  readonly #values = new Set<string>();
  readonly #known = new Map<string, string>();
  #inText: RegExp | null = null;
  #inPieces: RegExp | null = null;
  #signs: readonly string[] = [];

  /** From now on this text is a secret, without the blanks around it; empty text is none. */
  add(value: string): void {
    const text = value.trim();
    if (text === "" || this.#values.has(text)) {
      return;
    }
    this.#values.add(text);
    this.#known.clear();
    // The longest comes first: a secret may be a part of another.
    const secrets = [...this.#values]
      .filter((secret) => secret.length >= shortest)
      .sort((a, b) => b.length - a.length);
    if (secrets.length > 0) {
      this.#inText = new RegExp(secrets.map(plainForms).join("|"), "giu");
      this.#inPieces = new RegExp(secrets.map(allForms).join("|"), "giu");
      this.#signs = secrets.flatMap(signsOf);
    }
  }

  /**
   * A copy of a JSON-like value with `[secret]` for every secret: in texts, keys, nested values and JSON inside
   * text, plain, escaped, percent-encoded, in Base64 or broken into lines, and for every `Authorization` header and bearer token.
   * `{"$uuid": text}` becomes the text.
   */
  redact(value: unknown): unknown {
    if (typeof value === "string") {
      return this.text(value);
    }
    if (typeof value === "number") {
      return this.#values.has(String(value)) ? mark : value;
    }
    if (Array.isArray(value)) {
      return value.map((item) => this.redact(item));
    }
    if (typeof value === "object" && value !== null) {
      return this.#record(value as Readonly<Record<string, unknown>>);
    }
    return value;
  }

  /** `redact` for text. */
  text(value: string): string {
    if (this.#values.has(value.trim())) {
      return mark;
    }
    const known = this.#known.get(value);
    if (known !== undefined) {
      return known;
    }
    const redacted = this.#plainText(this.#jsonText(value));
    if (this.#known.size >= mostKnown) {
      this.#known.clear();
    }
    this.#known.set(value, redacted);
    return redacted;
  }

  #record(value: Readonly<Record<string, unknown>>): unknown {
    const keys = Object.keys(value);
    if (keys.length === 1 && typeof value["$uuid"] === "string") {
      return value["$uuid"];
    }
    return Object.fromEntries(
      keys.map((key) => [
        this.text(key),
        key.toLowerCase() === "authorization" ? mark : this.redact(value[key]),
      ]),
    );
  }

  /** JSON in a text is redacted as a value, so that a header is found whatever its token looks like. */
  #jsonText(value: string): string {
    if (!/^\s*[[{]/.test(value)) {
      return value;
    }
    try {
      const parsed: unknown = JSON.parse(value);
      const redacted = this.redact(parsed);
      return JSON.stringify(redacted) === JSON.stringify(parsed) ? value : laidOutAs(value, redacted);
    } catch {
      return value;
    }
  }

  #withoutPieces(value: string): string {
    const line = inOneLine(value);
    return this.#inPieces !== null && this.#signs.some((sign) => line.includes(sign))
      ? value.replace(this.#inPieces, mark)
      : value;
  }

  #plainText(value: string): string {
    return this.#withoutPieces(this.#inText === null ? value : value.replace(this.#inText, mark))
      .replace(/(\bauthorization["']?\s*[:=]\s*["']?)[^"'\n]+/gi, `$1${mark}`)
      .replace(/\bBearer\s+[^\s"',]+/g, mark);
  }
}

/** JSON of a value with the indentation and the end of the text it stands in for. */
function laidOutAs(text: string, value: unknown): string {
  const [, indentation = ""] = /^\s*[[{]\n( +)/u.exec(text) ?? [];
  const [end = ""] = /\s*$/u.exec(text) ?? [];
  return `${JSON.stringify(value, null, indentation)}${end}`;
}
