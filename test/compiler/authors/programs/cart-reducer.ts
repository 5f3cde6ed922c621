// @run {"input":[{"type":"add","sku":"a","qty":1},{"type":"add","sku":"a","qty":2},{"type":"add","sku":"b","qty":1},{"type":"remove","sku":"b"},{"type":"clear"},{"type":"add","sku":"c","qty":4}]}
// @run {"input":[{"type":"add","sku":"a","qty":1},{"type":"add","sku":"b","qty":2},{"type":"remove","sku":"a"}]}
type Action = { type: "add"; sku: string; qty: number } | { type: "remove"; sku: string } | { type: "clear" };
interface Item { sku: string; qty: number }
type Cart = readonly Item[];

function reducer(cart: Cart, action: Action): Cart {
  switch (action.type) {
    case "add": {
      const existing = cart.find((i) => i.sku === action.sku);
      if (existing) {
        return cart.map((i) => (i.sku === action.sku ? { ...i, qty: i.qty + action.qty } : i));
      }
      return [...cart, { sku: action.sku, qty: action.qty }];
    }
    case "remove":
      return cart.filter((i) => i.sku !== action.sku);
    case "clear":
      return [];
  }
}

export function main(actions: Action[]): Cart {
  return actions.reduce(reducer, [] as Cart);
}
