/** Statements: a table of productions, read by the choices of a tree. */
import { callback, expression, inner } from "./expressions.ts";
import { generatorStatements } from "./generators.ts";
import { labelled } from "./labels.ts";
import { positiveLiteral } from "./literals.ts";
import { naturalStatements } from "./natural.ts";
import { type Kind, type Scope, typeNames } from "./scope.ts";
import { part, type Tree } from "./tree.ts";
import { tried } from "./throws.ts";
import { call, waiting } from "./waiting.ts";

/** Writes one statement, or several, and declares what they declare. */
type Production = (tree: Tree, scope: Scope) => readonly string[];

const kinds = ["int", "text", "bool", "maybe", "ints", "texts", "rec", "recs"] as const;
const letKinds = ["int", "text", "bool", "maybe", "ints"] as const;
const deepestLoop = 2;

/** Values that are assigned again and again must not grow without end. */
function bounded(kind: (typeof letKinds)[number], value: string): string {
  switch (kind) {
    case "int":
      return `(${value}) % 1009`;
    case "text":
      return `(${value}).slice(0, 40)`;
    case "ints":
      return `(${value}).slice(0, 6)`;
    default:
      return value;
  }
}

const log: Production = (tree, scope) =>
  scope.frame.usesContext ? [`ctx.log(${inner("text", tree, 0, scope)});`] : declareConst(tree, scope);

const declareConst: Production = (tree, scope) => {
  const kind = kinds[tree.pick % kinds.length] ?? "int";
  const value = inner(kind, tree, 0, scope);
  const { name } = scope.declare(kind);
  return [`const ${name}: ${typeNames[kind]} = ${value};`];
};

const declareLet: Production = (tree, scope) => {
  const kind = letKinds[tree.pick % letKinds.length] ?? "int";
  const value = inner(kind, tree, 0, scope);
  const { name } = scope.declare(kind, "let");
  return [`let ${name}: ${typeNames[kind]} = ${value};`];
};

const assign: Production = (tree, scope) => {
  const variable = scope.findChangeable("let", tree.pick);
  if (variable === undefined) {
    return log(tree, scope);
  }
  const kind = letKinds.find((known) => known === variable.kind) ?? "int";
  return [`${variable.name} = ${bounded(kind, inner(kind, tree, 0, scope))};`];
};

const count: Production = (tree, scope) => {
  const variable = scope.findChangeable("let", tree.pick);
  switch (variable?.kind) {
    case "int":
      return (
        [
          [`${variable.name} += (${inner("int", tree, 0, scope)}) % 97;`],
          [`${variable.name}++;`],
          [`${variable.name} -= ${positiveLiteral(tree.pick)};`],
        ][tree.parts.length % 3] ?? []
      );
    case "text":
      return [`${variable.name} += (${inner("text", tree, 0, scope)}).slice(0, 5);`];
    case "maybe":
      return [`${variable.name} ??= ${inner("text", tree, 0, scope)};`];
    default:
      return assign(tree, scope);
  }
};

const swap: Production = (tree, scope) => {
  const first = scope.findChangeable("let", tree.pick);
  const second = scope.findChangeable("let", tree.choice, first?.kind);
  return first === undefined || second === undefined || first.name === second.name
    ? assign(tree, scope)
    : [`[${first.name}, ${second.name}] = [${second.name}, ${first.name}];`];
};

const buildList: Production = (tree, scope) => {
  const known = scope.findChangeable("list", tree.pick);
  if (known === undefined || tree.parts.length < 2) {
    const { name } = scope.declare("texts", "list");
    return [`const ${name}: string[] = [];`];
  }
  return [`${known.name}.push(${inner("text", tree, 0, scope)}, ${inner("text", tree, 1, scope)});`];
};

/** A list that the function has made is put in order, or its elements are given other values. */
const reorder: Production = (tree, scope) => {
  const known = scope.findChangeable("list", tree.pick);
  if (known === undefined) {
    return buildList(tree, scope);
  }
  const { name } = known;
  const inside = scope.block({ inCallback: true, inLoop: true });
  const at = inside.declare("int").name;
  const forms = [
    [`${name}.sort();`],
    [`${name}.reverse();`],
    [`if (${name}.length > 0) { ${name}[0] = ${inner("text", tree, 0, scope)}; }`],
    [
      `for (let ${at} = 0; ${at} < ${name}.length; ${at} += 1) {`,
      `${name}[${at}] = (${inner("text", tree, 0, inside)}).slice(0, 9) + (${name}[${at}] ?? "").slice(0, 9);`,
      "}",
    ],
  ];
  return forms[tree.choice % forms.length] ?? [];
};

