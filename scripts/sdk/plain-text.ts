/** Makes what other people have typed or said fit for the agent. Written in the handlers' subset. */

/**
 * One line without brackets that the platform would take for a reference to an attribute, such as that of a token, or
 * for a part of a template (docs/platform.md, "Intents and scenarios").
 */
export function plainText(text: string): string {
  return text
    .replace(/[^!-~\u00a0-\u2027\u202a-\u{10ffff}]+/gu, " ")
    .replace(/[[{]+/gu, "(")
    .replace(/[\]}]+/gu, ")")
    .trim();
}
