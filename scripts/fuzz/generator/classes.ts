/** Classes with a state, and statements that make instances, change them, hand them on and ask them. */
import { inner } from "./expressions.ts";
import { positiveLiteral } from "./literals.ts";
import type { Scope } from "./scope.ts";
import type { Tree } from "./tree.ts";

type Production = (tree: Tree, scope: Scope) => readonly string[];

/** What the statements use: a queue, a builder, a meter with a setter and errors, a desk that has all of them and waits, and a shelf and a cache of any type. */
export const classesPrelude = `class Line {
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
  mark(by: number): void { for (const entry of this.entries) { entry.at += by % 5; } this.entries.sort((a, b) => b.at - a.at); }
  told(): string { return this.entries.map(({ name, at }) => name + "@" + String(at)).join() + "/" + String(this.#counter); }
  times(name: string): number { return this.seen.get("k" + name.slice(0, 2)) ?? 0; }
}
class Span {
  readonly length: number;
  constructor(readonly start: number, readonly end: number) {
    if (end < start) { throw new RangeError("before"); }
    this.length = end - start;
  }
  static of(end: number): Span { return new Span(Math.min(0, end), end); }
  get isLong(): boolean { return this.length > 5; }
  join(other: Span): Span { return new Span(Math.min(this.start, other.start), Math.max(this.end, other.end)); }
  told(): string { return \`\${this.start}-\${this.end}\`; }
}
class Pieces {
  private parts: string[] = [];
  readonly #sign: string;
  constructor(sign: string) { this.#sign = sign; }
  add(part: string): this { this.parts.push(part.slice(0, 3)); return this; }
  when(isWanted: boolean, part: string): Pieces { if (isWanted) { this.add(part); } return this; }
  build = (end: string): string => this.parts.join(this.#sign) + end;
}
class Meter {
  static readonly MOST = 50;
  static of(start: number): Meter { const meter = new Meter("of"); meter.level = start; return meter; }
  readonly notes: string[] = [];
  private current = 0;
  last: string | null = null;
  limit: number;
  constructor(private readonly title: string, limit?: number) { this.limit = limit ?? Meter.MOST; this.note("new"); }
  get level(): number { return this.current; }
  set level(value: number) { this.last = this.title + String(this.current); this.current = Math.min(value % 97, this.limit); }
  private note(text: string): void { this.notes.push(text.slice(0, 3)); if (this.notes.length > 4) { this.notes.shift(); } }
  raise(by: number): this { this.level = this.level + (by % 17); this.note(String(by)); return this; }
  spend(by: number): number {
    if (by > this.current) { throw new Refused("spend", by % 97); }
    this.current -= by % 97;
    this.note("s");
    return this.current;
  }
  copy(): Meter { const other = new Meter(this.title + "2", this.limit); other.level = this.level; return other; }
  told(): string { return [this.level, this.last ?? "none", this.limit, ...this.notes].join(); }
}
class Desk {
  #asked = 0;
  private readonly answers: Record<string, string> = {};
  constructor(private readonly ctx: SkillContext, readonly line: Line, private meter = new Meter("desk")) {}
  serve(): string { const name = this.line.next() ?? "none"; this.meter.raise(name.length); return name + String(this.meter.level); }
  async ask(name: string): Promise<string> {
    this.#asked++;
    const key = "k" + name.slice(0, 2);
    const known = this.answers[key];
    if (known !== undefined) { return known; }
    const { status, body } = await this.ctx.send({ method: "GET", url: "https://x.test/" + encodeQuery(name), body: "", authorization: "none" });
    const text = status === 200 ? body.slice(0, 4) : "-";
    this.answers[key] = text;
    this.line.join(text);
    return text;
  }
  async askAll(names: readonly string[]): Promise<number> {
    let sum = 0;
    for (const name of names) { const text = await this.ask(name); sum += text.length; this.meter.raise(sum); }
    return sum;
  }
  note(text: string): void { this.ctx.log(text.slice(0, 5) + this.meter.told()); }
  get asked(): number { return this.#asked; }
}
class Shelf<T> {
  #items: T[] = [];
  private taken = 0;
  constructor(private readonly most = 3) {}
  put(item: T): this { if (this.#items.length < this.most) { this.#items.push(item); } return this; }
  take(): T | undefined { this.taken += 1; return this.#items.shift(); }
  told(tell: (item: T) => string): string { return this.#items.map((item) => tell(item)).join("|") + String(this.taken); }
  where(isWanted: (item: T) => boolean): T[] { return this.#items.filter((item) => isWanted(item)); }
  get size(): number { return this.#items.length; }
}
class Kept<K extends string | number, V> {
  readonly #known = new Map<K, V>();
  private readonly asked: K[] = [];
  hits = 0;
  get(key: K): V | undefined { const found = this.#known.get(key); if (found !== undefined) { this.hits += 1; } this.asked.push(key); return found; }
  set(key: K, value: V): this { this.#known.set(key, value); if (this.#known.size > 3) { this.#known.delete(key); } return this; }
  orElse(key: K, make: (key: K) => V): V { return this.get(key) ?? make(key); }
  keys(): K[] { return [...this.#known.keys()]; }
  told(): string { return this.keys().join("+") + "/" + this.asked.join("+") + String(this.hits) + String(this.#known.size); }
}
class Twice<T> {
  private readonly kept = new Kept<string, T>();
  readonly shelf: Shelf<T> = new Shelf();
  both(key: string, item: T): T { const old = this.kept.orElse(key, () => item); this.kept.set(key, item); this.shelf.put(old); return old; }
  told(tell: (item: T) => string): string { return this.shelf.told(tell) + this.kept.told(); }
}
function takeFrom(shelf: Shelf<string>, name: string): string { shelf.put(name.slice(0, 3)); return (shelf.take() ?? "none") + String(shelf.size); }
function useLine(line: Line, name: string): string { return line.join(name) > 0 ? "in" : "out"; }
function level(meter: Meter, by: number): number { meter.level = by; meter.raise(2).raise(by); return meter.level; }
async function useDesk(desk: Desk, name: string): Promise<string> { const text = await desk.ask(name); desk.note(text); return text + desk.serve(); }`;

