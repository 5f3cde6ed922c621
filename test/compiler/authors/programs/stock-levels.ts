// @run {"input":{"stock":{"shampoo":3,"gel":0},"orders":[{"sku":"shampoo","n":2},{"sku":"gel","n":1},{"sku":"wax","n":1},{"sku":"shampoo","n":2}]}}
export function main(input: { stock: Record<string, number>; orders: { sku: string; n: number }[] }): { left: Record<string, number>; rejected: string[] } {
  const left = { ...input.stock };
  const rejected: string[] = [];
  for (const { sku, n } of input.orders) {
    if (!(sku in left)) {
      rejected.push(`${sku}: unknown`);
      continue;
    }
    if (left[sku] < n) {
      rejected.push(`${sku}: only ${left[sku]} left`);
      continue;
    }
    left[sku] -= n;
  }
  return { left, rejected };
}
