/**
 * Functions inside of functions
 *
 * A function may stand inside of another, also one that calls itself: what it takes from around it, it is given, and what it
 * fills comes back. One that is called where it is written needs no name.
 *
 * @run {"input": {"title": "Hair", "minutes": null, "parts": [{"title": "Cut", "minutes": 45, "parts": []}, {"title": "Colour", "minutes": 120, "parts": []}]}}
 */
interface Category {
  readonly title: string;
  readonly minutes: number | null;
  readonly parts: readonly Category[];
}

export function main(root: Category): string {
  const minutes: number[] = [];
  const walk = (category: Category): void => {
    if (category.minutes !== null) {
      minutes.push(category.minutes);
    }
    category.parts.forEach(walk);
  };
  walk(root);
  const longest = (() => {
    if (minutes.length === 0) {
      return "no times";
    }
    return `up to ${Math.max(...minutes)} minutes`;
  })();
  function quoted(text: string): string {
    return `"${text}"`;
  }
  return `${quoted(root.title)}: ${longest}`;
}
