// @run {"input":"ann marie smith"}
export function main(name: string): string {
  return name
    .split(" ")
    .filter((w) => w.length > 0)
    .map((w) => w[0].toUpperCase())
    .join("");
}
