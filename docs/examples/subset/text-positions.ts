/**
 * Positions in texts
 *
 * Positions and lengths count as in JavaScript: an emoji is two.
 *
 * @run {"input": "2026-11-30"}
 * @run {"input": "\ud83d\ude00-\u00e9"}
 */
export function main(text: string): string[] {
  const year = text.slice(0, 4);
  const dash = text.indexOf("-");
  return [year, text.slice(-2), `${dash}`, `${text.length}`];
}
