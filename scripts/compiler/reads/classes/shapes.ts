/** What a class of the program declares, as it is read: what an instance holds, how it is made, its functions. */
import ts from "typescript";
import { isAssignment } from "../../analysis/changes.ts";
import type { Hindrance } from "../../analysis/hindrances.ts";
import { isContextType } from "../../analysis/platform-context.ts";
import { walk } from "../../analysis/walk.ts";

/** A method, a getter, a setter, or a field that is an arrow function. */
export type Routine =
  | ts.MethodDeclaration
  | ts.GetAccessorDeclaration
  | ts.SetAccessorDeclaration
  | (ts.PropertyDeclaration & { readonly initializer: ts.ArrowFunction });

/** What an instance holds under a name: a property, or a parameter of the constructor that is one. */
export type Field = ts.PropertyDeclaration | (ts.ParameterDeclaration & { readonly name: ts.Identifier });

/** A class that can be read. */
export interface ClassShape {
  readonly declaration: ts.ClassDeclaration;
  readonly name: string;
  readonly symbol: ts.Symbol;
  readonly fields: readonly Field[];
  readonly routines: readonly Routine[];
  /** `static readonly LIMIT = 5`. */
  readonly constants: readonly ts.PropertyDeclaration[];
  readonly maker: ts.ConstructorDeclaration | undefined;
}

/** The class, or what keeps it from being read. */
export function shapeOf(
  declaration: ts.ClassDeclaration,
  name: ts.Identifier,
  checker: ts.TypeChecker,
): ClassShape | Hindrance {
  const symbol = checker.getSymbolAtLocation(name);
  const flags = ts.getCombinedModifierFlags(declaration);
  const [parent] = declaration.heritageClauses?.filter(isExtending) ?? [];
  if (symbol === undefined || !ts.isSourceFile(declaration.parent)) {
    return { node: name, advice: `Declare \`class ${name.text}\` at module level.` };
  }
  if (parent !== undefined) {
    return { node: parent, advice: "Let it hold what it extends in a field: `private readonly base: Base`." };
  }
  if ((flags & (ts.ModifierFlags.Abstract | ts.ModifierFlags.Default)) !== 0) {
    return {
      node: name,
      advice: `Write \`class ${name.text}\`, with \`export\` alone before it where it is imported.`,
    };
  }
  const fields: Field[] = [];
  const routines: Routine[] = [];
  const constants: ts.PropertyDeclaration[] = [];
  let maker: ts.ConstructorDeclaration | undefined;
  for (const member of declaration.members) {
    if (ts.isConstructorDeclaration(member) && member.body !== undefined) {
      maker = member;
      fields.unshift(...member.parameters.filter(isField));
    } else if (isRoutine(member)) {
      routines.push(member);
    } else if (ts.isPropertyDeclaration(member) && isNamed(member.name) && !isDeclaredAlone(member)) {
      (isStatic(member) ? constants : fields).push(member);
    } else if (!ts.isSemicolonClassElement(member)) {
      return { node: member, advice: "Write fields, methods, `get` and one constructor alone in the class." };
    }
  }
  const shape = { declaration, name: name.text, symbol, fields, routines, constants, maker };
  return hindranceIn(shape) ?? shape;
}

function isExtending({ token }: ts.HeritageClause): boolean {
  return token === ts.SyntaxKind.ExtendsKeyword;
}

