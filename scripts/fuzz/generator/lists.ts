/** Productions of lists and records. */
import { callback, helperCall, inner } from "./expressions.ts";
import { separatorLiteral } from "./literals.ts";
import type { ExpressionKind, Production } from "./scope.ts";

type ListKind = "ints" | "texts" | "recs";

const variable =
  (kind: ListKind, fallback: string): Production =>
  (tree, scope) =>
    scope.find(kind, tree.pick) ?? fallback;

/** What every kind of list can be made by. */
function common(kind: ListKind, element: ExpressionKind, fallback: string): Production[] {
  const plain = variable(kind, fallback);
  return [
    plain,
    (tree, scope) => `[${inner(element, tree, 0, scope)}, ${inner(element, tree, 1, scope)}]`,
    (tree, scope) => `[...${inner(kind, tree, 0, scope)}, ${inner(element, tree, 1, scope)}]`,
    (tree, scope) =>
      `[${inner(element, tree, 0, scope)}, ...${inner(kind, tree, 1, scope)}, ...${inner(kind, tree, 2, scope)}]`,
    (tree, scope) => `(${inner(kind, tree, 0, scope)}).filter(${callback(element, "bool", tree, 1, scope)})`,
    (tree, scope) => `(${inner(kind, tree, 0, scope)}).slice(${inner("int", tree, 1, scope)})`,
    (tree, scope) =>
      `(${inner(kind, tree, 0, scope)}).slice(${inner("int", tree, 1, scope)}, ${inner("int", tree, 2, scope)})`,
    (tree, scope) => `(${inner(kind, tree, 0, scope)}).concat(${inner(kind, tree, 1, scope)})`,
    (tree, scope) =>
      `(${inner(kind, tree, 0, scope)}).concat(${inner(element, tree, 1, scope)}, [${inner(element, tree, 2, scope)}])`,
    (tree, scope) =>
      `(${inner(kind, tree, 0, scope)}).toSpliced(${inner("int", tree, 1, scope)}, 1, ${inner(element, tree, 2, scope)})`,
    (tree, scope) => `(${inner(kind, tree, 0, scope)}).toReversed()`,
    (tree, scope) =>
      `(${inner("bool", tree, 0, scope)} ? ${inner(kind, tree, 1, scope)} : ${inner(kind, tree, 2, scope)})`,
    (tree, scope) => `(${inner("ints", tree, 0, scope)}).map(${callback("int", element, tree, 1, scope)})`,
    (tree, scope) => `(${inner("texts", tree, 0, scope)}).map(${callback("text", element, tree, 1, scope)})`,
    (tree, scope) =>
      `(${inner("texts", tree, 0, scope)}).flatMap(${callback("text", kind, tree, 1, scope)}).slice(0, 6)`,
    (tree, scope) => helperCall(kind, tree, scope, plain),
    (tree, scope) => {
      const named = scope.findCallback("int", element, tree.pick);
      return `(${inner("ints", tree, 0, scope)}).map(${named ?? callback("int", element, tree, 1, scope)})`;
    },
    (tree, scope) => {
      const length = `(${inner("int", tree, 0, scope)}) % 4`;
      return `Array.from({ length: ${length} }, ${callback("int", element, tree, 1, scope).replace("(", "(_none, ")})`;
    },
  ];
}

/** Lists of integers. */
export const intLists: readonly Production[] = [
  ...common("ints", "int", "given.ints"),
  (tree, scope) => `(${inner("recs", tree, 0, scope)}).filter((entry) => entry.b).map(({ a }) => a)`,
  (tree, scope) => `(${inner("recs", tree, 0, scope)}).map((entry) => entry.a)`,
  (tree, scope) => `(${inner("ints", tree, 0, scope)}).toSorted((a, b) => a - b)`,
  (tree, scope) => `(${inner("ints", tree, 0, scope)}).toSorted((a, b) => b - a)`,
  (tree, scope) => `(${inner("ints", tree, 0, scope)}).map((entry, index) => entry + index)`,
  (tree, scope) => `[...new Set(${inner("ints", tree, 0, scope)})].sort((a, b) => b - a).reverse()`,
  (tree, scope) =>
    `(${inner("ints", tree, 0, scope)}).filter((entry, index, all) => entry < all.length + index)`,
];