/** Texts are counted, and grouped by how often they were there. */
const countTexts: Production = (tree, scope) => {
  const texts = `(${inner("texts", tree, 0, scope)}).slice(0, 5)`;
  const wanted = inner("text", tree, 1, scope);
  const [names, known] = [scope.declare("texts").name, scope.declare("int").name];
  return [
    `const ${names}Counts = emptyRecord<number>();`,
    `const ${names}Groups = emptyRecord<string[]>();`,
    `for (const entry of ${texts}) {`,
    `${names}Counts[entry] = (${names}Counts[entry] ?? 0) + 1;`,
    `(${names}Groups[\`\${${names}Counts[entry] ?? 0}\`] ??= []).push(entry);`,
    "}",
    `const ${names}: readonly string[] = [...Object.keys(${names}Counts), JSON.stringify(${names}Groups)];`,
    `const ${known}: number = ${names}Counts[${wanted}] ?? -1;`,
  ];
};

/** An arrow function that has a name, called and given to a method. */
const nameFunction: Production = (tree, scope) => {
  const kind = kinds[tree.pick % kinds.length] ?? "int";
  const written = callback("text", kind, tree, 0, scope.block({ isSteady: true }));
  const argument = inner("text", tree, 1, scope);
  const list = inner("texts", tree, 2, scope);
  const { name } = scope.declare(kind);
  const all =
    kind === "int" || kind === "text" || kind === "rec" ? scope.declare(`${kind}s`).name : undefined;
  const type = typeNames[kind];
  return [
    `const ${name}Of: (value: string) => ${type} = ${written};`,
    `const ${name}: ${type} = ${name}Of(${argument});`,
    ...(all === undefined ? [] : [`const ${all}: readonly (${type})[] = (${list}).map(${name}Of);`]),
  ];
};

const buildBox: Production = (tree, scope) => {
  const known = scope.findChangeable("box", tree.pick);
  if (known === undefined || tree.parts.length < 2) {
    const first = inner("text", tree, 0, scope);
    const { name } = scope.declare("texts", "box");
    return [`const ${name}: { items: string[] } = { items: [${first}] };`];
  }
  return tree.choice % 2 === 0
    ? [`${known.name}.items.push(${inner("text", tree, 0, scope)}, ${inner("text", tree, 1, scope)});`]
    : [
        `(${inner("texts", tree, 0, scope)}).slice(0, 3).forEach((entry) => ${known.name}.items.push(entry));`,
      ];
};

const buildRecord: Production = (tree, scope) => {
  const known = scope.findChangeable("object", tree.pick);
  if (known === undefined || tree.parts.length < 2) {
    const fields = `a: ${inner("int", tree, 0, scope)}, b: ${inner("text", tree, 1, scope)}, c: given.none`;
    const { name } = scope.declare("rec", "object");
    return [`const ${name}: { a: number; b: string; c: string | null } = { ${fields} };`];
  }
  const forms = [
    `${known.name}.a = (${inner("int", tree, 0, scope)}) % 1009;`,
    `${known.name}.b = (${inner("text", tree, 0, scope)}).slice(0, 20);`,
    `${known.name}.a += (${inner("int", tree, 0, scope)}) % 97;`,
    `${known.name}.a--;`,
    `${known.name}.b ||= ${inner("text", tree, 0, scope)};`,
    `${known.name}.c ??= ${inner("text", tree, 0, scope)};`,
  ];
  return [forms[tree.choice % forms.length] ?? ""];
};

const choice: Production = (tree, scope) => {
  const test = inner("bool", tree, 0, scope);
  const then = block(part(tree, 1), scope.block());
  return tree.parts.length < 3
    ? [`if (${test}) {`, ...then, "}"]
    : [`if (${test}) {`, ...then, "} else {", ...block(part(tree, 2), scope.block()), "}"];
};

const leave: Production = (tree, scope) => {
  const test = inner("bool", tree, 0, scope);
  const inside = block(part(tree, 1), scope.block());
  const end =
    (scope.loops > 0 || scope.inSwitch) && tree.choice % 3 !== 0
      ? tree.choice % 3 === 1 || scope.loops === 0
        ? "break;"
        : "continue;"
      : scope.frame.returns === "everything"
        ? `return ["early", ${inner("text", tree, 2, scope)}];`
        : `return ${returned(scope.frame.returns, part(tree, 2), scope)};`;
  return [`if (${test}) {`, ...inside, end, "}"];
};

/** What a function returns. */
export function returned(kind: Kind, tree: Tree, scope: Scope): string {
  return kind === "answer" ? '{ status: 0, body: "" }' : expression(kind, tree, scope);
}

