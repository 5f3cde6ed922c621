// @run {"input":"4111111111111111"}
// @run {"input":"123"}
export function main(card: string): string {
  const visible = card.slice(-4);
  return "*".repeat(Math.max(0, card.length - 4)) + visible;
}
