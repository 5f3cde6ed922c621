/** The program with its functions made plain and the reads marked that need a check. */
import type ts from "typescript";
import { quoteAuthor } from "../diagnostics/authors-text.ts";
import { createSkillProgram, type ProgramInput, sdkModulesOf } from "../program.ts";
import { connectedFiles } from "./connected-files.ts";
import { EditedSources, type Insertion } from "./edited-sources.ts";
import { givenBack } from "./given-back.ts";
import { marksOf } from "./mark-reads.ts";
import { plainCalls } from "./plain-calls.ts";
import { plainDates } from "./plain-dates.ts";
import { plainExpressions } from "./plain-expressions.ts";
import { plainFunctions } from "./plain-functions.ts";
import { plainQueries } from "./plain-queries.ts";
import { promisedFunctions } from "./promised-functions.ts";
import { shrinkingLists } from "./shrinking-lists.ts";
import { PlainThrows } from "./throws/index.ts";

/** A mark may uncover what stood behind the first error of an expression; more rounds than this nobody's program takes. */
const ROUNDS = 60;

/** A program that is parsed, and what was put into its sources. */
interface CheckedProgram {
  readonly builder: ts.SemanticDiagnosticsBuilderProgram;
  readonly edits: EditedSources;
}

/** Files that import each other, as they are read from one look at the program to the next. */
interface Group {
  readonly files: ReadonlySet<string>;
  readonly throws: PlainThrows;
  /** Has a look at them found nothing more? */
  isDone: boolean;
}

/** Parses the program, marks reads until TypeScript finds nothing more that a mark mends. */
export function createCheckedProgram(
  input: ProgramInput,
  isAuthors: (fileName: string) => boolean,
  entries: ReadonlyMap<string, ReadonlySet<string>>,
): CheckedProgram {
  const edits = new EditedSources();
  const [, internal = ""] = sdkModulesOf(input.sources.sdkEntry);
  let builder = createSkillProgram(input);
  const checker = builder.getProgram().getTypeChecker();
  const groups = connectedFiles(authorsFiles(builder, isAuthors), checker).map((files): Group => ({
    files,
    throws: new PlainThrows(internal, entries),
    isDone: false,
  }));
  for (
    let round = 0;
    round < ROUNDS && markProgram(builder, edits, authorsFiles(builder, isAuthors), groups, internal);
    round += 1
  ) {
    const overlay = new Map([...(input.overlay ?? []), ...edits.texts]);
    builder = createSkillProgram({ ...input, overlay, previous: builder });
  }
  for (const file of builder.getSourceFiles().filter(({ fileName }) => edits.texts.has(fileName))) {
    quoteAuthor(file, (from, to) => edits.writtenBetween(file.fileName, from, to));
  }
  return { builder, edits };
}

function authorsFiles(
  builder: ts.SemanticDiagnosticsBuilderProgram,
  isAuthors: (fileName: string) => boolean,
): readonly ts.SourceFile[] {
  return builder.getSourceFiles().filter((file) => !file.isDeclarationFile && isAuthors(file.fileName));
}

/** What is put into a file for it to be written with plain forms: one kind at a time, since each moves the others. */
function plainForms(file: ts.SourceFile, checker: ts.TypeChecker, internal: string): readonly Insertion[] {
  for (const look of [
    promisedFunctions,
    plainFunctions,
    plainDates,
    plainQueries,
    plainExpressions,
    plainCalls,
    shrinkingLists,
  ]) {
    const insertions = look(file, checker, internal);
    if (insertions.length > 0) {
      return insertions;
    }
  }
  return [];
}

/** Marks what one look at the program shows; true when there was anything. */
function markProgram(
  builder: ts.SemanticDiagnosticsBuilderProgram,
  edits: EditedSources,
  authors: readonly ts.SourceFile[],
  groups: readonly Group[],
  internal: string,
): boolean {
  for (const group of groups.filter(({ isDone }) => !isDone)) {
    const files = authors
      .filter(({ fileName }) => group.files.has(fileName))
      .filter((file) => builder.getSyntacticDiagnostics(file).length === 0);
    group.isDone = !markGroup(builder, edits, files, group.throws, internal);
  }
  return groups.some(({ isDone }) => !isDone);
}

function markGroup(
  builder: ts.SemanticDiagnosticsBuilderProgram,
  edits: EditedSources,
  files: readonly ts.SourceFile[],
  throws: PlainThrows,
  internal: string,
): boolean {
  const checker = builder.getProgram().getTypeChecker();
  const insert = (found: ReadonlyMap<ts.SourceFile, readonly Insertion[]>): boolean => {
    found.forEach((insertions, file) => {
      edits.insert(file.fileName, file.text, insertions);
    });
    return found.size > 0;
  };
  const each = (look: (file: ts.SourceFile) => readonly Insertion[]): boolean =>
    insert(new Map(files.map((file) => [file, look(file)] as const).filter(([, found]) => found.length > 0)));
  // What is written anew is looked at again before anything in it is marked.
  return (
    // Functions and their calls, in whatever file, at once.
    insert(givenBack(files, checker, internal)) ||
    each((file) => plainForms(file, checker, internal)) ||
    insert(throws.insertions(files, checker)) ||
    each((file) => marksOf(file, builder.getSemanticDiagnostics(file), checker))
  );
}
