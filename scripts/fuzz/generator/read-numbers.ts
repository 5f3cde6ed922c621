/** Statements with decimals that are read out of texts, and with infinite numbers, which stay where they are made. */
import { inner } from "./expressions.ts";
import type { Scope } from "./scope.ts";
import type { Tree } from "./tree.ts";

const endings = ["", ".0", ".50", "e0", ".125", ".3000000000000000444", "E1", ".9999999999999999999"];

/** A number that is parsed, in a record or a list, or read by `Number` or a plus. */
export function readNumbers(tree: Tree, scope: Scope): readonly string[] {
  const value = inner("int", tree, 0, scope);
  const { name } = scope.declare("int");
  const ending = endings[tree.pick % endings.length] ?? "";
  const whole = `\${Math.trunc(${value}) % 1000}`;
  const given = `${whole}${ending}`;
  const plain = `\`${whole}${ending.replace(/^[eE]\d/u, ".75")}\``;
  const parses = [
    `(JSON.parse(\`{"at": [${given}], "note": "1.0 \\\\" 2.50"}\`) as { at: number[] }).at.at(-1) ?? 0.5`,
    `JSON.parse(\`${given}\`) as number`,
  ];
  const reads = [
    `Number(${plain})`,
    `+${plain}`,
    `[${plain}, "0.25"].map(Number).reduce((a, b) => a + b, 0)`,
  ];
  const parsed = tree.choice % 2 === 0 && !scope.inCallback ? parses[tree.pick % 2] : undefined;
  return parsed === undefined
    ? [`const ${name}: number = ${reads[tree.pick % reads.length] ?? plain};`]
    : [`let ${name}: number = 0.5;`, `try { ${name} = ${parsed}; } catch { ${name} = 1; }`];
}

/** The smallest and the largest of a list, from infinite ones on. */
export function extremes(tree: Tree, scope: Scope): readonly string[] {
  const [list, other] = [inner("ints", tree, 0, scope), inner("int", tree, 1, scope)];
  const [found, shown, test] = [
    scope.declare("int").name,
    scope.declare("text").name,
    scope.declare("bool").name,
  ];
  const [low, bound] = [`${found}Low`, `${found}Bound`];
  const isLow = tree.choice % 2 === 0;
  const [begin, sign, name] = isLow ? ["Infinity", "<", "min"] : ["-Infinity", ">", "max"];
  const ways = [
    `let ${low} = ${begin}; for (const entry of ${list}) { if (entry ${sign} ${low}) { ${low} = entry; } }`,
    `const ${low} = [...${list}].reduce((best, entry) => Math.${name}(best, entry), ${begin});`,
    `const ${low} = Math.${name}(...[...${list}]);`,
  ];
  return [
    ways[tree.pick % ways.length] ?? "",
    `const ${bound} = ${other} > 2 ? Math.abs(${other}) : Infinity;`,
    `const ${found}: number = Number.isFinite(${low}) ? ${low} : [1, 2, 3].slice(0, ${bound}).length;`,
    `const ${shown}: string = \`\${${low} === ${begin} ? "none" : "some"} \${${bound}} \${JSON.stringify([${bound}, { a: ${low}, b: "Infinity" }])}\`;`,
    `const ${test}: boolean = ${low} ${sign} ${bound} || -${bound} >= ${low};`,
  ];
}
