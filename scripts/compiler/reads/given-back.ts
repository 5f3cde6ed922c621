/**
 * A function that changes a parameter in place, read as one that gives it back besides its value; who calls it assigns
 * what comes back: `collect(node, out)` becomes `out = collect(node, out)`.
 */
import ts from "typescript";
import { isAsync } from "../analysis/functions.ts";
import { type Giver, giversOf, hasValue, typeOfResult } from "../analysis/givers.ts";
import { type HandingCall, isOnlyBody } from "../analysis/handing-calls.ts";
import { inOneLine } from "../analysis/one-line.ts";
import type { PlaceBefore } from "../analysis/places-before.ts";
import { isInList, returnsOf, walk } from "../analysis/walk.ts";
import { holdsComment, type Insertion } from "./edited-sources.ts";
import { OWNED, RESULT } from "./owned-marks.ts";
import { Pieces } from "./pieces.ts";

/** What has to be put into each file, functions and all their calls at once. */
export function givenBack(
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
  internal: string,
): ReadonlyMap<ts.SourceFile, readonly Insertion[]> {
  const writer = new Writer(checker, internal);
  const givers = giversOf(files, checker).filter(isWritable);
  givers.forEach((giver) => {
    writer.writeFunction(giver);
  });
  // What is computed first is made first.
  const calls = givers
    .flatMap((giver) => giver.calls.map((call) => ({ call, giver })))
    .sort((a, b) => a.call.whole.end - b.call.whole.end);
  calls.forEach(({ call, giver }) => {
    writer.writeCall(call, giver);
  });
  writer.writeVariables(calls.flatMap(({ call }) => call.targets.map(({ place }) => place)));
  return writer.insertions();
}

/** Does no comment stand in what becomes a comment? */
function isWritable({ declaration, calls }: Giver): boolean {
  const moved = [
    declaration.type,
    ...calls.flatMap(({ whole, before }) => (before === null ? [] : [whole, ...before.early])),
  ];
  return !moved.some(
    (node) => node !== undefined && holdsComment(node.getSourceFile(), node.getStart(), node.end),
  );
}

