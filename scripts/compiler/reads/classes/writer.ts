/** Writes classes as functions, and what uses them as calls of these. */
import path from "node:path";
import ts from "typescript";
import { collectionOf } from "../../analysis/collections.ts";
import { isAsync } from "../../analysis/functions.ts";
import { inOneLine } from "../../analysis/one-line.ts";
import type { Insertion } from "../edited-sources.ts";
import { at } from "../edited-sources.ts";
import { typeText } from "../written-types.ts";
import { Edits } from "./edits.ts";
import { isOfClass, type Member, type ReadClasses } from "./read-classes.ts";
import {
  type ClassShape,
  type Field,
  isOfContext,
  isStatic,
  memberOfThis,
  plainName,
  type Routine,
} from "./shapes.ts";

/** The platform's view, of which there is one, in files that keep it in a field. */
const PLATFORM = "platform_of_class";

/** Marks a map or a set that an instance alone has. */
const OWNED = "owned_of_class";

/** Writes all files that have to do with the classes. */
export class ClassWriter {
  private edits: Edits;
  private readonly imported = new Map<string, Set<string>>();
  /** What the file is given of the SDK. */
  private readonly used = new Set<string>();

  constructor(
    private readonly classes: ReadClasses,
    private readonly internal: string,
  ) {
    this.edits = new Edits(classes.files[0] as ts.SourceFile);
  }

  /** What is put into the files; null where a comment of the author's would become part of another one. */
  insertions(): ReadonlyMap<ts.SourceFile, readonly Insertion[]> | null {
    const all = new Map<ts.SourceFile, readonly Insertion[]>();
    for (const file of this.classes.files) {
      this.edits = new Edits(file);
      this.imported.clear();
      this.used.clear();
      this.visitAll(file);
      if (this.edits.cutsComment) {
        return null;
      }
      const found = this.edits.insertions();
      const [first] = file.statements;
      if (found.length > 0 && first !== undefined) {
        const head = this.head(file);
        all.set(file, head === "" ? found : [...found, at(file, first.getFullStart(), head)]);
      }
    }
    return all;
  }

  /** The imports, in the first line for every other to keep its number. */
  private head(file: ts.SourceFile): string {
    const imports = [...this.imported].map(([from, names]) => {
      const relative = path.relative(path.dirname(file.fileName), from).split(path.sep).join("/");
      return `import { ${[...names].join(", ")} } from ${JSON.stringify(relative.startsWith(".") ? relative : `./${relative}`)}; `;
    });
    const own =
      this.used.size === 0
        ? ""
        : `import { ${[...this.used].join(", ")} } from ${JSON.stringify(this.internal)}; `;
    return own + imports.join("");
  }

  private visitAll(node: ts.Node): void {
    ts.forEachChild(node, (child) => {
      this.visit(child);
    });
  }

  private visit(node: ts.Node): void {
    const shape = ts.isClassDeclaration(node)
      ? this.classes.shapes.find(({ declaration }) => declaration === node)
      : undefined;
    if (shape !== undefined) {
      this.writeClass(shape);
    } else if (ts.isPropertyAccessExpression(node)) {
      this.visitAccess(node);
    } else if (ts.isNewExpression(node)) {
      this.visitNew(node);
    } else if (ts.isBinaryExpression(node) && this.isSet(node)) {
      this.writeSetter(node);
    } else if (ts.isCallExpression(node) && this.methodOf(node) !== undefined) {
      this.writeCall(node);
    } else if ((ts.isImportSpecifier(node) || ts.isExportSpecifier(node)) && this.isTypeAlone(node)) {
      this.edits.before(node.getStart(), "type ");
    } else if (node.kind === ts.SyntaxKind.ThisKeyword || node.kind === ts.SyntaxKind.ThisType) {
      this.writeThis(node);
    } else {
      this.visitAll(node);
    }
  }

