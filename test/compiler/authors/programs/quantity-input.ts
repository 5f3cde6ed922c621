// @run {"input":"3"}
// @run {"input":"three"}
// @run {"input":"-1"}
export function main(text: string): string {
  const quantity = Number(text);
  if (Number.isNaN(quantity) || quantity < 1) {
    return "Please say a number.";
  }
  return quantity === 1 ? "One visit" : `${quantity} visits`;
}
