/** Programs nobody would write, each nested deeper than Jinja2 or Python can follow. */
import type { ListedProgram } from "./program-list.ts";

/** Nested too deeply; a person's programs stay far below. */
export const deepPrograms: readonly ListedProgram[] = [
  deep(
    "90 ifs in each other",
    nested(90, 'ctx.log("x");', (inner) => `if (event.idn === "ev") { ${inner} }`),
  ),
  deep("25 loops in each other", loops(25)),
  deep("15 loops in each other", loops(15)),
  deep("a sum of 300", sumOf(300)),
  deep(
    "200 pairs of parentheses",
    `const n = 1; ctx.log(\`\${${nested(200, "n", (inner) => `(${inner} + 1)`)}}\`);`,
  ),
  deep(
    "100 choices in each other",
    `const n = event.idn; ctx.log(${nested(100, '"z"', (inner, level) => `n === "${String(level)}" ? "a" : ${inner}`)});`,
  ),
  deep(
    "a condition of 200 parts",
    `const n = event.idn; if (${repeated(200, (index) => `n !== "${String(index)}"`).join(" && ")}) { ctx.log("x"); }`,
  ),
  deep(
    "a text joined of 1500",
    `let t = event.idn; t = ${repeated(750, () => 't + "a"').join(" + ")}; ctx.log(t);`,
  ),
  deep(
    "2000 branches",
    `const n = event.idn; ${repeated(2000, (index) => `if (n === "${String(index)}") { ctx.log("x"); }`).join(" else ")}`,
  ),
  deep("2000 parentheses", `const n = event.idn; ctx.log(${nested(2000, "n", (inner) => `(${inner})`)});`),
  deep(
    "2000 blocks",
    nested(2000, 'ctx.log("x");', (inner) => `{ ${inner} }`),
  ),
  deep("60 lists in each other", `ctx.log(JSON.stringify(${nested(60, "1", (inner) => `[${inner}]`)}));`),
];

function deep(name: string, source: string): ListedProgram {
  return { topic: "depth", name, expected: ["tooDeep"], source };
}

function nested(times: number, start: string, wrap: (inner: string, level: number) => string): string {
  return repeated(times, (level) => level).reduce((inner, level) => wrap(inner, level), start);
}

function repeated<T>(times: number, make: (index: number) => T): T[] {
  return Array.from({ length: times }, (_unused, index) => make(index));
}

function loops(times: number): string {
  return nested(
    times,
    'ctx.log("x");',
    (inner, level) => `for (const x${String(level)} of ["a"]) { ${inner} }`,
  );
}

function sumOf(times: number): string {
  return `const n = 1; ctx.log(\`\${${repeated(times, () => "n").join(" + ")}}\`);`;
}
