/** Errors that are thrown, out of functions too, and caught. */
import { inner } from "./expressions.ts";
import type { Scope } from "./scope.ts";
import { part, type Tree } from "./tree.ts";

type Production = (tree: Tree, scope: Scope) => readonly string[];

/** Writes the statements of a block. */
type Block = (tree: Tree, scope: Scope) => readonly string[];

/** Errors, functions that throw them, also by another one, functions that are given these, and ones that claim what their callers say. */
export const throwsPrelude = `class Refused extends Error { constructor(readonly code: string, readonly amount: number, message = "refused") { super(message); this.name = "Refused"; } get isLarge(): boolean { return this.amount > 5; } told(turns: number): string { return \`\${this.code} \${this.isLarge}\`.repeat(turns); } }
class Quiet extends Error {}
function described(error: unknown): string { if (error instanceof Refused) return error.told(1); return error instanceof Error ? error.name : "odd"; }
function short(text: string): string { if (text.length > 4) { throw new Refused(text.slice(0, 2), text.length); } if (text === "") throw new Quiet(); return \`\${text}!\`; }
function shorter(text: string, turns: number): string { if (turns > 1) return text; return short(text.slice(turns)); }
function again(text: string, turns: number): string { if (turns <= 0) { return short(text); } return again(shorter(text, turns), turns - 1); }
function never(text: string): never { throw new RangeError(\`never \${text}\`); }
async function loaded(ctx: SkillContext, text: string): Promise<string> { const answer = await ctx.send({ method: "GET", url: "https://x.test/" + encodeQuery(text), body: "", authorization: "none" }); if (answer.status !== 200) { throw new Refused("http", answer.status, answer.body.slice(0, 5)); } return short(answer.body); }
function tried<T>(work: (turn: number) => T, other: T): T { for (let turn = 0; turn < 2; turn += 1) { try { return work(turn); } catch (error) { if (error instanceof Quiet) { return other; } } } return work(2); }
function handed<T, R>(value: T, work: (value: T) => R): R { return work(value); }
async function waited<T>(work: () => Promise<T>, other: T): Promise<T> { try { return await work(); } catch { return other; } }
function parsedAs<T>(text: string, other: T): T { return text.length > 4 ? (JSON.parse(text) as T) : other; }
function completed<T extends object>(text: string, whole: T): T { return { ...whole, ...JSON.parse(text.length > 4 ? "{" : "{\\"a\\": 7}") }; }`;