  /** Is it a class, which is a type from now on, by a name that is not known to be one? */
  private isTypeAlone(node: ts.ImportSpecifier | ts.ExportSpecifier): boolean {
    const clause = ts.isImportSpecifier(node) ? node.parent.parent : node.parent.parent;
    return this.classes.classNamed(node.name) !== undefined && !node.isTypeOnly && !clause.isTypeOnly;
  }

  private writeThis(node: ts.Node): void {
    const member = memberOfThis(node);
    const shape = this.classes.shapes.find(({ declaration }) => declaration === member?.parent);
    if (shape !== undefined) {
      const text = node.kind === ts.SyntaxKind.ThisType ? shape.name : this.classes.selfOf(shape);
      this.edits.replace(node.getStart(), node.end, text);
    }
  }

  private methodOf({ expression }: ts.CallExpression): (Member & { readonly kind: "routine" }) | undefined {
    const member = ts.isPropertyAccessExpression(expression) ? this.classes.memberOf(expression) : undefined;
    return member?.kind === "routine" && !member.routines.some(ts.isAccessor) ? member : undefined;
  }

  private writeCall(node: ts.CallExpression): void {
    const callee = node.expression as ts.PropertyAccessExpression;
    const routines = this.methodOf(node)?.routines ?? [];
    const name = this.functionName(routines[0], node);
    const types = (node.typeArguments ?? []).map((type) => inOneLine(type)).join(", ");
    if (isOfClass(routines)) {
      this.edits.replace(callee.getStart(), callee.end, name);
    } else {
      this.edits.before(node.getStart(), types === "" ? `${name}(` : `${name}<${types}>(`);
      this.visit(callee.expression);
      this.edits.replace(callee.expression.end, node.arguments.pos, node.arguments.length > 0 ? ", " : "");
    }
    node.arguments.forEach((argument) => {
      this.visit(argument);
    });
  }

  private visitAccess(node: ts.PropertyAccessExpression): void {
    const member = this.classes.memberOf(node);
    if (member === undefined) {
      this.visitAll(node);
    } else if (member.kind === "constant") {
      this.edits.replace(node.getStart(), node.end, this.imports(member.name, member.shape, node));
    } else if (member.kind === "routine") {
      const getter = member.routines.find(ts.isGetAccessor);
      if (isOfClass(member.routines)) {
        this.edits.replace(node.getStart(), node.end, `${this.functionName(getter, node)}()`);
        return;
      }
      this.edits.before(node.getStart(), `${this.functionName(getter, node)}(`);
      this.visit(node.expression);
      this.edits.replace(node.expression.end, node.end, ")");
    } else if (member.isContext) {
      this.used.add(`platform as ${PLATFORM}`);
      this.edits.replace(node.getStart(), node.end, PLATFORM);
    } else {
      const local = this.localOf(node, member.field, member.shape);
      if (local !== undefined) {
        this.edits.replace(node.getStart(), node.end, local);
        return;
      }
      this.visit(node.expression);
      if (ts.isPrivateIdentifier(node.name)) {
        this.edits.replace(node.name.getStart(), node.end, this.fieldName(member.field, member.shape));
      }
    }
  }

  /** The variable that stands for a field while the instance is made. */
  private localOf(node: ts.PropertyAccessExpression, field: Field, shape: ClassShape): string | undefined {
    const isOfThis = node.expression.kind === ts.SyntaxKind.ThisKeyword;
    const member = isOfThis ? memberOfThis(node.expression) : undefined;
    const isEarly =
      member !== undefined &&
      member.parent === shape.declaration &&
      (ts.isPropertyDeclaration(member)
        ? !shape.routines.includes(member as Routine)
        : member === shape.maker && node.pos < (this.classes.makingOf(shape).whole?.pos ?? Infinity));
    return isEarly ? (this.classes.makingOf(shape).fields.get(field)?.local ?? undefined) : undefined;
  }

