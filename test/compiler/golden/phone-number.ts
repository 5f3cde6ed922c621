/**
 * Phone number
 *
 * Regular expressions and what a match may lack.
 *
 * @run {"input": "+49 (30) 123-456 ext. 7"}
 * @run {"input": "none"}
 */
export function main(text: string): string[] {
  const parts = text.match(/^\+([0-9]+)(?: ext\. ([0-9]+))?/u);
  const country = parts?.[1] ?? "";
  const digits = text.replace(/[^0-9]/gu, "");
  return [country, digits, /ext/u.test(text) ? "extension" : "direct"];
}
