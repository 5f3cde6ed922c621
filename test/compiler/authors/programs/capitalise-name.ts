// @run {"input":"anna maria"}
// @run {"input":"😀 smile"}
// @run {"input":""}
function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

export function main(name: string): string {
  return name.split(" ").map(capitalise).join(" ");
}
