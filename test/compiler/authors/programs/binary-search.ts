// @run {"input":{"list":[1,3,5,7,9,11],"wanted":7}}
// @run {"input":{"list":[1,3],"wanted":4}}
export function main(input: { list: number[]; wanted: number }): number {
  let low = 0;
  let high = input.list.length - 1;
  while (low <= high) {
    const mid = Math.floor((low + high) / 2);
    const value = input.list[mid];
    if (value === input.wanted) {
      return mid;
    }
    if (value < input.wanted) {
      low = mid + 1;
    } else {
      high = mid - 1;
    }
  }
  return -1;
}
