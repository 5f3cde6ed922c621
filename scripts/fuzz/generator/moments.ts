/** Statements about moments: dates out of texts and parts, on the clock of UTC, and the days between them. */
import { inner } from "./expressions.ts";
import { positiveLiteral } from "./literals.ts";
import type { Scope } from "./scope.ts";
import type { Tree } from "./tree.ts";

const written = [
  "2026-03-29",
  "2024-02-29T23:30:00Z",
  "1999-12-31T23:59:59.999Z",
  "2026-10-25T01:30:00+02:00",
  "1970-01-01T00:00:00.001Z",
  "2100-02-28T12:00Z",
];
/** Statements that change a date in place, from which what is too much goes over. */
const changes: readonly ((date: string, by: string) => string)[] = [
  (date, by) => `${date}.setUTCDate(${date}.getUTCDate() + (${by}));`,
  (date, by) => `${date}.setUTCDate(${by});`,
  (date, by) => `${date}.setUTCMonth(${date}.getUTCMonth() + (${by}));`,
  (date, by) => `${date}.setUTCMonth(1, ${by});`,
  (date, by) => `${date}.setUTCHours(0, 0, ${by}, 0);`,
  (date, by) => `${date}.setUTCMinutes(${by});`,
  (date, by) => `${date}.setUTCFullYear(2000 + (${by}));`,
  (date, by) => `${date}.setTime(${date}.getTime() - (${by}));`,
];
const parts = ["FullYear", "Month", "Date", "Day", "Hours", "Minutes", "Seconds"];

/** Two moments, what the one is called and how far it is to the other. */
export function moments(tree: Tree, scope: Scope): readonly string[] {
  const [years, days, minutes] = [0, 1, 2].map((index) => inner("int", tree, index, scope));
  const [text, count, test] = [
    scope.declare("text").name,
    scope.declare("int").name,
    scope.declare("bool").name,
  ];
  const [from, to] = [`${text}From`, `${text}To`];
  const start = [
    `new Date("${written[tree.pick % written.length] ?? ""}")`,
    `new Date(Date.UTC(2000 + (Math.abs(Math.trunc(${years ?? "0"})) % 90), ${positiveLiteral(tree.pick)}, 31, ${positiveLiteral(tree.choice)}))`,
    `new Date(\`20\${String(Math.abs(Math.trunc(${years ?? "0"})) % 100).padStart(2, "0")}-0${positiveLiteral(tree.pick)}-1${positiveLiteral(tree.choice)}T00:00:00Z\`)`,
  ][tree.choice % 3];
  const part = (offset: number): string => parts[(tree.pick + offset) % parts.length] ?? "Day";
  const value = [
    `Math.floor((${to}.getTime() - ${from}.getTime()) / 86400000)`,
    `Math.round((${to}.getTime() - ${from}.getTime()) / 3600000)`,
    `${to}.getUTC${part(0)}() - ${from}.getUTC${part(1)}()`,
    `${to}.getUTC${part(2)}() * 60 + ${to}.getUTC${part(3)}()`,
  ][tree.pick % 4];
  const [record, list, moved] = [`${text}Span`, `${text}List`, `${text}Moved`];
  const by = `(${minutes ?? "0"}) % 40`;
  const listed = [
    `${list}.filter((at) => at >= ${from}).map((at) => at.getUTCDate()).join("-")`,
    `[...${list}].sort((a, b) => b.getTime() - a.getTime()).map((at) => at.toJSON()).join()`,
    `String(${list}.find((at) => at.getTime() === 0) ? 1 : 0)`,
    `JSON.stringify({ at: ${record}.end, days: ${list}.map((at) => at.getUTCDay()) })`,
  ][tree.choice % 4];
  return [
    `const ${from} = ${start ?? ""};`,
    `const ${to} = new Date(${from}.getTime() + ((${days ?? "0"}) % 400) * 86400000 + ((${minutes ?? "0"}) % 1500) * 60000);`,
    `const ${moved} = new Date(${tree.pick % 2 === 0 ? from : to});`,
    changes[tree.pick % changes.length]?.(moved, by) ?? "",
    changes[tree.choice % changes.length]?.(moved, by) ?? "",
    `const ${record}: { start: Date; end: Date | null } = { start: ${moved}, end: ${tree.choice % 2 === 0 ? to : "null"} };`,
    `const ${list}: Date[] = [${record}.start, ${record}.end ?? ${from}, ${record}.end || new Date(0)];`,
    `const ${text}: string = ${tree.pick % 3 === 0 ? (listed ?? '""') : `${to}.toISOString()${tree.pick % 2 === 0 ? ".slice(0, 10)" : ""}`};`,
    `const ${count}: number = ${value ?? "0"};`,
    `const ${test}: boolean = ${tree.choice % 2 === 0 ? `${from} < ${to}` : `${from}.getTime() === ${to}.getTime()`};`,
  ];
}
