// @run {"input":{"query":"hair cut women","titles":["Women's haircut","Hair cut","Men's hair cut","Manicure","Women hair cut and wash"]}}
// @run {"input":{"query":"","titles":["Cut"]}}
interface Match {
  title: string;
  score: number;
}

function tokens(text: string): string[] {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9\s]/g, "")
    .split(" ")
    .filter(Boolean);
}

function score(query: string, title: string): number {
  const wanted = tokens(query);
  if (wanted.length === 0) return 0;
  const words = new Set(tokens(title));
  const exact = wanted.filter((word) => words.has(word)).length;
  const partial = wanted.filter((word) => !words.has(word) && [...words].some((w) => w.includes(word))).length;
  const extra = Math.max(0, words.size - wanted.length);
  return (exact + partial * 0.5) / wanted.length - extra * 0.05;
}

export function main({ query, titles }: { query: string; titles: string[] }) {
  const ranked: Match[] = titles
    .map((title) => ({ title, score: score(query, title) }))
    .filter((match) => match.score > 0.3)
    .sort((a, b) => b.score - a.score || a.title.localeCompare(b.title));
  const [best, second] = ranked;
  const sure = best !== undefined && (second === undefined || best.score - second.score >= 0.2);
  return {
    best: best?.title ?? null,
    sure,
    all: ranked.map(({ title, score }) => `${title} (${score.toFixed(2)})`),
  };
}
