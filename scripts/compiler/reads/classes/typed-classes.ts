/**
 * Classes with type parameters read as classes of the types they are used with: `class Cache<K, V>` of `new Cache<string, Slot[]>(60)`
 * has `string` in place of `K`. There is one class for each answer; the first stays where it is written.
 */
import ts from "typescript";
import { type Hindrance } from "../../analysis/hindrances.ts";
import { inOneLine } from "../../analysis/one-line.ts";
import { typeInPlace } from "../../analysis/type-names.ts";
import { contains, walk } from "../../analysis/walk.ts";
import { holdsComment, type Insertion } from "../edited-sources.ts";
import { Pieces } from "../pieces.ts";
import { unusedName } from "../unused-name.ts";
import { genericClassOf, type Told, toldArguments, type ToldClass } from "./told-arguments.ts";

/** What comes of the classes with type parameters. */
interface TypedClasses {
  /** What has to be put into the files for one of them to be one of known types; nothing where there is none. */
  readonly written: ReadonlyMap<ts.SourceFile, readonly Insertion[]>;
  /** Why the others, as far as they were looked at, stay ones of any type. */
  readonly hindered: ReadonlyMap<ts.ClassDeclaration, Hindrance>;
}

/** Reads one class with type parameters as one of the types it is used with. */
export function typedClasses(
  classes: readonly ts.ClassDeclaration[],
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): TypedClasses {
  const hindered = new Map<ts.ClassDeclaration, Hindrance>();
  for (const declaration of classes) {
    const typed = typedClass(declaration, files, checker);
    if (typed !== undefined && "advice" in typed) {
      hindered.set(declaration, typed);
    } else if (typed !== undefined) {
      return { written: typed, hindered };
    }
  }
  return { written: new Map(), hindered };
}

function typedClass(
  declaration: ts.ClassDeclaration,
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): ReadonlyMap<ts.SourceFile, readonly Insertion[]> | Hindrance | undefined {
  const generic = genericClassOf(declaration);
  if (generic === undefined) {
    return undefined;
  }
  const told = toldArguments(generic, files, checker);
  return "advice" in told ? told : new TypedClass(told, files, checker).written();
}

/** Writes one class and all its uses. */
class TypedClass {
  private readonly pieces = new Map<ts.SourceFile, Pieces>();
  /** The classes there are, by what they are told. */
  private readonly named: ReadonlyMap<Told, string>;
  private cuts = false;

  constructor(
    private readonly generic: ToldClass,
    private readonly files: readonly ts.SourceFile[],
    private readonly checker: ts.TypeChecker,
  ) {
    const { name, told } = generic;
    const nameOf = (index: number): string => this.unused(`${name.text}_${String(index + 1)}`);
    this.named = new Map(told.map((each, index) => [each, index === 0 ? name.text : nameOf(index)]));
  }

  /** All of it, or the comment that is in the way. */
  written(): ReadonlyMap<ts.SourceFile, readonly Insertion[]> | Hindrance {
    const { declaration, name, told, own, others } = this.generic;
    const [first, ...copied] = told;
    this.leaveBrackets(declaration);
    for (const use of own) {
      this.leaveBrackets(use.parent);
    }
    for (const [each, called] of this.named) {
      for (const use of each.names.filter((node) => !this.isInBrackets(node))) {
        if (each !== first) {
          this.piecesOf(use).instead(use.getStart(), use.end, called);
        }
        this.leaveBrackets(use.parent);
      }
    }
    this.parametersIn(declaration, first).forEach((type, node) => {
      if (!this.isInBrackets(node)) {
        // In front of what it becomes, the comment is in no way of what is written around it.
        this.piecesOf(node).around(node.getStart(), "/*", node.end, `*/${type}`);
      }
    });
    for (const each of copied) {
      this.piecesOf(declaration).behind(declaration.end, ` ${this.copyOf(each)}`);
    }
    const copies = copied.map((each) => `, ${this.named.get(each) ?? ""}`).join("");
    if (copies !== "") {
      handedOn(others).forEach((specifier) => {
        this.piecesOf(specifier).behind(specifier.end, copies);
      });
    }
    return this.cuts
      ? { node: name, advice: `Put the comments in \`<...>\` before \`${name.text}\`.` }
      : new Map([...this.pieces].map(([file, pieces]) => [file, pieces.insertions(file)]));
  }

