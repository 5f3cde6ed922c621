/** Classes with a state, and statements that make instances, change them and ask them. */
import { inner } from "./expressions.ts";
import { positiveLiteral } from "./literals.ts";
import type { Scope } from "./scope.ts";
import type { Tree } from "./tree.ts";

type Production = (tree: Tree, scope: Scope) => readonly string[];

/** Every program has these: a queue with a counter of its own, and a builder that gives itself. */
export const classPrelude = `class Line {
  private entries: { name: string; at: number }[] = [];
  #counter = 0;
  readonly seen = new Map<string, number>();
  constructor(private readonly places: number, start = "") { if (start !== "") { this.join(start); } }
  get size(): number { return this.entries.length; }
  get isFull(): boolean { return this.size >= this.places; }
  private stamp(): number { this.#counter += 1; return this.#counter; }
  join(name: string): number {
    if (this.isFull) { return -1; }
    this.entries.push({ name: name.slice(0, 4), at: this.stamp() });
    this.seen.set("k" + name.slice(0, 2), (this.seen.get("k" + name.slice(0, 2)) ?? 0) + 1);
    return this.entries.length;
  }
  next(): string | undefined { return this.entries.shift()?.name; }
  leave(name: string): boolean {
    const before = this.size;
    this.entries = this.entries.filter((entry) => entry.name !== name.slice(0, 4));
    return this.size < before;
  }
  told(): string { return this.entries.map(({ name, at }) => name + "@" + String(at)).join() + "/" + String(this.#counter); }
  times(name: string): number { return this.seen.get("k" + name.slice(0, 2)) ?? 0; }
}
class Pieces {
  private parts: string[] = [];
  add(part: string): this { this.parts.push(part.slice(0, 3)); return this; }
  build(): string { return this.parts.join("+"); }
}
function useLine(line: Line, name: string): string { return line.join(name) > 0 ? "in" : "out"; }`;

/** An instance that is changed in statements, expressions, callbacks and loops, and told of at the end. */
const line: Production = (tree, scope) => {
  const [one, other] = [inner("text", tree, 0, scope), inner("text", tree, 1, scope)];
  const list = `(${inner("texts", tree, 2, scope)}).slice(0, 3)`;
  const { name } = scope.declare("text");
  const own = `${name}Line`;
  const forms = [
    `${own}.join(${one}); ${name} += \`\${${own}.next() ?? "none"} \${${own}.size} \${${own}.join("x")}\`;`,
    `if (${own}.join(${one}) > 1) { ${name} += "more"; }`,
    `${name} += useLine(${own}, ${one}) + String(${own}.times(${other}));`,
    `${name} += ${list}.map((entry) => ${own}.join(entry)).join();`,
    `for (const entry of ${list}) { if (!${own}.leave(entry)) { ${own}.join(entry); } }`,
    `${name} += [${own}.size, ${own}.join(${one}), ${own}.next() ?? "none"].join();`,
  ];
  const step = (index: number): string => forms[index % forms.length] ?? "";
  return [
    `const ${own} = new Line(${positiveLiteral(tree.pick)} % 4, ${other});`,
    `let ${name} = "";`,
    step(tree.choice),
    step(tree.pick),
    `${name} = (${name} + ${own}.told()).slice(0, 40);`,
  ];
};

/** Methods that give the instance, one after the other. */
const pieces: Production = (tree, scope) => {
  const [one, other] = [inner("text", tree, 0, scope), inner("text", tree, 1, scope)];
  const { name } = scope.declare("text");
  return [
    `const ${name}Pieces = new Pieces().add(${one}).add("b");`,
    `${name}Pieces.add(${other});`,
    `const ${name}: string = ${name}Pieces.build();`,
  ];
};

/** All of them, for the table of statements. */
export const classStatements: readonly Production[] = [line, pieces];
