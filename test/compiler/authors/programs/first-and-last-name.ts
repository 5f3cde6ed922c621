// @run {"input":"Ann Marie Smith"}
// @run {"input":"Ann"}
export function main(full: string): { first: string; last: string } {
  const parts = full.trim().split(/\s+/);
  const first = parts[0];
  const last = parts.length > 1 ? parts[parts.length - 1] : "";
  return { first, last };
}
