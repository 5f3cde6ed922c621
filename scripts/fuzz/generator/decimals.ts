/** Statements with decimals. None comes so near to 0 that it could not be written as text. */
import { inner } from "./expressions.ts";
import { intLiteral, positiveLiteral } from "./literals.ts";
import type { Scope } from "./scope.ts";
import type { Tree } from "./tree.ts";

const rounding = ["Math.round", "Math.floor", "Math.ceil", "Math.trunc"];
const factors = ["0.1", "1.005", "0.19", "2.675", "0.5", "1e-3", "33.335"];

/** A decimal that goes wherever integers go: so many eighths, which are never small and often whole. */
export function eighths(tree: Tree, scope: Scope): readonly string[] {
  const value = inner("int", tree, 0, scope);
  const { name } = scope.declare("int", tree.choice % 3 === 0 ? "let" : "none");
  return [`let ${name} = (${value}) / 8;`, `${name} += ${intLiteral(tree.pick)};`];
}

/** What is computed of decimals of any kind, and ends in a rounding, a comparison or a text. */
export function amounts(tree: Tree, scope: Scope): readonly string[] {
  const [value, list, other] = [
    inner("int", tree, 0, scope),
    inner("ints", tree, 1, scope),
    inner("int", tree, 2, scope),
  ];
  const factor = factors[tree.pick % factors.length] ?? "0.1";
  const round = rounding[tree.choice % rounding.length] ?? "Math.round";
  const places = String(tree.pick % 5);
  const [whole, shown, test] = [
    scope.declare("int").name,
    scope.declare("text").name,
    scope.declare("bool").name,
  ];
  return [
    `let ${whole}Sum = (${value}) * ${factor};`,
    `for (const entry of ${list}) { ${whole}Sum += entry * ${factor}; }`,
    `const ${whole}Mean = ${whole}Sum / (Math.abs(${other}) + ${positiveLiteral(tree.pick)});`,
    `const ${whole}: number = ${round}(${whole}Mean * 100);`,
    `const ${whole}Near = Math.abs(${whole}Mean) < 0.001 ? 0.25 : ${whole}Mean;`,
    `const ${shown}: string = \`\${${whole}Near} \${${whole}Mean.toFixed(${places})} \${[${whole}Near, ${whole} / 4].join()} \${JSON.stringify({ a: ${whole}Near })}\` + Number(${whole}Mean.toFixed(2));`,
    `const ${test}: boolean = ${whole}Mean > ${factor} || Number.isInteger(${whole}Near * 4) || ${whole} / 100 === ${whole}Mean;`,
  ];
}