/** Writes functions and calls into their files. */
class Writer {
  private readonly pieces = new Map<ts.SourceFile, Pieces>();
  private readonly names = new Map<ts.SourceFile, number>();
  /** What is read in place of nodes. */
  private readonly replaced = new Map<ts.Node, string>();
  private readonly replacements: (() => void)[] = [];
  /** Statements, and bodies of callbacks, before which something stands. */
  private readonly opened = new Set<ts.Node>();
  private readonly bodies: (readonly [ts.SourceFile, number])[] = [];

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly internal: string,
  ) {}

  insertions(): ReadonlyMap<ts.SourceFile, readonly Insertion[]> {
    this.bodies.forEach(([file, from]) => {
      this.piecesOf(file).before(from, "return ");
    });
    this.replacements.forEach((write) => {
      write();
    });
    return new Map([...this.pieces].map(([file, pieces]) => [file, pieces.insertions(file)]));
  }

  writeFunction({ declaration, positions, form }: Giver): void {
    const file = declaration.getSourceFile();
    const { body } = declaration;
    const parameters = [...positions].flatMap((index) => declaration.parameters[index] ?? []);
    if (body === undefined) {
      return;
    }
    const pieces = this.piecesOf(file);
    let head = "";
    for (const { name, type } of parameters) {
      const given = this.unused(file, "_given", name.getText(file));
      this.namesIn(declaration, name).forEach((node) => {
        pieces.behind(node.end, given);
      });
      head += ` let ${name.getText(file)}: ${plainText(type, file)} = ${OWNED}(${name.getText(file)}${given});`;
    }
    pieces.behind(body.getStart(file) + 1, head);
    if (form === "itself") {
      return;
    }
    const names = parameters.map(({ name }) => name.getText(file));
    const [name = ""] = names;
    const back = form === "alone" ? name : `{ ${names.map((one) => `${one}: ${one}`).join(", ")} }`;
    this.writeType(declaration, form, parameters);
    const returns = returnsOf(declaration.body);
    for (const one of returns) {
      const { expression } = one;
      if (expression === undefined) {
        pieces.behind(one.getStart(file) + "return".length, ` ${back}`);
      } else {
        const others = names.map((other) => `, ${other}: ${other}`).join("");
        pieces.around(expression.getStart(file), `{ ${valueKey(names)}: `, expression.end, `${others} }`);
      }
    }
    const last = body.statements.at(-1);
    if (
      !returns.some(({ expression }) => expression !== undefined) &&
      (last === undefined || !ts.isReturnStatement(last))
    ) {
      pieces.before(body.end - 1, ` return ${back}; `);
    }
  }

  /** Where a parameter is named among the parameters: its own name, and what others are without an argument. */
  private namesIn({ parameters }: ts.FunctionDeclaration, own: ts.Node): readonly ts.Node[] {
    const found: ts.Node[] = [];
    const symbol = this.checker.getSymbolAtLocation(own);
    parameters.forEach((parameter) => {
      walk(parameter, (node) => {
        if (ts.isIdentifier(node) && this.checker.getSymbolAtLocation(node) === symbol) {
          found.push(node);
        }
      });
    });
    return found;
  }

  /** The type of what is given back. */
  private writeType(
    declaration: ts.FunctionDeclaration,
    form: Giver["form"],
    parameters: readonly ts.ParameterDeclaration[],
  ): void {
    const file = declaration.getSourceFile();
    const names = parameters.map(({ name }) => name.getText(file));
    const fields = parameters.map(({ name, type }) => `${name.getText(file)}: ${plainText(type, file)}`);
    const value = hasValue(declaration, form) ? typeOfResult(declaration) : null;
    const all = value === null ? fields : [`${valueKey(names)}: ${plainText(value, file)}`, ...fields];
    const type = form === "alone" ? plainText(parameters[0]?.type, file) : `{ ${all.join("; ")} }`;
    const whole = isAsync(declaration) ? `Promise<${type}>` : type;
    const bracket = declaration.getChildren(file).find(({ kind }) => kind === ts.SyntaxKind.CloseParenToken);
    if (declaration.type !== undefined) {
      this.piecesOf(file).instead(declaration.type.getStart(file), declaration.type.end, whole);
    } else if (bracket !== undefined) {
      this.piecesOf(file).behind(bracket.end, `: ${whole}`);
    }
  }

  writeCall(handing: HandingCall, giver: Giver): void {
    if (handing.targets.length === 0 && giver.form === "beside" && hasValue(giver.declaration, giver.form)) {
      this.replace(handing.whole, `(${this.textOf(handing.whole)}).${valueKey(namesOf(giver))}`);
    } else if (handing.before === null) {
      this.writeStatement(handing, giver);
    } else {
      this.writeBefore(handing, handing.before, giver);
    }
  }

  /** A call that is a statement of its own, or all that a callback does. */
  private writeStatement({ whole, targets }: HandingCall, { form }: Giver): void {
    const file = whole.getSourceFile();
    const pieces = this.piecesOf(file);
    const [from, to] = [whole.getStart(file), whole.end];
    const [target] = targets;
    if (target === undefined) {
      return;
    }
    if (form !== "beside") {
      const [opens, closes] = isOnlyBody(whole) ? ["{ ", "; }"] : ["", ""];
      pieces.around(from, `${opens}${this.textOf(target.place)} = ${OWNED}(`, to, `)${closes}`);
      return;
    }
    const result = this.unused(file, "", RESULT);
    const assigned = this.assigned(targets, (parameter) => `${result}.${parameter}`).join("; ");
    const parent = ts.isArrowFunction(whole.parent) ? null : whole.parent;
    if (parent === null) {
      pieces.around(from, `{ const ${result} = `, to, `; ${assigned}; }`);
    } else {
      const isListed = isInList(parent);
      pieces.around(parent.getStart(file), isListed ? "" : "{ ", parent.end, isListed ? "" : " }");
      pieces.around(from, `const ${result} = `, to, `; ${assigned}`);
    }
  }

  /** A call in the middle of a statement, or of the body of a callback, is made before that. */
  private writeBefore(
    { whole, targets }: HandingCall,
    { statement, early }: PlaceBefore,
    giver: Giver,
  ): void {
    const file = whole.getSourceFile();
    const isPart = giver.form !== "beside";
    const [target] = targets;
    const constants = early
      .filter((node) => !this.replaced.has(node))
      .map((node) => {
        const name = this.unused(file, "", "computed_before");
        const text = `const ${name} = ${this.textOf(node)}; `;
        this.replace(node, name);
        return text;
      });
    const result = this.unused(file, "", RESULT);
    const made = this.textOf(whole);
    const before =
      isPart && target !== undefined
        ? `${this.textOf(target.place)} = ${OWNED}(${made}); `
        : `const ${result} = ${made}; ${this.assigned(targets, (name) =>
            isPart ? result : `${result}.${name}`,
          )
            .map((one) => `${one}; `)
            .join("")}`;
    const value = !isPart
      ? `${result}.${valueKey(namesOf(giver))}`
      : target === undefined
        ? result
        : this.textOf(target.place);
    this.openBefore(statement, constants.join("") + before);
    this.replace(whole, value);
  }

  /** Puts statements before a statement, or before what a callback gives. */
  private openBefore(statement: ts.Node, text: string): void {
    const file = statement.getSourceFile();
    const pieces = this.piecesOf(file);
    const from = statement.getStart(file);
    if (this.opened.has(statement)) {
      pieces.before(from, text);
      return;
    }
    this.opened.add(statement);
    const isBody = !ts.isStatement(statement);
    const isListed = !isBody && isInList(statement);
    pieces.around(
      from,
      `${isListed ? "" : "{ "}${text}`,
      statement.end,
      isBody ? "; }" : isListed ? "" : " }",
    );
    if (isBody) {
      this.bodies.push([file, from]);
    }
  }

  private assigned(targets: HandingCall["targets"], given: (parameter: string) => string): readonly string[] {
    return targets.map(({ parameter, place }) => `${this.textOf(place)} = ${OWNED}(${given(parameter)})`);
  }

  /** Has something else be read in place of a node, and of every copy of it. */
  private replace(node: ts.Node, text: string): void {
    const file = node.getSourceFile();
    this.replaced.set(node, text);
    this.replacements.push(() => {
      // What stands in something that is replaced as well is a comment with it.
      if (ts.findAncestor(node.parent, (around) => this.replaced.has(around)) === undefined) {
        this.piecesOf(file).instead(node.getStart(file), node.end, text);
      }
    });
  }

  /** The text of a node as it is read, in one line. */
  private textOf(node: ts.Node): string {
    return inOneLine(node, node.getSourceFile(), this.replaced);
  }

  /** Makes variables of the constants that are given what comes back. */
  writeVariables(places: readonly ts.Expression[]): void {
    const lists = new Set(
      places.flatMap((place) => {
        const declaration = ts.isIdentifier(place)
          ? this.checker.getSymbolAtLocation(place)?.valueDeclaration
          : undefined;
        return declaration !== undefined && ts.isVariableDeclaration(declaration) ? [declaration.parent] : [];
      }),
    );
    for (const list of lists) {
      const file = list.getSourceFile();
      if ((list.flags & ts.NodeFlags.Const) !== 0) {
        const from = list.getStart(file);
        this.piecesOf(file).instead(from, from + "const".length, "let");
      }
    }
  }

  private piecesOf(file: ts.SourceFile): Pieces {
    const known = this.pieces.get(file);
    if (known !== undefined) {
      return known;
    }
    const pieces = new Pieces();
    const [first] = file.statements;
    if (first !== undefined && !file.text.includes(OWNED)) {
      // In the first line, for every other to keep its number.
      pieces.before(
        first.getStart(file),
        `import { owned as ${OWNED} } from ${JSON.stringify(this.internal)}; `,
      );
    }
    this.pieces.set(file, pieces);
    return pieces;
  }

  /** What makes a name, with what is before it, that stands nowhere in the file. */
  private unused(file: ts.SourceFile, ending: string, before: string): string {
    for (let count = (this.names.get(file) ?? 0) + 1; ; count += 1) {
      const tail = `${ending}_${String(count)}`;
      if (!file.text.includes(before + tail)) {
        this.names.set(file, count);
        return ending === "" ? before + tail : tail;
      }
    }
  }
}

/** The names of the parameters that are given back. */
function namesOf({ declaration, positions }: Giver): readonly string[] {
  return [...positions].flatMap((index) => declaration.parameters[index]?.name.getText() ?? []);
}

/** What the value is called beside the parameters. */
function valueKey(names: readonly string[]): string {
  return ["value", "result"].find((key) => !names.includes(key)) ?? `of_${names.join("_")}`;
}

/** The text in one line. */
function plainText(node: ts.Node | undefined, file: ts.SourceFile): string {
  return node === undefined ? "unknown" : inOneLine(node, file);
}
