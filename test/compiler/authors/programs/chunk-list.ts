// @run {"input":[1,2,3,4,5]}
export function main(ids: number[]): number[][] {
  const chunks: number[][] = [];
  for (let i = 0; i < ids.length; i += 2) {
    chunks.push(ids.slice(i, i + 2));
  }
  return chunks;
}