/** Lists of texts. */
export const textLists: readonly Production[] = [
  ...common("texts", "text", "given.texts"),
  (tree, scope) => `(${inner("recs", tree, 0, scope)}).map((entry) => entry.b)`,
  (tree, scope) => {
    const built = scope.findChangeable("box", tree.pick);
    return built === undefined ? "given.texts" : `[...${built.name}.items]`;
  },
  (tree, scope) => `(${inner("text", tree, 0, scope)}).split(",")`,
  (tree, scope) => `(${inner("text", tree, 0, scope)}).split("a")`,
  (tree, scope) => `(${inner("text", tree, 0, scope)}).split(${separatorLiteral(tree.pick)}, 3)`,
  (tree, scope) => `[...(${inner("text", tree, 0, scope)})].slice(0, 6)`,
  (tree, scope) => `(${inner("text", tree, 0, scope)}).split(/\\s+|[,-]/)`,
  (tree, scope) =>
    `[...(${inner("text", tree, 0, scope)}).matchAll(/([a-z])([0-9])?/g)].map((found) => found[2] ?? found[0])`,
  (tree, scope) =>
    `((${inner("text", tree, 0, scope)}).match(/[a-z]|[0-9]+/gu) ?? [${separatorLiteral(tree.pick)}])`,
  (tree, scope) => `(${inner("texts", tree, 0, scope)}).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))`,
  (tree, scope) => `(${inner("texts", tree, 0, scope)}).toSorted((a, b) => a.length - b.length)`,
  (tree, scope) => `(${inner("recs", tree, 0, scope)}).flatMap((entry) => [entry.b, entry.c ?? "none"])`,
  (tree, scope) => `(${inner("ints", tree, 0, scope)}).map(String)`,
  (tree, scope) => `(${inner("texts", tree, 0, scope)}).filter(Boolean)`,
  (tree, scope) => `[...new Set(${inner("texts", tree, 0, scope)})].sort()`,
  (tree, scope) => `Object.keys(${inner("rec", tree, 0, scope)})`,
  (tree, scope) => `asList(parseJson(${inner("text", tree, 0, scope)}).value).map((entry) => asText(entry))`,
];

/** Lists of records. */
export const recordLists: readonly Production[] = [
  ...common("recs", "rec", "given.recs"),
  (tree, scope) => `(${inner("recs", tree, 0, scope)}).toSorted((x, y) => x.a - y.a)`,
  (tree, scope) => `(${inner("recs", tree, 0, scope)}).toSorted((x, y) => y.a - x.a)`,
  (tree, scope) =>
    `(${inner("recs", tree, 0, scope)}).toSorted((x, y) => (x.b < y.b ? -1 : x.b > y.b ? 1 : 0) || y.a - x.a)`,
  (tree, scope) =>
    `(${inner("recs", tree, 0, scope)}).slice(0, 20).toSorted((x, y) => { if (x.c === null) return 1; if (y.c === null) return -1; return y.a - x.a; })`,
  (tree, scope) => `(${inner("recs", tree, 0, scope)}).slice(0, 20).toSorted((x, y) => (x.b > y.b ? 1 : -1))`,
  (tree, scope) => `(${inner("recs", tree, 0, scope)}).map((entry) => ({ ...entry, a: entry.a % 7 }))`,
];

const record: Production = (tree, scope) => scope.find("rec", tree.pick) ?? "given.rec";

/** Records. */
export const records: readonly Production[] = [
  record,
  record,
  (tree, scope) =>
    `{ a: ${inner("int", tree, 0, scope)}, b: ${inner("text", tree, 1, scope)}, c: ${inner("maybe", tree, 2, scope)} }`,
  (tree, scope) => `{ ...${inner("rec", tree, 0, scope)}, a: ${inner("int", tree, 1, scope)} }`,
  (tree, scope) => `{ ...${inner("rec", tree, 0, scope)}, ...${inner("rec", tree, 1, scope)} }`,
  (tree, scope) =>
    `(${inner("bool", tree, 0, scope)} ? ${inner("rec", tree, 1, scope)} : ${inner("rec", tree, 2, scope)})`,
  (tree, scope) => `((${inner("recs", tree, 0, scope)})[${inner("int", tree, 1, scope)}] ?? given.rec)`,
  (tree, scope) => helperCall("rec", tree, scope, record),
];
