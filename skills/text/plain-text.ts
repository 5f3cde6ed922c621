/** Makes what other people have typed or said fit for an instruction to the agent. */

/**
 * One line without brackets that the platform would take for a reference to an attribute, such as that of a token, or
 * for a part of a template.
 */
export function plainText(text: string): string {
  return text
    .replace(/[^!-~\u00a0-\u2027\u202a-\u{10ffff}]+/gu, " ")
    .replace(/[[{]+/gu, "(")
    .replace(/[\]}]+/gu, ")")
    .trim();
}
