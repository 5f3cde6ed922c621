// @run {"input":{"price":10000,"codes":["VIP","SPRING","NONE"]}}
type Code = "VIP" | "SPRING";
const OFF: Record<Code, number> = { VIP: 20, SPRING: 10 };

function isCode(code: string): code is Code {
  return code === "VIP" || code === "SPRING";
}

export function main(order: { price: number; codes: string[] }): number {
  let price = order.price;
  for (const code of order.codes) {
    if (isCode(code)) {
      price -= Math.floor((price * OFF[code]) / 100);
    }
  }
  return price;
}
