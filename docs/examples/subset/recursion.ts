/**
 * Functions that call themselves
 *
 * A function declared at module level may call itself, directly or through others; so may one that waits, and one inside of
 * another that changes no number or text around it. A hundred calls deep is tried; deeper than the platform goes, the skill
 * stops with an error.
 *
 * @run {"input": {"title": "Hair", "parts": [{"title": "Cut", "parts": []}, {"title": "Colour", "parts": [{"title": "Roots", "parts": []}]}]}}
 */
interface Category {
  readonly title: string;
  readonly parts: readonly Category[];
}

function titlesOf(category: Category): string[] {
  const titles = [category.title];
  for (const part of category.parts) {
    titles.push(...titlesOf(part));
  }
  return titles;
}

export function main(root: Category): string {
  return titlesOf(root).join(", ");
}
