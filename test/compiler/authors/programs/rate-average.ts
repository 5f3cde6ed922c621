// @run {"input":[5,4,3]}
// @run {"input":[]}
export function main(ratings: number[]): string {
  if (!ratings.length) return "no ratings";
  const sum = ratings.reduce((a, b) => a + b, 0);
  return "about " + Math.round(sum / ratings.length);
}
