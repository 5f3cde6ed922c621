// @run {"input":"7"}
// @run {"input":"x"}
export function main(text: string): number {
  const page = parseInt(text, 10) || 1;
  return page > 100 ? 100 : page;
}