/** Two that are not the same. */
function twoOf(forms: readonly string[], { choice, pick }: Tree): readonly string[] {
  const first = choice % forms.length;
  return [forms[first] ?? "", forms[(first + 1 + (pick % (forms.length - 1))) % forms.length] ?? ""];
}

/** An instance that is changed in statements, expressions, callbacks and loops, and told of at the end. */
const line: Production = (tree, scope) => {
  const [one, other] = [inner("text", tree, 0, scope), inner("text", tree, 1, scope)];
  const list = `(${inner("texts", tree, 2, scope)}).slice(0, 3)`;
  const { name } = scope.declare("text");
  const own = `${name}Line`;
  const forms = [
    `${own}.join(${one}); ${name} += \`\${${own}.next() ?? "none"} \${${own}.size} \${${own}.join("x")}\`;`,
    `if (${own}.join(${one}) > 1) { ${name} += "more"; ${own}.mark(3); }`,
    `${name} += useLine(${own}, ${one}) + String(${own}.times(${other}));`,
    `${name} += ${list}.map((entry) => ${own}.join(entry)).join();`,
    `for (const entry of ${list}) { if (!${own}.leave(entry)) { ${own}.join(entry); } }`,
    `${name} += [${own}.size, ${own}.join(${one}), ${own}.next() ?? "none"].join();`,
    `let ${own}Next = ${own}.next(); while (${own}Next !== undefined) { ${name} += ${own}Next + String(${own}.size); ${own}Next = ${own}.next(); }`,
    `while (!${own}.isFull) { ${own}.join("w"); }`,
    `const ${own}Size = ${own}.join(${one}) + ${own}.join(${other}) * ${own}.size; ${name} += String(${own}Size);`,
    `${list}.forEach((entry) => { ${own}.join(entry); ${name} += useLine(${own}, entry); });`,
  ];
  return [
    `const ${own} = new Line(${positiveLiteral(tree.pick)} % 4, ${other});`,
    `let ${name} = "";`,
    ...twoOf(forms, tree),
    `${name} = (${name} + ${own}.told()).slice(0, 40);`,
  ];
};

