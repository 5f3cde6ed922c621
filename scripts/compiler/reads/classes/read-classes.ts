/** The classes of some files that are read, with the names of what they become. */
import ts from "typescript";
import { resolveSymbol } from "../../analysis/functions.ts";
import { presentMembers } from "../../analysis/types.ts";
import type { Making } from "./making.ts";
import { type ClassShape, type Field, isOfContext, isStatic, plainName, type Routine } from "./shapes.ts";

/** What a name behind a dot stands for. */
export type Member =
  | { readonly kind: "field"; readonly shape: ClassShape; readonly field: Field; readonly isContext: boolean }
  | { readonly kind: "routine"; readonly shape: ClassShape; readonly routines: readonly Routine[] }
  | { readonly kind: "constant"; readonly shape: ClassShape; readonly name: string };

/** Knows the classes by their symbols and members. */
export class ReadClasses {
  readonly shapes: readonly ClassShape[];
  private readonly bySymbol: ReadonlyMap<ts.Symbol, ClassShape>;
  private readonly members = new Map<ts.Node, Member>();
  private readonly names = new Map<ts.Node, string>();
  private readonly taken = new Set<string>();

  constructor(
    private readonly makings: ReadonlyMap<ClassShape, Making>,
    readonly files: readonly ts.SourceFile[],
    readonly checker: ts.TypeChecker,
  ) {
    this.shapes = [...makings.keys()];
    this.bySymbol = new Map(this.shapes.map((shape) => [shape.symbol, shape]));
    this.shapes.forEach((shape) => {
      this.enter(shape);
    });
  }

  private enter(shape: ClassShape): void {
    this.names.set(shape.declaration, this.unused(`${shape.name}_new`));
    for (const field of shape.fields) {
      this.members.set(field, { kind: "field", shape, field, isContext: isOfContext(field, this.checker) });
    }
    for (const routine of shape.routines) {
      const infix = ts.isSetAccessor(routine) ? "_set" : "";
      this.names.set(routine, this.unused(`${shape.name}${infix}_${plainName(routine.name)}`));
      const same = shape.routines.filter(
        (other) => other.name.getText() === routine.name.getText() && isStatic(other) === isStatic(routine),
      );
      this.members.set(routine, { kind: "routine", shape, routines: same });
    }
    for (const constant of shape.constants) {
      const name = this.unused(`${shape.name}_${plainName(constant.name)}`);
      this.names.set(constant, name);
      this.members.set(constant, { kind: "constant", shape, name });
    }
  }

  /** What a class, a method or a constant is called once it is read. */
  nameOf(node: ts.Node): string {
    return this.names.get(node) ?? "";
  }

  makingOf(shape: ClassShape): Making {
    return this.makings.get(shape) ?? { fields: new Map(), whole: undefined };
  }

  /** The name an instance has in its own methods. */
  selfOf({ declaration }: ClassShape): string {
    const text = declaration.getText();
    const names = ["self", "instance", "own_instance"];
    return names.find((name) => !new RegExp(`\\b${name}\\b`, "u").test(text)) ?? "instance_of_class";
  }

  /** A name that stands nowhere in the files. */
  unused(wanted: string): string {
    let name = wanted;
    for (
      let count = 2;
      this.taken.has(name) || this.files.some(({ text }) => text.includes(name));
      count += 1
    ) {
      name = `${wanted}_${String(count)}`;
    }
    this.taken.add(name);
    return name;
  }

  /** The class a name stands for, also where it is imported. */
  classNamed(node: ts.Node): ClassShape | undefined {
    const symbol = ts.isIdentifier(node) ? resolveSymbol(this.checker, node) : undefined;
    return symbol === undefined ? undefined : this.bySymbol.get(symbol);
  }

  /** What a property access reads or calls, of a class that is read. */
  memberOf({ name }: ts.PropertyAccessExpression): Member | undefined {
    return this.memberNamed(name);
  }

  memberNamed(name: ts.Node): Member | undefined {
    const declared = this.checker.getSymbolAtLocation(name)?.declarations ?? [];
    return declared
      .map((declaration) => this.members.get(declaration))
      .find((member) => member !== undefined);
  }

  /** The class of which the value is an instance, or may be one. */
  instanceOf(node: ts.Expression): ClassShape | undefined {
    return this.classNamed(node) === undefined
      ? this.classOfType(this.checker.getTypeAtLocation(node))
      : undefined;
  }

  classOfType(type: ts.Type): ClassShape | undefined {
    for (const member of presentMembers(type)) {
      const shape = this.bySymbol.get(thisless(member)?.getSymbol() ?? member.symbol);
      if (shape !== undefined) {
        return shape;
      }
    }
    return undefined;
  }
}

/** The class behind the type of `this`. */
function thisless(type: ts.Type): ts.Type | undefined {
  return (type.flags & ts.TypeFlags.TypeParameter) === 0 ? type : type.getConstraint();
}

/** Is the routine of the class itself? */
export function isOfClass(routines: readonly Routine[]): boolean {
  return routines.some(isStatic);
}
