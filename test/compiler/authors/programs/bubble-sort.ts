// @run {"input":[3,1,2,5,4]}
export function main(input: number[]): number[] {
  const list = [...input];
  for (let i = 0; i < list.length; i++) {
    for (let j = 0; j < list.length - 1 - i; j++) {
      if (list[j] > list[j + 1]) {
        const held = list[j];
        list[j] = list[j + 1];
        list[j + 1] = held;
      }
    }
  }
  return list;
}
