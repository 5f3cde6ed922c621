/** Trees of choices. Any tree can be read as a program, so every smaller tree is a smaller program. */
import fc from "fast-check";

/** A choice and what it leads to. Whoever reads it decides what the numbers mean. */
export interface Tree {
  /** Which production; small numbers are the simple ones. */
  readonly choice: number;
  /** Which variable, literal or method. */
  readonly pick: number;
  readonly parts: readonly Tree[];
}

/** A part of a tree; where there is none, a leaf that still differs from its neighbours. */
export function part(tree: Tree, index: number): Tree {
  return tree.parts[index] ?? { choice: tree.pick + index, pick: tree.pick * 7 + index * 3, parts: [] };
}

/** Trees of a depth, shrinking towards the leaf. */
export function trees(depth: number): fc.Arbitrary<Tree> {
  return fc.record({
    choice: fc.nat(10_000),
    pick: fc.nat(10_000),
    parts:
      depth === 0
        ? fc.constant([])
        : fc.array(trees(depth - 1), { minLength: depth > 2 ? 2 : 0, maxLength: 4, size: "max" }),
  });
}
