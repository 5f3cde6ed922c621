// @run {"input":[{"rating":5,"text":"Great cut, great people!"},{"rating":2,"text":"too slow..."},{"rating":4},{"rating":5,"text":"Great"}]}
// @run {"input":[]}
interface Feedback {
  rating: 1 | 2 | 3 | 4 | 5;
  text?: string;
}

const stars = (n: number) => "★".repeat(n) + "☆".repeat(5 - n);

const stopWords = new Set(["the", "a", "and", "too"]);

function wordCounts(texts: string[]): [string, number][] {
  const counts: Map<string, number> = new Map();
  for (const word of texts.join(" ").toLowerCase().match(/[a-z']+/g) ?? []) {
    if (stopWords.has(word)) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts.entries()].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

export function main(feedback: Feedback[]) {
  const histogram = Array.from({ length: 5 }, (_, i) => feedback.filter((f) => f.rating === i + 1).length);
  const mean = feedback.length ? feedback.reduce((s, f) => s + f.rating, 0) / feedback.length : 0;
  const texts = feedback.map((f) => f.text).filter((t): t is string => !!t);
  return {
    histogram,
    mean: Number(mean.toFixed(1)),
    shown: stars(Math.round(mean)),
    top: wordCounts(texts).slice(0, 2),
    sad: feedback.some((f) => f.rating <= 2),
  };
}