  private visitNew(node: ts.NewExpression): void {
    const shape = this.classes.classNamed(node.expression);
    if (shape === undefined) {
      this.visitAll(node);
      return;
    }
    const name = this.imports(this.classes.nameOf(shape.declaration), shape, node);
    this.edits.replace(
      node.getStart(),
      node.expression.end,
      node.arguments === undefined ? `${name}()` : name,
    );
    node.arguments?.forEach((argument) => {
      this.visit(argument);
    });
  }

  private isSet({ left, operatorToken }: ts.BinaryExpression): boolean {
    const member = ts.isPropertyAccessExpression(left) ? this.classes.memberOf(left) : undefined;
    return operatorToken.kind === ts.SyntaxKind.EqualsToken && member?.kind === "routine";
  }

  private writeSetter({ left, right }: ts.BinaryExpression): void {
    const place = left as ts.PropertyAccessExpression;
    const member = this.classes.memberOf(place);
    const setter = member?.kind === "routine" ? member.routines.find(ts.isSetAccessor) : undefined;
    this.edits.before(left.getStart(), `${this.functionName(setter, left)}(`);
    this.visit(place.expression);
    this.edits.replace(place.expression.end, right.getStart(), ", ");
    this.visit(right);
    this.edits.before(right.end, ")");
  }

  private functionName(routine: Routine | undefined, node: ts.Node): string {
    const shape = this.classes.shapes.find(({ declaration }) => declaration === routine?.parent);
    return routine === undefined || shape === undefined
      ? ""
      : this.imports(this.classes.nameOf(routine), shape, node);
  }

  private imports(name: string, { declaration }: ClassShape, node: ts.Node): string {
    const from = declaration.getSourceFile();
    if (from !== node.getSourceFile()) {
      this.imported.set(from.fileName, (this.imported.get(from.fileName) ?? new Set()).add(name));
    }
    return name;
  }

  private writeClass(shape: ClassShape): void {
    const { declaration, maker } = shape;
    const open = declaration.members.pos;
    const types = shape.fields
      .filter((field) => !isOfContext(field, this.classes.checker))
      .map(
        (field) =>
          `${this.fieldName(field, shape)}${this.isOptional(field) ? "?" : ""}: ${this.typeOf(field)};`,
      );
    const interfaceText = `${exportOf(shape)}interface ${shape.name} { ${types.join(" ")} } `;
    const made =
      maker === undefined
        ? `${exportOf(shape)}function ${this.classes.nameOf(declaration)}(): ${shape.name} { ${this.beginning(shape)}return ${this.literal(shape)}; }`
        : "";
    this.edits.replace(declaration.getStart(), open, interfaceText + made);
    for (const member of declaration.members) {
      if (member === maker) {
        this.writeMaker(shape, maker);
      } else if (shape.routines.includes(member as Routine)) {
        this.writeRoutine(shape, member as Routine);
      } else if (shape.constants.includes(member as ts.PropertyDeclaration)) {
        const { name, type, initializer } = member as ts.PropertyDeclaration;
        this.edits.replace(
          member.getStart(),
          name.end,
          `${exportOf(shape)}const ${this.classes.nameOf(member)}`,
        );
        [type, initializer].forEach((part) => {
          if (part !== undefined) {
            this.visit(part);
          }
        });
      } else {
        this.edits.replace(member.getStart(), member.end, "");
      }
    }
    this.edits.replace(declaration.end - 1, declaration.end, "");
  }

  private fieldName(field: Field, { fields, routines }: ClassShape): string {
    const name = plainName(field.name);
    const isTaken =
      ts.isPrivateIdentifier(field.name) &&
      [...fields, ...routines].some(
        (other) => other !== field && !ts.isAccessor(other) && other.name.getText() === name,
      );
    return isTaken ? `own_${name}` : name;
  }

  private isOptional(field: Field): boolean {
    return (
      field.questionToken !== undefined &&
      (ts.isPropertyDeclaration(field) || field.initializer === undefined)
    );
  }