const loop: Production = (tree, scope) => {
  if (scope.loops >= deepestLoop) {
    return choice(tree, scope);
  }
  const kind = (["ints", "texts", "recs"] as const)[tree.pick % 3] ?? "ints";
  const list = `(${inner(kind, tree, 0, scope)}).slice(0, 4)`;
  const inside = scope.block({ inLoop: true });
  const { name } = inside.declare(kind === "ints" ? "int" : kind === "texts" ? "text" : "rec");
  return [`for (const ${name} of ${list}) {`, ...block(part(tree, 1), inside), "}"];
};

const matchLoop: Production = (tree, scope) => {
  if (scope.loops >= deepestLoop) {
    return choice(tree, scope);
  }
  const text = `(${inner("text", tree, 0, scope)}).slice(0, 9)`;
  const pattern = ["/[a-zж]-?/gu", "marksPattern", "/([0-9])|[^0-9]+/g"][tree.pick % 3] ?? "marksPattern";
  const inside = scope.block({ inLoop: true });
  const { name } = inside.declare("text");
  return [
    `for (const [${name} = ""] of ${text}.matchAll(${pattern})) {`,
    ...block(part(tree, 1), inside),
    "}",
  ];
};

const counterLoop: Production = (tree, scope) => {
  if (scope.loops >= deepestLoop) {
    return choice(tree, scope);
  }
  const inside = scope.block({ inLoop: true });
  const { name } = inside.declare("int");
  const turns = String(tree.pick % 4);
  const head = [
    `let ${name} = 0; ${name} < ${turns}; ${name} += 1`,
    `let ${name} = 1; ${name} <= ${turns}; ${name}++`,
    `let ${name} = ${turns}; ${name} > 0; ${name} -= 1`,
    `let ${name} = 0; ${name} < ${turns} * 2; ${name} += 2`,
  ][tree.choice % 4];
  // Every other loop asks something else, too, before each turn.
  const [start = "", test = "", step = ""] = (head ?? "").split("; ");
  const asked = tree.pick % 2 === 0 ? test : `${test} && ${inner("bool", tree, 1, inside)}`;
  return [`for (${start}; ${asked}; ${step}) {`, ...block(part(tree, 0), inside), "}"];
};

const choose: Production = (tree, scope) => {
  const first = block(part(tree, 1), scope.block({ inSwitch: true }));
  const second = block(part(tree, 2), scope.block({ inSwitch: true }));
  const other = block(part(tree, 3), scope.block({ inSwitch: true }));
  return [
    `switch ((${inner("int", tree, 0, scope)}) % 4) {`,
    "case 0: case 1: {",
    ...first,
    "break; }",
    "case 2: {",
    ...second,
    "break; }",
    "default: {",
    ...other,
    "} }",
  ];
};

const chooseText: Production = (tree, scope) => [
  `switch ((${inner("text", tree, 0, scope)}).slice(0, 1)) {`,
  'case "a": {',
  ...block(part(tree, 1), scope.block({ inSwitch: true })),
  "break; }",
  'case "": case "Ж": {',
  ...block(part(tree, 2), scope.block({ inSwitch: true })),
  "break; }",
  "}",
];

const callHelper: Production = (tree, scope) => {
  const helper = scope.findHelper(null, false, tree.pick);
  return helper === undefined ? log(tree, scope) : call(helper, tree, scope);
};

const takeApart: Production = (tree, scope) => {
  const value = inner("rec", tree, 0, scope);
  const [a, b, c] = [scope.declare("int"), scope.declare("text"), scope.declare("maybe")];
  return [`const { a: ${a.name}, b: ${b.name}, c: ${c.name} } = ${value};`];
};

const productions: readonly Production[] = [
  log,
  declareConst,
  declareLet,
  assign,
  count,
  choice,
  loop,
  leave,
  waiting,
  counterLoop,
  buildList,
  choose,
  buildRecord,
  buildBox,
  buildBox,
  waiting,
  callHelper,
  assign,
  chooseText,
  takeApart,
  matchLoop,
  log,
  nameFunction,
  countTexts,
  reorder,
  swap,
  declareLet,
  declareLet,
  declareLet,
  ...naturalStatements,
  tried(block),
  tried(block),
  labelled(block),
  labelled(block),
  ...generatorStatements(block),
];

/** The statements of a block. */
export function block(tree: Tree, scope: Scope): readonly string[] {
  return tree.parts.flatMap((statement) => {
    const production = productions[statement.choice % productions.length] ?? log;
    return production(statement, scope);
  });
}