  /** The class as another use tells it, in one line. */
  private copyOf(told: Told): string {
    const { declaration, name, own, others } = this.generic;
    const called = this.named.get(told) ?? "";
    const replaced = new Map<ts.Node, string>(this.parametersIn(declaration, told));
    const rename = (use: ts.Identifier, other: string): void => {
      replaced.set(use, other);
      bracketsOf(use.parent).forEach((bracket) => replaced.set(bracket, ""));
    };
    [name, ...own, ...others].forEach((use) => {
      rename(use, called);
    });
    this.named.forEach((other, { names }) => {
      names.forEach((use) => {
        rename(use, other);
      });
    });
    return inOneLine(declaration, declaration.getSourceFile(), replaced);
  }

  /** Where the class names its type parameters, and the types they are. */
  private parametersIn(
    declaration: ts.ClassDeclaration,
    told: Told | undefined,
  ): ReadonlyMap<ts.Node, string> {
    const found = new Map<ts.Node, string>();
    walk(declaration, (node) => {
      if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
        const declared = this.checker.getSymbolAtLocation(node.typeName)?.declarations ?? [];
        const index = this.generic.parameters.findIndex((parameter) => declared.includes(parameter));
        const type = told?.types[index];
        if (type !== undefined) {
          found.set(node, typeInPlace(type));
        }
      }
    });
    return found;
  }

  /** Has `<...>` become a comment. */
  private leaveBrackets(node: ts.Node): void {
    const brackets = bracketsOf(node);
    const [first] = brackets;
    const last = brackets.at(-1);
    if (first !== undefined && last !== undefined) {
      this.cuts ||= holdsComment(node.getSourceFile(), first.getStart(), last.end);
      this.piecesOf(node).around(first.getStart(), "/*", last.end, "*/");
    }
  }

  /** Does it stand in `<...>` that becomes a comment? */
  private isInBrackets(node: ts.Node): boolean {
    const { declaration, own, told } = this.generic;
    const around = [
      declaration,
      ...[...own, ...told.flatMap(({ names }) => names)].map(({ parent }) => parent),
    ];
    return around.some((use) => bracketsOf(use).some((bracket) => contains(bracket, node)));
  }

  private piecesOf(node: ts.Node): Pieces {
    const file = node.getSourceFile();
    const pieces = this.pieces.get(file) ?? new Pieces();
    this.pieces.set(file, pieces);
    return pieces;
  }

  /** A name that stands in none of the files. */
  private unused(wanted: string): string {
    const name = this.files.reduce((other, file) => unusedName(file, other), wanted);
    return name === wanted ? name : this.unused(name);
  }
}

/** Where a class is imported and exported, once a file; rather with its value than as a type alone. */
function handedOn(names: readonly ts.Identifier[]): readonly ts.Node[] {
  const found = new Map<string, ts.ImportSpecifier | ts.ExportSpecifier>();
  for (const { parent } of names) {
    if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) {
      const key = `${String(parent.kind)} ${parent.getSourceFile().fileName}`;
      const known = found.get(key);
      if (known === undefined || known.parent.parent.isTypeOnly) {
        found.set(key, parent);
      }
    }
  }
  return [...found.values()];
}

/** `<`, what stands between, and `>` of a class or a use of one. */
function bracketsOf(node: ts.Node): readonly ts.Node[] {
  const parts = node.getChildren();
  const from = parts.findIndex(({ kind }) => kind === ts.SyntaxKind.LessThanToken);
  return from === -1 ? [] : parts.slice(from, from + 3);
}
