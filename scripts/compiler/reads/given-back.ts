/**
 * A function that changes a parameter in place, read as one that gives it back besides its value; who calls it assigns
 * what comes back: `collect(node, out)` becomes `out = collect(node, out)`.
 */
import ts from "typescript";
import { isAsync } from "../analysis/functions.ts";
import { type Giver, giversOf, hasValue, typeOfResult } from "../analysis/givers.ts";
import { type HandingCall, isOnlyBody } from "../analysis/handing-calls.ts";
import { inOneLine } from "../analysis/one-line.ts";
import { isInList, returnsOf } from "../analysis/walk.ts";
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
  const calls = givers.flatMap((giver) => giver.calls.map((call) => ({ call, giver })));
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
    ...calls.map(({ whole, statement }) => (statement === null ? undefined : whole)),
  ];
  return !moved.some(
    (node) => node !== undefined && holdsComment(node.getSourceFile(), node.getStart(), node.end),
  );
}

/** Writes functions and calls into their files. */
class Writer {
  private readonly pieces = new Map<ts.SourceFile, Pieces>();
  private readonly names = new Map<ts.SourceFile, number>();

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly internal: string,
  ) {}

  insertions(): ReadonlyMap<ts.SourceFile, readonly Insertion[]> {
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
      pieces.behind(name.end, given);
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

  writeCall({ whole, targets, statement }: HandingCall, { declaration, positions, form }: Giver): void {
    const file = whole.getSourceFile();
    const pieces = this.piecesOf(file);
    const [from, to] = [whole.getStart(file), whole.end];
    const isPart = form !== "beside";
    const [target] = targets;
    const assign = (place: ts.Expression, value: string): string =>
      `${plainText(place, file)} = ${OWNED}(${value})`;
    if (statement === null && isPart) {
      if (target !== undefined) {
        const [opens, closes] = isOnlyBody(whole) ? ["{ ", "; }"] : ["", ""];
        pieces.around(from, `${opens}${plainText(target.place, file)} = ${OWNED}(`, to, `)${closes}`);
      }
      return;
    }
    if (statement === null && target === undefined) {
      return;
    }
    const result = this.unused(file, "", RESULT);
    const assigned = targets.map(({ parameter, place }) =>
      assign(place, isPart ? result : `${result}.${parameter}`),
    );
    if (statement === null) {
      const parent = ts.isArrowFunction(whole.parent) ? null : whole.parent;
      if (parent === null) {
        pieces.around(from, `{ const ${result} = `, to, `; ${assigned.join("; ")}; }`);
      } else {
        const isListed = isInList(parent);
        pieces.around(parent.getStart(file), isListed ? "" : "{ ", parent.end, isListed ? "" : " }");
        pieces.around(from, `const ${result} = `, to, `; ${assigned.join("; ")}`);
      }
      return;
    }
    const parameters = [...positions].flatMap((index) => declaration.parameters[index]?.name.getText() ?? []);
    const made = plainText(whole, file);
    const before =
      isPart && target !== undefined
        ? `${assign(target.place, made)}; `
        : `const ${result} = ${made}; ${assigned.map((one) => `${one}; `).join("")}`;
    const value = isPart
      ? target === undefined
        ? result
        : plainText(target.place, file)
      : `${result}.${valueKey(parameters)}`;
    const isListed = isInList(statement);
    pieces.around(
      statement.getStart(file),
      `${isListed ? "" : "{ "}${before}`,
      statement.end,
      isListed ? "" : " }",
    );
    pieces.instead(from, to, value);
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

/** What the value is called beside the parameters. */
function valueKey(names: readonly string[]): string {
  return names.includes("value") ? "result" : "value";
}

/** The text in one line. */
function plainText(node: ts.Node | undefined, file: ts.SourceFile): string {
  return node === undefined ? "unknown" : inOneLine(node, file);
}