  private typeOf(field: Field): string {
    const { checker } = this.classes;
    return field.type === undefined
      ? typeText(checker.getTypeAtLocation(field.name), field, checker)
      : inOneLine(field.type);
  }

  /** The variables that are declared before the constructor's own statements. */
  private beginning(shape: ClassShape): string {
    let text = "";
    for (const { field, local, setter, isAssigned } of this.classes.makingOf(shape).fields.values()) {
      if (ts.isPropertyDeclaration(field) && local !== null && setter === null) {
        const value = field.initializer === undefined ? "" : ` = ${this.readText(field.initializer)}`;
        const isLacking = field.initializer === undefined && this.isOptional(field);
        const type = isLacking ? `(${this.typeOf(field)}) | undefined` : this.typeOf(field);
        text += `${isAssigned ? "let" : "const"} ${local}: ${type}${value}; `;
      }
    }
    return text;
  }

  private literal(shape: ClassShape): string {
    const parts = [...this.classes.makingOf(shape).fields.values()].map(({ field, local }) => {
      const name = this.fieldName(field, shape);
      if (local !== null) {
        return `${name}: ${local}`;
      }
      return `${name}: ${field.initializer === undefined ? "undefined" : this.readText(field.initializer)}`;
    });
    return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
  }

  /** What an expression is read as, to be put elsewhere. */
  private readText(node: ts.Expression): string {
    const own = this.edits;
    this.edits = new Edits(node.getSourceFile());
    this.visit(node);
    const text = this.edits.textOf(node);
    this.edits = own;
    const { checker } = this.classes;
    if (!this.isCollection(node)) {
      return text;
    }
    this.used.add(`owned as ${OWNED}`);
    // Where it is put it no longer stands behind the type of its field.
    const wanted = checker.getContextualType(node);
    const type = wanted === undefined ? "" : typeText(wanted, node, checker);
    const [, types] = /^(?:Readonly)?(?:Map|Set)(<.+>)$/u.exec(type) ?? [];
    const isTold = node.typeArguments !== undefined || types === undefined;
    return `${OWNED}(${isTold ? text : text.replace(/^new \w+/u, (made) => made + types)})`;
  }

  private isCollection(node: ts.Expression): node is ts.NewExpression {
    return ts.isNewExpression(node) && collectionOf(node, this.classes.checker) !== undefined;
  }

  private writeMaker(shape: ClassShape, maker: ts.ConstructorDeclaration): void {
    const { body, parameters } = maker;
    const { whole } = this.classes.makingOf(shape);
    if (body === undefined) {
      return;
    }
    this.edits.replace(
      maker.getStart(),
      parameters.pos - 1,
      `${exportOf(shape)}function ${this.classes.nameOf(shape.declaration)}`,
    );
    for (const parameter of parameters) {
      const from = parameter.getStart();
      if (parameter.name.getStart() > from && ts.isParameterPropertyDeclaration(parameter, maker)) {
        this.edits.replace(from, parameter.name.getStart(), "");
      }
      [parameter.type, parameter.initializer].forEach((part) => {
        if (part !== undefined) {
          this.visit(part);
        }
      });
    }
    this.edits.before(body.getStart(), `: ${shape.name} `);
    this.edits.before(body.getStart() + 1, ` ${this.beginning(shape)}`);
    for (const statement of body.statements) {
      if (statement === whole) {
        this.edits.before(
          statement.getStart(),
          `const ${this.classes.selfOf(shape)}: ${shape.name} = ${this.literal(shape)}; `,
        );
      }
      this.writeMakerStatement(statement, shape);
    }
    const given = whole === undefined ? this.literal(shape) : this.classes.selfOf(shape);
    this.edits.before(body.end - 1, ` return ${given}; `);
  }

