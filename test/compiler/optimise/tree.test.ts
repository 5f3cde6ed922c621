import { describe, expect, it } from "vitest";
import type { Expression, Statement } from "../../../scripts/compiler/nsl/ast.ts";
import * as nsl from "../../../scripts/compiler/nsl/factory.ts";
import {
  everyPart,
  mapBlock,
  mapExpressions,
  partsOf,
  remembering,
} from "../../../scripts/compiler/optimise/tree.ts";

const call = nsl.invoke("_helper", [["value", nsl.list([nsl.name("a"), nsl.name("b")])]]);
const block: readonly Statement[] = [
  nsl.set("first", nsl.name("a")),
  nsl.when(nsl.name("b"), [nsl.set("second", call)], [nsl.set("second", nsl.none)]),
];

function renamed(from: string): (part: Expression) => Expression {
  return (part) => (part.kind === "name" && part.name === from ? nsl.name("other") : part);
}

describe("a rewritten block", () => {
  it("is the same object where nothing changed", () => {
    expect(mapExpressions(block, renamed("nobody"))).toBe(block);
    expect(mapBlock(block, (statement) => statement)).toBe(block);
  });

  it("keeps the statements that did not change, in their places", () => {
    const [first, second] = mapExpressions(block, renamed("b"));
    expect(first).toBe(block[0]);
    expect(second).toEqual(
      nsl.when(
        nsl.name("other"),
        [nsl.set("second", nsl.invoke("_helper", [["value", nsl.list([nsl.name("a"), nsl.name("other")])]]))],
        [nsl.set("second", nsl.none)],
      ),
    );
    expect(mapBlock(block, (statement) => (statement === block[0] ? [] : statement))).toEqual([block[1]]);
    expect(
      mapBlock(block, (statement) => (statement === block[1] ? [statement, statement] : statement)),
    ).toEqual([block[0], block[1], block[1]]);
  });
});

describe("the parts of an expression", () => {
  it("are looked at in the order in which they are computed, until something does not hold", () => {
    const seen: Expression[] = [];
    expect(everyPart(call, (part) => seen.push(part) < 1)).toBe(false);
    expect(seen).toEqual(partsOf(call).slice(0, 1));
    expect(partsOf(call).map(({ kind }) => kind)).toEqual(["name", "list"]);
  });
});

describe("a change that remembers", () => {
  it("is asked once about what it leaves as it is, and again about what it changes", () => {
    const asked: Statement[] = [];
    const change = remembering((statement) => {
      asked.push(statement);
      return statement.kind === "if" ? [] : statement;
    });
    [...block, ...block].forEach((statement) => change(statement));
    expect(asked).toEqual([block[0], block[1], block[1]]);
  });
});