/** Methods that give the instance, one after the other. */
const pieces: Production = (tree, scope) => {
  const [one, other] = [inner("text", tree, 0, scope), inner("text", tree, 1, scope)];
  const test = inner("bool", tree, 2, scope);
  const { name } = scope.declare("text");
  const forms = [
    [`const ${name}Pieces = new Pieces("+").add(${one}).add("b");`, `${name}Pieces.add(${other});`],
    [`const ${name}Pieces = new Pieces(${other});`, `${name}Pieces.add(${one}).when(${test}, "c").add("d");`],
    [
      `const ${name}Pieces = new Pieces("-").when(${test}, ${one});`,
      `if (${test}) { ${name}Pieces.add("e"); }`,
    ],
  ];
  return [
    ...(forms[tree.choice % forms.length] ?? []),
    `const ${name}: string = ${name}Pieces.build(${other}) + new Pieces("/").add("x").add(${one}).build("");`,
  ];
};

/** Setters, errors out of methods, and instances that methods make. */
const meter: Production = (tree, scope) => {
  const [by, word] = [inner("int", tree, 0, scope), inner("text", tree, 1, scope)];
  const { name } = scope.declare("text");
  const own = `${name}Meter`;
  const forms = [
    `${own}.level = ${by}; ${name} += String(level(${own}, 5));`,
    `try { const left = ${own}.spend(${by}); ${name} += String(left); } catch (error) { ${name} += error instanceof Refused ? error.code : "other"; }`,
    `${own}.raise(${by}).raise(1); ${own}.limit = 20; ${own}.raise(30);`,
    `${name} += new Meter("n").raise(${by}).told();`,
    `${own}.last = ${own}.last ?? ${word}; ${own}.limit += 1; ${own}.notes.push("n");`,
    `if (${own}.level > 3 && ${own}.limit > 20) { ${own}.level = 1; }`,
    `for (const step of [1, 2, 3]) { ${own}.raise(step); if (${own}.level > 9) { break; } }`,
  ];
  const makers = [`new Meter(${word}, 30)`, `Meter.of(${by})`, `new Meter("m")`];
  return [
    `let ${name} = "";`,
    `const ${own} = ${makers[tree.pick % makers.length] ?? ""};`,
    ...twoOf(forms, tree),
    `const ${own}Copy = ${own}.copy();`,
    `${own}Copy.raise(3);`,
    `${name} = (${name} + ${own}.told() + ${own}Copy.told() + String(Meter.MOST)).slice(0, 60);`,
  ];
};

/** Classes of any type, with one or several of them in a program. */
const shelf: Production = (tree, scope) => {
  const [one, other] = [inner("text", tree, 0, scope), inner("text", tree, 1, scope)];
  const by = inner("int", tree, 2, scope);
  const { name } = scope.declare("text");
  const own = `${name}Shelf`;
  const forms = [
    `const ${own} = new Shelf<string>(2); ${own}.put(${one}).put(${other}); ${name} += takeFrom(${own}, ${one}) + ${own}.told((item) => item.slice(0, 3));`,
    `const ${own}Numbers: Shelf<number> = new Shelf(); for (const n of [1, 2, 3, 4]) { ${own}Numbers.put(n * (${by} % 7)); } ${name} += ${own}Numbers.told((item) => String(item)) + ${own}Numbers.where((item) => item > 3).join();`,
    `const ${own}Kept = new Kept<string, number[]>(); ${own}Kept.set("a" + (${one}).slice(0, 2), [${by} % 9]).set("b", [2]); ${name} += (${own}Kept.get("b") ?? []).join() + ${own}Kept.orElse("c", (key) => [key.length]).join() + ${own}Kept.told();`,
    `const ${own}Texts = new Kept<number, string>(); while (${own}Texts.hits < 2) { ${own}Texts.set(${own}Texts.hits, ${one}); ${own}Texts.get(${own}Texts.hits); } ${name} += ${own}Texts.told() + (${own}Texts.get(1) ?? "none").slice(0, 3);`,
    `const ${own}Twice = new Twice<{ at: number }>(); ${name} += [1, 2].map((at) => String(${own}Twice.both((${other}).slice(0, at), { at: at + (${by} % 5) }).at)).join() + ${own}Twice.told(({ at }) => String(at));`,
    `const ${own}Two = new Twice<boolean>(); ${own}Two.both("x", ${by} > 2); ${own}Two.both("x", false); ${name} += String(${own}Two.shelf.take()) + ${own}Two.told((item) => String(item));`,
  ];
  return [`let ${name} = "";`, ...twoOf(forms, tree), `${name} = ${name}.slice(0, 40);`];
};

