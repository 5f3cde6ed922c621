/** Whole programs: a few helpers, then `main`. */
import fc from "fast-check";
import type { ProgramInput } from "../../sandbox/program/index.ts";
import { preludeFor } from "./prelude.ts";
import { productions } from "./productions.ts";
import { handingBody, recursiveBody, smallKinds } from "./recursion.ts";
import { type FunctionFrame, type Helper, type Kind, Scope, type Table, typeNames } from "./scope.ts";
import { block, returned } from "./statements.ts";
import { tableHead, tableText } from "./tables.ts";
import { part, type Tree, trees } from "./tree.ts";

/** A program with the inputs it is tried with. */
export interface GeneratedProgram {
  readonly source: string;
  readonly inputs: readonly ProgramInput[];
}

const parameterKinds: readonly Kind[] = ["int", "text", "bool", "maybe", "ints", "texts", "rec", "recs"];

const forms = ["plain", "plain", "rest", "recursive", "plain", "handing"] as const;
const listKinds = ["ints", "texts", "recs"] as const;

function helperHead(tree: Tree, index: number, earlier: readonly Helper[]): Helper {
  const form = forms[(tree.choice >> 1) % forms.length] ?? "plain";
  const isAsync = tree.choice % 2 === 1 || form === "handing";
  const [first = "int", second = "int"] = [tree.pick, tree.pick >> 3].map(
    (pick) => parameterKinds[pick % parameterKinds.length],
  );
  const last = form === "rest" ? listKinds[tree.pick % 3] : smallKinds[tree.pick % smallKinds.length];
  const parameters: readonly Kind[] =
    form === "recursive"
      ? ["int", last ?? "int"]
      : form === "rest"
        ? [first, last ?? "ints"]
        : [first, second];
  const returns: Kind =
    form === "recursive"
      ? (smallKinds[(tree.pick >> 5) % smallKinds.length] ?? "int")
      : form === "handing"
        ? (promised(tree, earlier)?.returns ?? "answer")
        : (parameterKinds[(tree.pick >> 5) % parameterKinds.length] ?? "int");
  return {
    name: `helper${String(index + 1)}`,
    isAsync,
    usesContext: isAsync || tree.choice % 3 === 0,
    parameters,
    // A parameter that may be null can have no default.
    hasDefault:
      (form === "plain" || form === "handing") &&
      tree.parts.length % 2 === 0 &&
      parameters.at(-1) !== "maybe",
    returns,
    form,
  };
}

/** The function before it whose promise a function hands on; every other hands a request's on. */
function promised(tree: Tree, earlier: readonly Helper[]): Helper | undefined {
  return tree.pick % 2 === 0 ? undefined : earlier.findLast(({ isAsync }) => isAsync);
}

function helperText(tree: Tree, head: Helper, earlier: readonly Helper[], tables: readonly Table[]): string {
  const isHanding = head.form === "handing";
  const frame: FunctionFrame = {
    productions,
    // What calls itself calls nothing that does so, too: that would take long.
    helpers: earlier.filter(
      ({ usesContext, form }) =>
        (!usesContext || head.usesContext) && (head.form !== "recursive" || form !== "recursive"),
    ),
    tables,
    isAsync: head.isAsync && !isHanding,
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
    return `${head.form === "rest" && isLast ? "..." : ""}${name}: ${typeNames[kind]}${fallback}`;
  });
  const type = head.isAsync ? `Promise<${typeNames[head.returns]}>` : typeNames[head.returns];
  const all = [...(head.usesContext ? ["ctx: SkillContext"] : []), ...parameters].join(", ");
  return [
    `${head.isAsync && !isHanding ? "async " : ""}function ${head.name}(${all}): ${type} {`,
    ...helperBody(tree, head, promised(tree, earlier), scope),
    "}",
  ].join("\n");
}

function helperBody(tree: Tree, head: Helper, other: Helper | undefined, scope: Scope): readonly string[] {
  const { form, isAsync, returns } = head;
  if (form === "handing") {
    return handingBody(tree, other, scope);
  }
  if (form === "recursive" && returns !== "answer") {
    return recursiveBody(tree, head, returns, scope);
  }
  // A function that is one `return` is written in place of its call.
  const isInlined = !isAsync && tree.pick % 2 === 0;
  const body = isInlined ? [] : block(part(tree, 0), scope);
  return [...body, `return ${returned(returns, part(tree, 1), scope)};`];
}

function defaultFor(kind: Kind, tree: Tree, frame: FunctionFrame): string {
  return returned(kind, part(tree, 2), new Scope({ ...frame, helpers: [] }, 0, false, false));
}

/** Reads a program out of trees. */
function programText(main: Tree, helpers: readonly Tree[], tableTrees: readonly Tree[]): string {
  const tables = tableTrees.map(tableHead);
  const heads: Helper[] = [];
  const texts = helpers.map((tree, index) => {
    const head = helperHead(tree, index, heads);
    const text = helperText(tree, head, heads, tables);
    heads.push(head);
    return text;
  });
  const frame: FunctionFrame = {
    productions,
    helpers: heads,
    tables,
    isAsync: true,
    usesContext: true,
    returns: "everything",
  };
  const alone: FunctionFrame = { ...frame, helpers: [], tables: [], isAsync: false, usesContext: false };
  const tableTexts = tables.map((table, index) => tableText(tableTrees[index] ?? main, table, alone));
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
  const written = [
    ...tableTexts,
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
  return `${preludeFor(written)}\n${written}`;
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
    tables: fc.array(trees(2), { maxLength: 2 }),
    inputs: fc.array(input, { minLength: 3, maxLength: 3 }),
  })
  .map(({ main, helpers, tables, inputs }) => ({ source: programText(main, helpers, tables), inputs }));
