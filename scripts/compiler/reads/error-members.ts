/**
 * Methods and getters of classes of errors, read as functions that take the error: `get isFinal()` of `BookingError` becomes
 * `BookingError_isFinal(error)`. The class is left with what it keeps.
 */
import ts from "typescript";
import { errorClass } from "../analysis/errors.ts";
import { isAsync } from "../analysis/functions.ts";
import { inOneLine } from "../analysis/one-line.ts";
import { contains, walk } from "../analysis/walk.ts";
import { isNamedApart, isOfClassAlone } from "./error-member-uses.ts";
import { at, holdsComment, type Insertion } from "./edited-sources.ts";
import { rewritten } from "./rewritten.ts";
import { unusedName } from "./unused-name.ts";

type Member = ts.GetAccessorDeclaration | ts.MethodDeclaration;

/** What has to be put into a file for one such member to be a function: one at a time, since members use each other. */
export function errorMembers(
  file: ts.SourceFile,
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): readonly Insertion[] {
  if (!/\bclass\b/u.test(file.text)) {
    return [];
  }
  const classes = files.flatMap(({ statements }) =>
    statements
      .filter(ts.isClassDeclaration)
      .filter(({ name }) => name !== undefined && errorClass(name, checker) !== undefined),
  );
  for (const declaration of classes.filter((one) => one.getSourceFile() === file)) {
    const others = classes.filter((one) => one !== declaration).flatMap(({ members }) => members);
    for (const member of declaration.members.filter(isPlainMember)) {
      const isAlone = others.every(({ name }) => name?.getText() !== member.name.getText());
      const found = isAlone ? asFunction(member, declaration, file, files, checker) : null;
      if (found !== null) {
        return found;
      }
    }
  }
  return [];
}

/** Has it a body and a plain name, and is it of the error itself? What an error has of its own stays. */
function isPlainMember(member: ts.ClassElement): member is Member {
  return (
    (ts.isGetAccessorDeclaration(member) || ts.isMethodDeclaration(member)) &&
    member.body !== undefined &&
    ts.isIdentifier(member.name) &&
    !["message", "name", "stack", "cause", "toString"].includes(member.name.text) &&
    (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) === 0
  );
}

/** Null where it uses itself, a use stands in another one, or a use is none that a call could stand for. */
function asFunction(
  member: Member,
  declaration: ts.ClassDeclaration,
  file: ts.SourceFile,
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): readonly Insertion[] | null {
  const { name, body } = member;
  const gone = leftOut(member, file);
  if (
    declaration.typeParameters !== undefined ||
    body === undefined ||
    gone === null ||
    isOfClassAlone(member, checker)
  ) {
    return null;
  }
  const called = unusedName(file, `${declaration.name?.text ?? ""}_${name.getText()}`);
  const type = checker.getTypeAtLocation(declaration);
  const uses: Insertion[] = [];
  const places: ts.Node[] = [];
  let isWhole = true;
  for (const one of files) {
    walk(one, (node) => {
      if (
        !ts.isIdentifier(node) ||
        node === name ||
        node.text !== name.getText() ||
        checker.getSymbolAtLocation(node)?.declarations?.includes(member) !== true
      ) {
        return;
      }
      const use = one === file && !contains(declaration, node) ? asCall(node, called, member, file) : null;
      const own =
        one === file && contains(declaration, node) ? ownCall(node, called, member, declaration, file) : null;
      const written = use ?? own;
      const error = ts.isPropertyAccessExpression(node.parent) ? node.parent.expression : node;
      isWhole &&= written !== null && checker.isTypeAssignableTo(checker.getTypeAtLocation(error), type);
      uses.push(...(written ?? []));
      places.push(ts.isMethodDeclaration(member) ? node.parent.parent : node.parent);
    });
  }
  const isNested = places.some((one) => places.some((other) => one !== other && contains(one, other)));
  return isWhole && !isNested && !isNamedApart(member, files, checker)
    ? [...gone, ...uses, at(file, declaration.end, ` ${functionText(called, member, declaration, file)}`)]
    : null;
}

/** The member as a comment, in as many parts as comments in it leave. */
function leftOut(member: Member, file: ts.SourceFile): readonly Insertion[] | null {
  const parts: { start: number; end: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (!ts.isToken(node) || ts.isJSDoc(node)) {
      node
        .getChildren(file)
        .filter((child) => !ts.isJSDoc(child))
        .forEach(visit);
      return;
    }
    const [start, last] = [node.getStart(file), parts.at(-1)];
    if (last === undefined || holdsComment(file, last.end, start)) {
      parts.push({ start, end: node.end });
    } else {
      last.end = node.end;
    }
  };
  visit(member);
  const written = parts.map(({ start, end }) => rewritten({ getStart: () => start, end }, [], file));
  return written.includes(null) ? null : written.flatMap((part) => part ?? []);
}

/** `error.isFinal` and `error.told(word)` as a call of the function; null for any other use. */
function asCall(
  name: ts.Identifier,
  called: string,
  member: Member,
  file: ts.SourceFile,
): readonly Insertion[] | null {
  const access = name.parent;
  if (!ts.isPropertyAccessExpression(access) || access.name !== name || ts.isOptionalChain(access)) {
    return null;
  }
  if (ts.isGetAccessorDeclaration(member)) {
    return rewritten(access, [`${called}(`, access.expression, ")"], file);
  }
  const call = access.parent;
  if (!ts.isCallExpression(call) || call.expression !== access || ts.isOptionalChain(call)) {
    return null;
  }
  const [first, ...more] = call.arguments;
  const given = first === undefined ? [] : [", ", first, ...more.flatMap((argument) => [", ", argument])];
  return rewritten(call, [`${called}(`, access.expression, ...given, ")"], file);
}

/** In another member; what makes the error, and the member itself, cannot call it. */
function ownCall(
  name: ts.Identifier,
  called: string,
  member: Member,
  declaration: ts.ClassDeclaration,
  file: ts.SourceFile,
): readonly Insertion[] | null {
  const other = declaration.members.find((one) => contains(one, name));
  return other !== undefined && other !== member && isPlainMember(other)
    ? asCall(name, called, member, file)
    : null;
}

function functionText(
  called: string,
  member: Member,
  { name: type }: ts.ClassDeclaration,
  file: ts.SourceFile,
): string {
  const self = unusedName(file, "self");
  const replaced = new Map<ts.Node, string>();
  walk(member, (node) => {
    if (node.kind === ts.SyntaxKind.ThisKeyword) {
      replaced.set(node, self);
    }
  });
  const wait = isAsync(member) ? "async " : "";
  const types = member.typeParameters?.map((one) => inOneLine(one, file)).join(", ");
  const parameters = [
    `${self}: ${type?.text ?? ""}`,
    ...member.parameters.map((one) => inOneLine(one, file, replaced)),
  ];
  const given = member.type === undefined ? "" : `: ${inOneLine(member.type, file)}`;
  const body = member.body === undefined ? "" : inOneLine(member.body, file, replaced);
  return `${wait}function ${called}${types === undefined ? "" : `<${types}>`}(${parameters.join(", ")})${given} ${body}`;
}