/** An instance that has others and the platform, in functions that wait. */
const desk: Production = (tree, scope) => {
  if (!scope.frame.usesContext) {
    return line(tree, scope);
  }
  const [one, other] = [inner("text", tree, 0, scope), inner("text", tree, 1, scope)];
  const list = `(${inner("texts", tree, 2, scope)}).slice(0, 2)`;
  const { name } = scope.declare("text");
  const own = `${name}Desk`;
  const still = [
    `${own}.note(${one}); ${name} += ${own}.serve();`,
    `${own}.line.join(${one}); ${name} += String(${own}.line.size);`,
  ];
  const waiting = [
    `${name} += await ${own}.ask(${one});`,
    `const ${own}Used = await useDesk(${own}, ${one}); ${name} += ${own}Used;`,
    `for (const entry of ${list}) { const asked = await ${own}.ask(entry); ${name} += asked + String(${own}.asked); }`,
    `if ((await ${own}.askAll(${list})) > 2) { ${name} += "all"; }`,
  ];
  const forms = scope.frame.isAsync && !scope.inCallback ? [...waiting, ...still] : still;
  return [
    `const ${own} = new Desk(ctx, new Line(3, ${other}));`,
    `let ${name} = "";`,
    ...twoOf(forms, tree),
    `${name} = (${name} + String(${own}.asked) + ${own}.serve() + ${own}.line.told()).slice(0, 40);`,
  ];
};

/** Instances that nothing changes, in lists and objects, and errors out of their constructor. */
const spans: Production = (tree, scope) => {
  const [from, to] = [inner("int", tree, 0, scope), inner("int", tree, 1, scope)];
  const list = `(${inner("ints", tree, 2, scope)}).slice(0, 4)`;
  const { name } = scope.declare("text");
  const own = `${name}Spans`;
  const forms = [
    `${name} += ${own}.filter((span) => span.isLong).map((span) => span.told()).join();`,
    `const ${own}Box = { first: ${own}[0] ?? null, all: [...${own}, new Span(1, 2)] }; ${name} += JSON.stringify(${own}Box) + String(${own}Box.all.length);`,
    `const ${own}By = new Map<string, Span>(); for (const span of ${own}) { ${own}By.set(span.told(), span); } ${name} += [...${own}By.values()].map((span) => span.length).join();`,
    `${name} += ${own}.reduce((all, span) => all.join(span), new Span(0, 1)).told();`,
    `const ${own}Same = ${own}.find((span) => span.length > 2); if (${own}Same !== undefined) { ${name} += ${own}Same.join(${own}Same).told(); }`,
    `try { ${name} += ${own}.map((span) => new Span(span.end, span.start).told()).join(); } catch (error) { ${name} += error instanceof RangeError ? error.message : "other"; }`,
  ];
  return [
    `const ${own} = ${list}.map((entry, at) => (at === 1 ? Span.of((${from}) % 97) : new Span(Math.min(entry, (${to}) % 89), entry)));`,
    `let ${name} = "";`,
    ...twoOf(forms, tree),
    `${name} = ${name}.slice(0, 60);`,
  ];
};

/** All of them, for the table of statements. */
export const classStatements: readonly Production[] = [line, pieces, meter, desk, spans, shelf];
