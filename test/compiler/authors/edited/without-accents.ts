// @run {"input":"José"}
// @advice replaceAll("é", "e")
export function main(name: string): string {
  return name.toLowerCase().replaceAll("é", "e");
}
