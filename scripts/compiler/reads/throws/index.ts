/** Programs that catch their errors, read as ones that ask for outcomes: one step of it at a time, in all files at once. */
import ts from "typescript";
import { CAUGHT, isCaughtType } from "../../analysis/errors.ts";
import { exportedFunctions } from "../../analysis/functions.ts";
import { hindrances } from "../../analysis/hindrances.ts";
import { at, type Insertion } from "../edited-sources.ts";
import { Throwing } from "./functions.ts";
import { callbacksAsLoops } from "./callbacks-as-loops.ts";
import { chosenCalls } from "./chosen-calls.ts";
import { givenToHelpers } from "./given/given-to-helpers.ts";
import { askedCalls, givenThrows, writtenSignatures } from "./outcomes.ts";
import { plainTry } from "./plain-tries.ts";
import { ThrowReader } from "./throw-reader.ts";
import type { Holder } from "./uses.ts";

const NAMES =
  "keptError as keptError_thrown, parseJson as parseJson_thrown, parsedValue as parsedValue_thrown, raise as raise_thrown, readJson as readJson_thrown, unreadable as unreadable_thrown, valueOf as valueOf_thrown, type CaughtError, type CaughtOrNone, type CaughtUntold, type CaughtUntoldOrNone, type Outcome as Outcome_thrown, type ThrownError";

/** The steps on which a program is read. */
export class PlainThrows {
  private readonly known = new Throwing();
  private readonly imported = new Set<string>();
  private isPlanned = false;
  private names = 0;

  /**
   * @param internal the file of the SDK with what such programs are compiled with
   * @param entries names of the functions that the platform calls, by file
   */
  constructor(
    private readonly internal: string,
    private readonly entries: ReadonlyMap<string, ReadonlySet<string>>,
  ) {}

  /**
   * What has to be put into the files for the next step; nothing when all is done.
   *
   * @param errorsIn what TypeScript says of a file as it is
   */
  insertions(
    files: readonly ts.SourceFile[],
    checker: ts.TypeChecker,
    errorsIn: (file: ts.SourceFile) => readonly ts.Diagnostic[],
  ): ReadonlyMap<ts.SourceFile, readonly Insertion[]> {
    if (!this.isPlanned && !files.some(({ text }) => /\btry\s*\{/u.test(text))) {
      return new Map();
    }
    const isEntry = (declaration: ts.FunctionDeclaration): boolean => this.isEntry(declaration, checker);
    const reader = new ThrowReader(files, checker, this.known, isEntry);
    const name = (kind: string): string => this.name(kind, files);
    if (!this.isPlanned) {
      const program = { files, checker, reader, isEntry, name };
      const ways: readonly ((file: ts.SourceFile) => readonly Insertion[])[] = [
        (file) => givenToHelpers(file, program),
        (file) =>
          chosenCalls(
            file,
            checker,
            (call) => reader.mayThrow(call) || call.arguments.some((given) => reader.isThrowing(given)),
            () => name("chosen"),
          ),
        (file) => callbacksAsLoops(file, checker, reader, name),
      ];
      const found = this.first(ways, files);
      if (found.size > 0) {
        return found;
      }
      this.isPlanned = true;
      reader.plan();
    }
    const steps: readonly ((file: ts.SourceFile) => readonly Insertion[])[] = [
      (file) => this.head(file, reader),
      (file) => toldHolders(reader.holders, file),
      (file) => askedCalls(file, reader, this.known, () => name("outcome"), checker),
      (file) => writtenSignatures(file, checker, this.known),
      (file) => plainTries(file, reader, checker, name, () => errorsIn(file)),
      (file) => givenThrows(file, this.known, checker),
    ];
    const found = this.first(steps, files);
    if (found.size > 0) {
      return found;
    }
    for (const node of files.flatMap((file) => reader.triesIn(file))) {
      const hindrance = reader.hindranceOf(node);
      if (hindrance !== undefined) {
        hindrances.set(node, hindrance);
      }
    }
    return new Map();
  }

  /** What the first of the steps that finds anything puts into the files. */
  private first(
    steps: readonly ((file: ts.SourceFile) => readonly Insertion[])[],
    files: readonly ts.SourceFile[],
  ): ReadonlyMap<ts.SourceFile, readonly Insertion[]> {
    for (const step of steps) {
      const found = files.map((file) => [file, step(file)] as const).filter(([, list]) => list.length > 0);
      if (found.length > 0) {
        return new Map(found);
      }
    }
    return new Map();
  }

  private isEntry(declaration: ts.FunctionDeclaration, checker: ts.TypeChecker): boolean {
    const file = declaration.getSourceFile();
    return [...(this.entries.get(file.fileName) ?? [])].some(
      (name) => exportedFunctions(checker, file).get(name) === declaration,
    );
  }

  /** A name that stands nowhere. */
  private name(kind: string, files: readonly ts.SourceFile[]): string {
    this.names += 1;
    const name = `${kind}_${String(this.names)}`;
    return files.some(({ text }) => text.includes(name)) ? this.name(kind, files) : name;
  }

  /** The names that stand for outcomes, in the first line for every other to keep its number. */
  private head(file: ts.SourceFile, reader: ThrowReader): readonly Insertion[] {
    const [first] = file.statements;
    const isConcerned =
      reader.triesIn(file).some((node) => reader.hindranceOf(node) === undefined) || reader.isConcerned(file);
    if (first === undefined || this.imported.has(file.fileName) || !isConcerned) {
      return [];
    }
    this.imported.add(file.fileName);
    return [at(file, first.getStart(), `import { ${NAMES} } from ${JSON.stringify(this.internal)}; `)];
  }
}

/** Names that hold what was caught, typed as such in their file. */
function toldHolders(holders: ReadonlyMap<Holder, boolean>, file: ts.SourceFile): readonly Insertion[] {
  return [...holders]
    .filter(([holder]) => holder.getSourceFile() === file && !isCaughtType(holder.type?.getText()))
    .flatMap(([holder, isUntold]) => {
      const [told, untold] = ts.isParameter(holder)
        ? [CAUGHT.told, CAUGHT.untold]
        : [CAUGHT.toldOrNone, CAUGHT.untoldOrNone];
      const name = isUntold ? untold : told;
      const { type } = holder;
      return type === undefined
        ? [at(file, holder.name.end, `: ${name}`)]
        : [at(file, type.getStart(), `${name}/*`), at(file, type.end, "*/")];
    });
}

/** The innermost `try` statements of a file, as blocks. */
function plainTries(
  file: ts.SourceFile,
  reader: ThrowReader,
  checker: ts.TypeChecker,
  name: (kind: string) => string,
  errors: () => readonly ts.Diagnostic[],
): readonly Insertion[] {
  const tries = reader.triesIn(file);
  const isInner = (node: ts.TryStatement): boolean =>
    !tries.some((other) => other !== node && node.pos <= other.pos && other.end <= node.end);
  // Written anew one after another: what is put before two of them may be at one place.
  const node = tries.find((one) => isInner(one) && reader.hindranceOf(one) === undefined);
  return node === undefined ? [] : plainTry(node, checker, reader.isUntoldIn(node), name, errors);
}