/** What may throw, and the name it gives its text to. */
function thrower(tree: Tree, scope: Scope): readonly [name: string, lines: readonly string[]] {
  const waits = scope.frame.isAsync && !scope.inCallback;
  const text = `(${inner("text", tree, 0, waits ? scope.block({ isSteady: true }) : scope)}).slice(0, 7)`;
  const { name } = scope.declare("text");
  const turns = String(tree.pick % 3);
  const forms = [
    [`const ${name}: string = short(${text});`],
    [`const ${name}Short = short("a");`, `const ${name}: string = again(${text}, ${turns}) + ${name}Short;`],
    [`if (short(${text}).length > 3) { never("${turns}"); }`, `const ${name}: string = "${turns}";`],
    [
      `const ${name}List = JSON.parse(${text}.length > 2 ? "[1," : "[2]") as number[];`,
      `const ${name}: string = String(${name}List.length);`,
    ],
    [`const ${name}: string = ${text};`, `if (${name}.length > 2) throw new Refused(${name}, ${turns});`],
    [`let ${name}: string = "";`, `for (const entry of [${text}, "b"]) { ${name} += short(entry); }`],
    [
      `const ${name}List = parsedAs<number[]>(${text}.length > 2 ? "[1, 2]" : "[2", [${turns}]);`,
      `const ${name}Rec: Rec = parsedAs(${text}.length > 3 ? "{\\"a\\": 1, \\"b\\": \\"x\\", \\"c\\": null}" : "{}", given.rec);`,
      `const ${name}: string = \`\${${name}List.join()} \${${name}Rec.b}\`;`,
    ],
    [
      `const ${name}Rec = completed(${text}, { a: ${turns}, b: "b" });`,
      `const ${name}: string = ${name}Rec.a > 2 ? ${name}Rec.b + short(${text}) : shorter(${text}, 1);`,
    ],
    [
      `let ${name}: string = "";`,
      `${name} = (${text} === "" ? short("longer") : ${turns} > 1 ? again(${text}, 1) : "c") as string;`,
    ],
    [
      `const ${name}All = [${text}, "b"].map((entry) => short(entry));`,
      `const ${name}: string = ${name}All.filter((entry, at) => shorter(entry, at + ${turns}).length > 1).join();`,
    ],
    [
      `const ${name}: string = [${text}, "bc"].map(short).reduce((all, entry) => { if (entry.length > 4) { return all + short(entry); } return all + entry; }, "");`,
    ],
    [
      `let ${name}: string = "";`,
      `[${text}, "d"].forEach((entry, at) => { if (entry === "a") return; ${name} += short(entry.slice(at)); });`,
      `if ([${name}, "e"].some((entry) => shorter(entry, ${turns}) === "e!")) { ${name} += [${name}, "f"].find((entry) => { try { return short(entry) === "f!"; } catch { return again(entry, 1) === ""; } }) ?? "none"; }`,
    ],
    [
      `const ${name}All = ${text}.length > 3 ? [${text}].map(short) : [];`,
      `const ${name}First = ${name}All[0] ?? short(${text});`,
      `const ${name}Is: boolean = ${name}All.length > ${turns} && [${name}First].every((entry) => shorter(entry, ${turns}) !== "");`,
      `const ${name}: string = \`\${${name}First} \${${name}Is}\`;`,
    ],
    [
      `let ${name}Last: unknown;`,
      `const ${name}Errors: Error[] = [];`,
      `for (const entry of [${text}, "ab", "longer"]) { try { short(entry); } catch (failure) { ${name}Last = failure; if (failure instanceof Refused) ${name}Errors.push(failure); } }`,
      `if (${name}Errors.length > 1) throw ${name}Last;`,
      `const ${name}: string = ${name}Errors.map(({ message }) => message).join() + (${name}Last instanceof Quiet ? "quiet" : "");`,
    ],
    [
      `const ${name}Text = ${text};`,
      `const ${name}: string = tried((turn) => shorter(${name}Text.slice(turn), ${turns}), "other") + handed(${name}Text, short);`,
    ],
    [
      `const ${name}: string = tried(() => handed(${turns}, (count) => short("abcdef".slice(count))), "${turns}");`,
    ],
    ...(waits
      ? [
          [
            `const ${name}Text = ${text};`,
            `const ${name}: string = await waited(() => loaded(ctx, ${name}Text), short(${name}Text));`,
          ],
          [`const ${name}: string = await loaded(ctx, ${text});`],
          [`const ${name}: string = ${text} > "b" ? await loaded(ctx, ${text}) : "none";`],
        ]
      : []),
  ];
  return [name, forms[tree.choice % forms.length] ?? []];
}

/** What is done with the error: the message of `JSON.parse` nobody knows. */
const caught = [
  '{ noted = error instanceof Refused ? `${error.code} ${error.amount} ${error.message} ${error}` : "other"; }',
  '{ if (error instanceof Quiet) { noted = `quiet ${error.message}`; } else { noted = error instanceof RangeError ? error.message : "some"; } }',
  "{ if (!(error instanceof SyntaxError)) { noted = String(error); } }",
  "{ noted = described(error); }",
];

/** `try` with all that can stand in it: ways out of it, further ones, requests. */
export const tried =
  (block: Block): Production =>
  (tree, scope) => {
    const { name } = scope.declare("text", "let");
    const head = `let ${name}: string = "none";`;
    const inside = scope.block();
    const first = block(part(tree, 1), inside);
    const [found, lines] = thrower(tree, inside);
    const body = [...first, ...lines, `${name} = ${found};`, ...block(part(tree, 2), inside)];
    const handler = (caught[tree.pick % caught.length] ?? "{}").replaceAll("noted", name);
    const rethrow =
      tree.parts.length % 3 === 1
        ? `if (error instanceof Refused && error.amount === 5) { throw new Quiet(${name}); }`
        : "";
    const handled = [handler, rethrow, ...block(part(tree, 3), scope.block())];
    const last = scope.frame.usesContext ? [`ctx.log(${name});`] : [`${name} = ${name}.slice(0, 9);`];
    const written = [
      "try {",
      ...body,
      "} catch (error) {",
      ...handled,
      ...(tree.choice % 2 === 0 ? ["} finally {", ...last] : []),
      "}",
    ];
    // What is thrown again has to be caught.
    return rethrow === "" ? [head, ...written] : [head, "try {", ...written, `} catch { ${name} += "?"; }`];
  };