/** Is it of the class, and not of its instances? */
export function isStatic(member: ts.ClassElement): boolean {
  return (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0;
}

function isNamed(name: ts.PropertyName): boolean {
  return ts.isIdentifier(name) || ts.isPrivateIdentifier(name);
}

/** `declare name: Type`, which no instance has before it is given one. */
function isDeclaredAlone(member: ts.PropertyDeclaration): boolean {
  return (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Ambient) !== 0;
}

/** Is it a parameter that becomes a field? */
function isField(
  parameter: ts.ParameterDeclaration,
): parameter is ts.ParameterDeclaration & { readonly name: ts.Identifier } {
  return ts.isIdentifier(parameter.name) && ts.isParameterPropertyDeclaration(parameter, parameter.parent);
}

function isRoutine(member: ts.ClassElement): member is Routine {
  if (ts.isPropertyDeclaration(member)) {
    return member.type === undefined && isWholeArrow(member.initializer) && isNamed(member.name);
  }
  return (
    (ts.isMethodDeclaration(member) || ts.isAccessor(member)) &&
    isNamed(member.name) &&
    member.body !== undefined &&
    (!ts.isMethodDeclaration(member) ||
      (member.asteriskToken === undefined && member.questionToken === undefined))
  );
}

/** Does it tell the types of its parameters, in brackets? */
function isWholeArrow(node: ts.Expression | undefined): boolean {
  return (
    node !== undefined &&
    ts.isArrowFunction(node) &&
    node.parameters.every(({ type }) => type !== undefined) &&
    /^(?:async\s*)?[(<]/u.test(node.getText())
  );
}

/** What stands in the class that cannot be read. */
function hindranceIn({ declaration, maker, constants, name }: ClassShape): Hindrance | undefined {
  let found: Hindrance | undefined;
  walk(declaration, (node) => {
    if (found !== undefined) {
      return;
    }
    if (ts.isDecorator(node)) {
      found = { node, advice: "Leave the decorator out, and call what it does." };
    } else if (node.kind === ts.SyntaxKind.ThisKeyword && memberOfThis(node)?.parent !== declaration) {
      found = { node, advice: "Write the inner function as an arrow: `() => { ... }`." };
    } else if (ts.isReturnStatement(node) && maker !== undefined && functionOf(node) === maker) {
      found = {
        node,
        advice: "Write `if (...) { ... }` around what follows: a constructor is read to its end.",
      };
    }
  });
  const variable = constants.find(
    (member) => (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Readonly) === 0,
  );
  return variable === undefined || isConstant(variable, declaration)
    ? found
    : (found ?? {
        node: variable,
        advice: `Write \`static readonly\`, or keep what changes in an instance of \`${name}\`.`,
      });
}

/** Is a static field without `readonly` never assigned, as far as its file shows? */
function isConstant({ name }: ts.PropertyDeclaration, declaration: ts.ClassDeclaration): boolean {
  const written = `${declaration.name?.text ?? ""}.${name.getText()}`;
  let assigned = false;
  walk(declaration.getSourceFile(), (node) => {
    assigned ||=
      ts.isPropertyAccessExpression(node) &&
      node.getText() === written &&
      !ts.isCallExpression(node.parent) &&
      (ts.isPostfixUnaryExpression(node.parent) ||
        ts.isPrefixUnaryExpression(node.parent) ||
        (ts.isBinaryExpression(node.parent) &&
          node.parent.left === node &&
          isAssignment(node.parent.operatorToken.kind)));
  });
  return !assigned;
}

function functionOf(node: ts.Node): ts.Node | undefined {
  return ts.findAncestor(node, ts.isFunctionLike);
}

/** The member in which `this` is an instance of a class; undefined where it is another value. */
export function memberOfThis(node: ts.Node): ts.ClassElement | undefined {
  const owner = ts.findAncestor(
    node.parent,
    (around) => (ts.isFunctionLike(around) && !ts.isArrowFunction(around)) || ts.isClassElement(around),
  );
  return owner !== undefined && ts.isClassElement(owner) && ts.isClassLike(owner.parent) && !isStatic(owner)
    ? owner
    : undefined;
}

/** Does the field hold the platform's view, which is no value? */
export function isOfContext(field: Field, checker: ts.TypeChecker): boolean {
  return isContextType(checker.getTypeAtLocation(field.name));
}

/** A name without the sign of what is private. */
export function plainName(name: ts.PropertyName): string {
  return ts.isPrivateIdentifier(name) ? name.text.slice(1) : name.getText();
}
