/**
 * Texts that may begin or end with half of an emoji. Where two such texts are joined JavaScript has the whole emoji
 * again, and Python still has the two halves.
 */
import ts from "typescript";
import { assignmentTargets } from "./changes.ts";
import { isConstant, resolveFunction, resolveSymbol } from "./functions.ts";
import type { ProgramView } from "./program-view.ts";
import { isBoolean, isNumber, literalValue, membersOf } from "./types.ts";
import { functionAround, walk } from "./walk.ts";

/** Which end of a text is looked at. */
export type Edge = "start" | "end";

/** Methods that give the text they are called on, in other letters or with less or more around it. */
const SHAPING: ReadonlySet<string> = new Set([
  "normalize",
  "toLowerCase",
  "toString",
  "toUpperCase",
  "trim",
  "trimEnd",
  "trimStart",
]);

/** Methods that cut a text between any two of its UTF-16 units. */
const CUTTING: ReadonlySet<string> = new Set(["at", "charAt", "slice", "substr", "substring"]);

/**
 * May the text have half of an emoji at that edge? What comes from outside of the function counts as whole when no
 * file that could have made it cuts texts.
 */
export function mayBeHalf(node: ts.Expression, edge: Edge, view: ProgramView): boolean {
  return new Search(edge, view).mayBeHalf(node);
}

/** May the value be written as no text at all? */
export function mayBeEmpty(node: ts.Expression, { checker }: ProgramView): boolean {
  const type = checker.getTypeAtLocation(node);
  return (
    !isNumber(type) &&
    !isBoolean(type) &&
    membersOf(type).some((member) => (literalValue(checker, member) ?? "") === "")
  );
}

/** One question, with the names that were looked at on the way. */
class Search {
  private readonly seen = new Set<ts.Node>();

  constructor(
    private readonly edge: Edge,
    private readonly view: ProgramView,
  ) {}

  mayBeHalf(node: ts.Expression): boolean {
    if (this.seen.has(node)) {
      return false;
    }
    this.seen.add(node);
    const type = this.view.checker.getTypeAtLocation(node);
    if (isNumber(type) || isBoolean(type)) {
      return false;
    }
    const literals = membersOf(type).map((member) => literalValue(this.view.checker, member));
    if (literals.every((value) => value !== undefined)) {
      return literals.some((value) => this.isCutText(String(value)));
    }
    return this.mayBeMadeHalf(node);
  }

  private isCutText(text: string): boolean {
    return this.edge === "start" ? /^[\udc00-\udfff]/.test(text) : /[\ud800-\udbff]$/.test(text);
  }

  private mayBeMadeHalf(node: ts.Expression): boolean {
    if (
      ts.isParenthesizedExpression(node) ||
      ts.isAsExpression(node) ||
      ts.isSatisfiesExpression(node) ||
      ts.isNonNullExpression(node)
    ) {
      return this.mayBeHalf(node.expression);
    }
    if (ts.isConditionalExpression(node)) {
      return this.mayBeHalf(node.whenTrue) || this.mayBeHalf(node.whenFalse);
    }
    if (ts.isTemplateExpression(node)) {
      return this.ofTemplate(node);
    }
    if (ts.isBinaryExpression(node)) {
      return node.operatorToken.kind === ts.SyntaxKind.PlusToken
        ? this.ofSum(node)
        : this.mayBeHalf(node.left) || this.mayBeHalf(node.right);
    }
    if (ts.isIdentifier(node)) {
      return this.ofName(node);
    }
    return ts.isCallExpression(node) ? this.ofCall(node) : cutsTexts(node.getSourceFile());
  }

  private ofTemplate(node: ts.TemplateExpression): boolean {
    const spans = node.templateSpans;
    const texts = [node.head.text, ...spans.map((span) => span.literal.text)];
    // From the edge inwards, up to the first text that is there.
    const parts = texts.flatMap((text, index) => [text, ...(spans[index] ? [spans[index].expression] : [])]);
    for (const part of this.edge === "start" ? parts : parts.reverse()) {
      if (typeof part !== "string" && this.mayBeHalf(part)) {
        return true;
      }
      if (typeof part === "string" ? part !== "" : !mayBeEmpty(part, this.view)) {
        return typeof part === "string" && this.isCutText(part);
      }
    }
    return false;
  }

  private ofSum(node: ts.BinaryExpression): boolean {
    let first: ts.Expression = node;
    while (ts.isBinaryExpression(first) && first.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      if (this.edge === "end") {
        return this.mayBeHalf(first.right) || this.mayBeHalf(first.left);
      }
      first = first.left;
    }
    return this.mayBeHalf(first) || cutsTexts(node.getSourceFile());
  }

  /** A variable of the function may be what it is ever given. */
  private ofName(node: ts.Identifier): boolean {
    const { checker } = this.view;
    const symbol = resolveSymbol(checker, node);
    const declaration = symbol?.valueDeclaration;
    const owner = declaration === undefined ? undefined : functionAround(declaration);
    if (
      declaration === undefined ||
      !ts.isVariableDeclaration(declaration) ||
      !ts.isIdentifier(declaration.name) ||
      declaration.initializer === undefined
    ) {
      return cutsTexts(node.getSourceFile());
    }
    if (this.mayBeHalf(declaration.initializer)) {
      return true;
    }
    if (isConstant(declaration) || owner === undefined) {
      return false;
    }
    let found = false;
    walk(owner, (inner) => {
      if (
        !found &&
        ts.isBinaryExpression(inner) &&
        assignmentTargets(inner).some((target) => checker.getSymbolAtLocation(target) === symbol)
      ) {
        found = this.mayBeHalf(inner.right);
      }
    });
    return found;
  }

  private ofCall(node: ts.CallExpression): boolean {
    const callee = node.expression;
    if (ts.isPropertyAccessExpression(callee)) {
      const method = callee.name.text;
      if (CUTTING.has(method)) {
        return !isFromEdge(node, method, this.edge) || this.mayBeHalf(callee.expression);
      }
      return SHAPING.has(method) ? this.mayBeHalf(callee.expression) : cutsTexts(node.getSourceFile());
    }
    const called = resolveFunction(this.view.checker, callee);
    return cutsTexts(node.getSourceFile()) || (called !== undefined && cutsTexts(called.getSourceFile()));
  }
}

/** `text.slice(0, n)` begins where the text does, `text.slice(n)` ends where it does. */
function isFromEdge(node: ts.CallExpression, method: string, edge: Edge): boolean {
  const [from, to] = node.arguments;
  return edge === "start"
    ? (method === "slice" || method === "substring") && from?.getText() === "0"
    : (method === "slice" || method === "substring") && to === undefined;
}

/** May a list in this place hold texts that were cut between the halves of an emoji? */
export function mayHoldHalves(node: ts.Node): boolean {
  return cutsTexts(node.getSourceFile());
}

const known = new WeakMap<ts.SourceFile, boolean>();

/** Is there anything in the file that cuts texts? */
function cutsTexts(file: ts.SourceFile): boolean {
  const before = known.get(file);
  if (before !== undefined) {
    return before;
  }
  const found = /\.(?:charAt|slice|substr|substring|at)\(|\.split\((?:""|'')\)|[\w)\]]\[/.test(file.text);
  known.set(file, found);
  return found;
}
