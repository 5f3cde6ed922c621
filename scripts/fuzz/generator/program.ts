/** Whole programs: a few helpers, then `main`. */
import fc from "fast-check";
import type { ProgramInput } from "../../sandbox/program/index.ts";
import { naturalPrelude } from "./natural.ts";
import { productions } from "./productions.ts";
import { type FunctionFrame, type Helper, type Kind, Scope, typeNames } from "./scope.ts";
import { block, returned } from "./statements.ts";
import { throwsPrelude } from "./throws.ts";
import { part, type Tree, trees } from "./tree.ts";

/** A program with the inputs it is tried with. */
export interface GeneratedProgram {
  readonly source: string;
  readonly inputs: readonly ProgramInput[];
}

const prelude = `import { asList, asText, emptyRecord, encodeQuery, parseJson, property, toInteger } from "#sdk";
import type { HttpResult, JsonValue, SkillContext } from "#sdk";
interface Rec { readonly a: number; readonly b: string; readonly c: string | null }
interface Given { readonly yes: boolean; readonly no: boolean; readonly none: string | null; readonly ints: readonly number[]; readonly texts: readonly string[]; readonly rec: Rec; readonly recs: readonly Rec[] }
const given: Given = { yes: true, no: false, none: null, ints: [3, 0, -2], texts: ["a", "", "жb"], rec: { a: 1, b: "r", c: null }, recs: [{ a: 5, b: "x", c: "c" }, { a: -1, b: "", c: null }] };
const wordPattern = /[a-zж]+/i;
const marksPattern = /[,"']/g;
function orNull(text: string | null): string | null { return text; }
${naturalPrelude}
${throwsPrelude}`;

const parameterKinds: readonly Kind[] = ["int", "text", "bool", "maybe", "ints", "texts", "rec", "recs"];

function helperHead(tree: Tree, index: number): Helper {
  const isAsync = tree.choice % 2 === 1;
  const parameters = [tree.pick, tree.pick >> 3].map(
    (pick) => parameterKinds[pick % parameterKinds.length] ?? "int",
  );
  return {
    name: `helper${String(index + 1)}`,
    isAsync,
    usesContext: isAsync || tree.choice % 3 === 0,
    parameters,
    // A parameter that may be null can have no default.
    hasDefault: tree.parts.length % 2 === 0 && parameters.at(-1) !== "maybe",
    returns: parameterKinds[(tree.pick >> 5) % parameterKinds.length] ?? "int",
  };
}

function helperText(tree: Tree, head: Helper, earlier: readonly Helper[]): string {
  const frame: FunctionFrame = {
    productions,
    helpers: earlier.filter((helper) => !helper.usesContext || head.usesContext),
    isAsync: head.isAsync,
    usesContext: head.usesContext,
    returns: head.returns,
  };
  const scope = new Scope(frame, 0, false, false);
  const parameters = head.parameters.map((kind, index) => {
    const name = `${kind}${["Given", "Other"][index] ?? ""}`;
    const isLast = index === head.parameters.length - 1;
    // The default sees no variable: in a function that waits it could not.
    const fallback = head.hasDefault && isLast ? ` = ${defaultFor(kind, tree, frame)}` : "";
    scope.add({ name, kind, change: "none" });
    return `${name}: ${typeNames[kind]}${fallback}`;
  });
  // A function that is one `return` is written in place of its call.
  const isInlined = !head.isAsync && tree.pick % 2 === 0;
  const body = isInlined ? [] : block(part(tree, 0), scope);
  const result = returned(head.returns, part(tree, 1), scope);
  const type = head.isAsync ? `Promise<${typeNames[head.returns]}>` : typeNames[head.returns];
  const all = [...(head.usesContext ? ["ctx: SkillContext"] : []), ...parameters].join(", ");
  return [
    `${head.isAsync ? "async " : ""}function ${head.name}(${all}): ${type} {`,
    ...body,
    `return ${result};`,
    "}",
  ].join("\n");
}

function defaultFor(kind: Kind, tree: Tree, frame: FunctionFrame): string {
  return returned(kind, part(tree, 2), new Scope({ ...frame, helpers: [] }, 0, false, false));
}

/** Reads a program out of trees. */
function programText(main: Tree, helpers: readonly Tree[]): string {
  const heads: Helper[] = [];
  const texts = helpers.map((tree, index) => {
    const head = helperHead(tree, index);
    const text = helperText(tree, head, heads);
    heads.push(head);
    return text;
  });
  const frame: FunctionFrame = {
    productions,
    helpers: heads,
    isAsync: true,
    usesContext: true,
    returns: "everything",
  };
  const scope = new Scope(frame, 0, false, false);
  scope.add({ name: "n", kind: "int", change: "none" });
  scope.add({ name: "word", kind: "text", change: "none" });
  scope.add({ name: "list", kind: "ints", change: "none" });
  scope.add({ name: "maybeWord", kind: "maybe", change: "none" });
  scope.add({ name: "total", kind: "int", change: "let" });
  const body = block(main, scope);
  const everything = scope.variables.map(({ name, change, kind }) =>
    change === "box"
      ? `[...${name}.items]`
      : change === "list"
        ? `[...${name}]`
        : kind === "rec" || change === "object"
          ? `{ ...${name} }`
          : name,
  );
  return [
    prelude,
    ...texts,
    "interface Input { readonly n: number; readonly word: string; readonly list: readonly number[]; readonly maybeWord: string | null }",
    "export async function main(ctx: SkillContext, input: Input): Promise<readonly unknown[]> {",
    "const { n, word, list, maybeWord } = input;",
    "let total = n;",
    ...body,
    `return [${everything.join(", ")}];`,
    "}",
    "",
  ].join("\n");
}

const bodies = fc.oneof(
  fc.constantFrom("", "ok", "a,b", '{"a":"1"}', '[1,"2",null]', "жук", "<html>", "{{ x }}"),
  fc.string({ maxLength: 6 }),
);
const response = fc.record({ status: fc.constantFrom(200, 200, 404, 0, 500), body: bodies });

const input: fc.Arbitrary<ProgramInput> = fc.record({
  input: fc.record({
    n: fc.integer({ min: -9, max: 99 }),
    word: fc.oneof(fc.constantFrom("", "abc", "a,b,a", "Жук 12", "{{", "\n"), fc.string({ maxLength: 8 })),
    list: fc.array(fc.integer({ min: -5, max: 20 }), { maxLength: 4 }),
    maybeWord: fc.constantFrom(null, "", "m"),
  }),
  responses: fc.array(response, { maxLength: 8 }),
});

/** Programs with their inputs, shrinking to shorter ones. */
export const generatedPrograms: fc.Arbitrary<GeneratedProgram> = fc
  .record({
    main: fc.record({
      choice: fc.constant(0),
      pick: fc.constant(0),
      parts: fc.array(trees(4), { minLength: 3, maxLength: 12, size: "max" }),
    }),
    helpers: fc.array(trees(4), { maxLength: 3 }),
    inputs: fc.array(input, { minLength: 3, maxLength: 3 }),
  })
  .map(({ main, helpers, inputs }) => ({ source: programText(main, helpers), inputs }));
