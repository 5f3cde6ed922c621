/** Finds the object literals of one source file that look like definitions. Syntax only, no type checking. */
import ts from "typescript";
import type { SourceSpan } from "./problem.ts";

/** What an object literal defines; null when its syntax does not tell. */
export type DefinitionKind = "attribute" | "tool" | "condition" | "flow" | "event" | "item";

/** One object literal with an `idn`, or one that is the value of a named property or variable. */
export interface SourceEntry {
  readonly kind: DefinitionKind | null;
  /** The text of `idn: "..."`; null when it has none or it could not be resolved. */
  readonly idn: string | null;
  /** The property or variable it is the value of, "" when it stands in a list. */
  readonly label: string;
  readonly span: SourceSpan;
  /** Offsets in the file, to tell what lies within what. */
  readonly start: number;
  readonly end: number;
  /** Property name -> its value, and its name. */
  readonly values: ReadonlyMap<string, SourceSpan>;
  readonly names: ReadonlyMap<string, SourceSpan>;
}

/** Functions that make definitions, by name: `defineSwitch({ idn: "..." })` defines an attribute. */
export type Definers = ReadonlyMap<string, DefinitionKind>;

/** Gives the text an expression such as `tool.idn` or `eventName` stands for, or null. */
export type ResolveText = (expression: ts.Expression) => string | null;

const kindOfType: ReadonlyMap<string, DefinitionKind> = new Map([
  ["AttributeDefinition", "attribute"],
  ["ToolDefinition", "tool"],
  ["ToolCondition", "condition"],
  ["FlowDefinition", "flow"],
  ["EventDefinition", "event"],
  ["IntentDefinition", "item"],
  ["ProcedureDefinition", "item"],
  ["ScenarioDefinition", "item"],
]);

const kindOfProperty: readonly (readonly [string, DefinitionKind])[] = [
  ["valueType", "attribute"],
  ["conditions", "tool"],
  ["events", "flow"],
  ["handler", "event"],
];

/** The functions of a file that say what they return: by their own type, or by `satisfies` behind `return`. */
export function collectDefiners(source: ts.SourceFile): (readonly [string, DefinitionKind])[] {
  return source.statements.filter(ts.isFunctionDeclaration).flatMap(({ name, type, body }) => {
    const returned = body?.statements.find(ts.isReturnStatement)?.expression;
    const typeName = type ?? (returned && ts.isSatisfiesExpression(returned) ? returned.type : undefined);
    const kind = kindOfType.get(typeName?.getText(source) ?? "");
    return name === undefined || kind === undefined ? [] : [[name.text, kind] as const];
  });
}

/** The object literal a definer is called with, or null when the expression is no such call. */
export function definedBy(expression: ts.Expression, definers: Definers): ts.Expression | null {
  return ts.isCallExpression(expression) && definers.has(expression.expression.getText())
    ? (expression.arguments[0] ?? null)
    : null;
}

/** All entries of a parsed file, in source order, outer before inner. */
export function collectDefinitions(
  source: ts.SourceFile,
  resolve: ResolveText,
  definers: Definers,
): SourceEntry[] {
  const found: SourceEntry[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      found.push(entryOf(node, source, resolve, definers));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The name a property has in source, or null for a computed one. */
export function nameOf(property: ts.ObjectLiteralElementLike): string | null {
  const name = property.name;
  return name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : null;
}

/** The expression without `as const`, `satisfies ...` and parentheses around it. */
export function bareExpression(expression: ts.Expression): ts.Expression {
  return ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isParenthesizedExpression(expression)
    ? bareExpression(expression.expression)
    : expression;
}

function entryOf(
  literal: ts.ObjectLiteralExpression,
  source: ts.SourceFile,
  resolve: ResolveText,
  definers: Definers,
): SourceEntry {
  const values = new Map<string, SourceSpan>();
  const names = new Map<string, SourceSpan>();
  let idn: string | null = null;
  for (const property of literal.properties) {
    const name = nameOf(property);
    if (name === null || property.name === undefined) {
      continue;
    }
    names.set(name, spanOf(property.name, source));
    values.set(
      name,
      spanOf(ts.isPropertyAssignment(property) ? property.initializer : property.name, source),
    );
    if (name === "idn" && ts.isPropertyAssignment(property)) {
      idn = resolve(property.initializer);
    }
  }
  const { label, typeName, definer } = surroundings(literal, definers);
  const byType = kindOfType.get(typeName) ?? definers.get(definer) ?? null;
  const byProperty = kindOfProperty.find(([name]) => names.has(name))?.[1] ?? null;
  return {
    kind: byType ?? byProperty,
    idn,
    label,
    span: { ...spanOf(literal, source), length: 1 },
    start: literal.getStart(source),
    end: literal.end,
    values,
    names,
  };
}

/** What stands around a literal; "" for what does not. */
interface Surroundings {
  readonly label: string;
  readonly typeName: string;
  readonly definer: string;
}

/** Walks out of `as const satisfies T` and of a definer's call to the variable or property it is given to. */
function surroundings(literal: ts.ObjectLiteralExpression, definers: Definers): Surroundings {
  let node: ts.Node = literal;
  let typeName = "";
  let definer = "";
  for (;;) {
    const { parent }: ts.Node = node;
    if (ts.isCallExpression(parent) && definedBy(parent, definers) === node) {
      definer = parent.expression.getText();
    } else if (ts.isSatisfiesExpression(parent)) {
      typeName = parent.type.getText();
    } else if (!ts.isAsExpression(parent) && !ts.isParenthesizedExpression(parent)) {
      break;
    }
    node = parent;
  }
  const owner = node.parent;
  if (ts.isVariableDeclaration(owner) && ts.isIdentifier(owner.name)) {
    return { label: owner.name.text, typeName: typeName || (owner.type?.getText() ?? ""), definer };
  }
  return { label: ts.isPropertyAssignment(owner) ? (nameOf(owner) ?? "") : "", typeName, definer };
}

function spanOf(node: ts.Node, source: ts.SourceFile): SourceSpan {
  const start = node.getStart(source);
  const { line, character } = source.getLineAndCharacterOfPosition(start);
  const endOfLine = source.getLineEndOfPosition(start);
  return {
    position: { file: source.fileName, line: line + 1, column: character + 1 },
    length: Math.max(1, Math.min(node.end, endOfLine) - start),
  };
}
