/**
 * Decides how a text is written in YAML so that every reader in use gives it back unchanged: PyYAML on the
 * platform (YAML 1.1), js-yaml in the vendor's client (mostly 1.2), `yaml` here
 * (docs/platform.md, "YAML style").
 */
import { parseDocument } from "yaml";

/** The notations of a scalar. */
export type ScalarStyle = "plain" | "double" | "single" | "literal";

/** Chooses the notation of `text`. Throws when it holds half of a surrogate pair, which is no text. */
export function scalarStyle(text: string): ScalarStyle {
  if (/\p{Surrogate}/u.test(text)) {
    throw new Error(`Text with half of a surrogate pair cannot be written: ${JSON.stringify(text)}`);
  }
  if (/[^\P{Cc}\n]|[\u2028\u2029\ufeff\ufffe\uffff]/u.test(text)) {
    return "double";
  }
  if (text.includes("\n")) {
    return isLiteralSafe(text) ? "literal" : "double";
  }
  if (isPlainSafe(text)) {
    return "plain";
  }
  return isJsonLike(text) ? "single" : "double";
}

/** The platform's files write text with a quote and a bracket, that is JSON, in single quotes. */
function isJsonLike(text: string): boolean {
  return text.includes('"') && /[[{]/u.test(text);
}

/** A block keeps lines as they are, but blanks at the ends of lines and at the start are easily lost. */
function isLiteralSafe(text: string): boolean {
  return !/^\s|[ \t]\n|[ \t]$|\n\n$/u.test(text);
}

function isPlainSafe(text: string): boolean {
  const hasIndicator =
    /^[#,[\]{}&*!|>'"%@`]|^[-?:]( |$)|^(---|\.\.\.)/u.test(text) || /: |:$| #|^\s|\s$/u.test(text);
  return text !== "" && !hasIndicator && !isTypedInPyYaml(text) && (isWord(text) || readsAsItself(text));
}

/** Names and paths, most of what an artifact holds: without a mark of YAML's there is nothing to ask a parser. */
function isWord(text: string): boolean {
  return /^[a-z_][\w./-]*$/iu.test(text);
}

/**
 * Text that PyYAML's resolver or js-yaml's gives another type. The parser asked below covers most of it, but not
 * the forms that only these two know.
 */
function isTypedInPyYaml(text: string): boolean {
  return (
    /^(<<|=|~|null|y|n|yes|no|true|false|on|off)$/iu.test(text) ||
    /^[-+]?(0b[01_]+|0o?[0-7_]+|0x[\da-f_]+|[\d][\d_]*|\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?)$/iu.test(text) ||
    /^[-+]?(\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(e[-+]?\d+)?$/iu.test(text) ||
    /^[-+]?\.inf$|^\.nan$/iu.test(text) ||
    /^\d{4}-\d\d?-\d\d?($|[Tt]|\s)/u.test(text)
  );
}

function readsAsItself(text: string): boolean {
  return (["1.1", "1.2"] as const).every((version) => {
    const document = parseDocument(`key: ${text}\n`, { version, prettyErrors: false });
    return document.errors.length === 0 && document.get("key") === text;
  });
}