  private writeMakerStatement(statement: ts.Statement, shape: ClassShape): void {
    const assignment = ts.isExpressionStatement(statement) ? statement.expression : undefined;
    if (
      assignment !== undefined &&
      ts.isBinaryExpression(assignment) &&
      ts.isPropertyAccessExpression(assignment.left)
    ) {
      const member = this.classes.memberOf(assignment.left);
      if (member?.kind === "field" && member.isContext) {
        this.edits.replace(statement.getStart(), statement.end, "");
        return;
      }
      const made = [...this.classes.makingOf(shape).fields.values()].find(
        ({ setter }) => setter === assignment,
      );
      if (made?.local !== undefined && made.local !== null) {
        this.edits.replace(
          statement.getStart(),
          assignment.left.end,
          `const ${made.local}: ${this.typeOf(made.field)}`,
        );
        this.visit(assignment.right);
        if (this.isCollection(assignment.right)) {
          this.used.add(`owned as ${OWNED}`);
          this.edits.before(assignment.right.getStart(), `${OWNED}(`);
          this.edits.before(assignment.right.end, ")");
        }
        return;
      }
    }
    this.visit(statement);
  }

  private writeRoutine(shape: ClassShape, routine: Routine): void {
    const callable = ts.isPropertyDeclaration(routine) ? routine.initializer : routine;
    const { parameters, body } = callable;
    const open = parameters.pos - 1;
    const from =
      ts.isMethodDeclaration(callable) && callable.typeParameters !== undefined ? routine.name.end : open;
    const kind = isAsync(callable) ? "async function" : "function";
    this.edits.replace(routine.getStart(), from, `${exportOf(shape)}${kind} ${this.classes.nameOf(routine)}`);
    if (!isStatic(routine)) {
      const own = `${this.classes.selfOf(shape)}: ${shape.name}`;
      this.edits.before(parameters.pos, parameters.length > 0 ? `${own}, ` : own);
    }
    parameters.forEach((parameter) => {
      this.visit(parameter);
    });
    if (callable.type !== undefined) {
      this.visit(callable.type);
    } else if (!ts.isSetAccessor(callable)) {
      this.writeType(shape, callable);
    } else {
      this.edits.before(this.bracketOf(callable), ": void");
    }
    if (body === undefined) {
      return;
    }
    if (ts.isArrowFunction(callable)) {
      const sign = callable.equalsGreaterThanToken;
      const isBlock = ts.isBlock(body);
      this.edits.replace(sign.getStart(), sign.end, isBlock ? "" : "{ return ");
      this.visit(body);
      this.edits.before(body.end, isBlock ? "" : "; }");
    } else {
      this.visit(body);
    }
  }

  /** The type of what a method gives, where its author left that to TypeScript. */
  private writeType(
    { name }: ClassShape,
    callable: Exclude<Routine, ts.PropertyDeclaration> | ts.ArrowFunction,
  ): void {
    const { checker } = this.classes;
    const signature = checker.getSignatureFromDeclaration(callable);
    const type =
      signature === undefined
        ? "any"
        : typeText(checker.getReturnTypeOfSignature(signature), callable, checker);
    if (!/\bany\b/u.test(type)) {
      this.edits.before(this.bracketOf(callable), `: ${type === "this" ? name : type}`);
    }
  }

  /** Behind the bracket that ends the parameters. */
  private bracketOf(callable: ts.SignatureDeclaration): number {
    const bracket = callable.getChildren().find(({ kind }) => kind === ts.SyntaxKind.CloseParenToken);
    return bracket?.end ?? callable.parameters.end + 1;
  }
}

/** Can other files have the class, and so what it becomes? */
function exportOf({ declaration, name }: ClassShape): string {
  const isExported = (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export) !== 0;
  const isListed = declaration
    .getSourceFile()
    .statements.some(
      (statement) =>
        ts.isExportDeclaration(statement) &&
        statement.exportClause !== undefined &&
        ts.isNamedExports(statement.exportClause) &&
        statement.exportClause.elements.some(
          (element) => (element.propertyName ?? element.name).getText() === name,
        ),
    );
  return isExported ? "export " : isListed ? "export " : "";
}
