/** The program with its functions made plain and the reads marked that need a check. */
import type ts from "typescript";
import { quoteAuthor } from "../diagnostics/authors-text.ts";
import { createSkillProgram, type ProgramInput, sdkModulesOf } from "../program.ts";
import { calledAtOnce } from "./called-at-once.ts";
import { plainClasses } from "./classes/index.ts";
import { computedPatterns } from "./computed-patterns.ts";
import { connectedFiles } from "./connected-files.ts";
import { EditedSources, type Insertion } from "./edited-sources.ts";
import { endedStatements } from "./ended-statements.ts";
import { errorMembers } from "./error-members.ts";
import { filledTables } from "./filled-tables.ts";
import { givenBack } from "./given-back.ts";
import { keptNarrowing } from "./kept-narrowing.ts";
import { liftedArrows } from "./lifted-arrows.ts";
import { marksOf } from "./mark-reads.ts";
import { plainArrows } from "./plain-arrows.ts";
import { plainCalls } from "./plain-calls.ts";
import { plainChanges } from "./plain-changes.ts";
import { plainDates } from "./dates/index.ts";
import { plainExpressions } from "./plain-expressions.ts";
import { plainFunctions } from "./plain-functions.ts";
import { PlainGenerators } from "./plain-generators.ts";
import { plainLabels } from "./plain-labels.ts";
import { plainMethods } from "./plain-methods.ts";
import { plainQueries } from "./plain-queries.ts";
import { promisedFunctions } from "./promised-functions.ts";
import { type Entries, isOf, type Reading, readingOf, Readings } from "./readings.ts";
import { shrinkingLists } from "./shrinking-lists.ts";
import { spareAwaits } from "./spare-awaits.ts";
import { PlainThrows } from "./throws/index.ts";
import { toldEntries } from "./told-entries.ts";
import { toldTypes } from "./told-types.ts";
import { typedParses } from "./typed-parses.ts";
import { writtenInPlace } from "./written-in-place.ts";

/** Each look may uncover what the one before hid; more of them than this nobody's program takes. */
const ROUNDS = 400;

/** A program that is parsed, and what was put into its sources. */
interface CheckedProgram {
  readonly builder: ts.SemanticDiagnosticsBuilderProgram;
  readonly readings: Readings;
}

/** Files that import each other, as they are read from one look at the program to the next. */
interface Group {
  readonly files: ReadonlySet<string>;
  readonly throws: PlainThrows;
  readonly generators: PlainGenerators;
  /** Has a look at them found nothing more? */
  isDone: boolean;
}

/**
 * Parses the program, marks reads until TypeScript finds nothing more that a mark mends.
 *
 * @param before what the build before made of its sources
 */
export function createCheckedProgram(
  input: ProgramInput,
  isAuthors: (fileName: string) => boolean,
  entries: Entries,
  before?: Readings,
): CheckedProgram {
  const edits = new EditedSources();
  const [, internal = ""] = sdkModulesOf(input.sources.sdkEntry);
  const create = (previous = input.previous): ts.SemanticDiagnosticsBuilderProgram => {
    const overlay = new Map([...(input.overlay ?? []), ...edits.texts]);
    return createSkillProgram({ ...input, overlay, ...(previous === undefined ? {} : { previous }) });
  };
  const same = before?.unchanged(input.overlay, entries) ?? new Map<string, Reading>();
  const readBefore = (files: ReadonlySet<string>): Reading | undefined => {
    const reading = same.get([...files][0] ?? "");
    return isOf(reading, files) ? reading : undefined;
  };
  same.forEach((_reading, file) => {
    edits.takeOver(file, before?.edits);
  });
  let builder = create();
  // What is put into files connects them with no others.
  const connected = connectedFiles(authorsFiles(builder, isAuthors), builder.getProgram().getTypeChecker());
  // Files that others are connected with now are read anew, with those.
  const joined = connected.filter((files) => readBefore(files) === undefined);
  if (joined.filter((files) => edits.forget(files)).length > 0) {
    builder = create(builder);
  }
  const groups = connected.map((files): Group => ({
    files,
    throws: new PlainThrows(internal, entries),
    generators: new PlainGenerators(),
    isDone: readBefore(files) !== undefined,
  }));
  const texts = (isWanted: (fileName: string) => boolean): ReadonlyMap<string, string> =>
    new Map(
      builder
        .getSourceFiles()
        .flatMap(({ fileName, text }) => (isWanted(fileName) ? [[fileName, text]] : [])),
    );
  const readings = new Readings(
    edits,
    groups.map(
      ({ files }) =>
        readBefore(files) ??
        readingOf(
          texts((file) => files.has(file)),
          entries,
        ),
    ),
    texts((file) => !file.includes("/node_modules/") && groups.every(({ files }) => !files.has(file))),
  );
  quoteAuthors(builder, edits);
  for (
    let round = 0;
    round < ROUNDS && markProgram(builder, edits, authorsFiles(builder, isAuthors), groups, internal);
    round += 1
  ) {
    builder = create(builder);
    quoteAuthors(builder, edits);
  }
  return { builder, readings };
}

/** Has messages quote what was written before anything was put into its file. */
function quoteAuthors(builder: ts.SemanticDiagnosticsBuilderProgram, edits: EditedSources): void {
  const { texts } = edits;
  for (const file of builder.getSourceFiles().filter(({ fileName }) => texts.has(fileName))) {
    quoteAuthor(file, {
      written: (from, to) => edits.writtenBetween(file.fileName, from, to),
      isInserted: (position) => edits.isInserted(file.fileName, position),
    });
  }
}

function authorsFiles(
  builder: ts.SemanticDiagnosticsBuilderProgram,
  isAuthors: (fileName: string) => boolean,
): readonly ts.SourceFile[] {
  return builder.getSourceFiles().filter((file) => !file.isDeclarationFile && isAuthors(file.fileName));
}

type Look = (file: ts.SourceFile, checker: ts.TypeChecker, internal: string) => readonly Insertion[];

/** How functions are written, and what they are, before it is asked what is in their files. */
const FUNCTIONS: readonly Look[] = [
  calledAtOnce,
  spareAwaits,
  liftedArrows,
  plainMethods,
  writtenInPlace,
  promisedFunctions,
  typedParses,
  plainFunctions,
  filledTables,
  toldTypes,
];

const FORMS: readonly Look[] = [
  computedPatterns,
  plainQueries,
  plainExpressions,
  plainChanges,
  plainCalls,
  shrinkingLists,
];

/** What is put into a file for it to be written with plain forms: one kind at a time, since each moves the others. */
function plainForms(
  looks: readonly Look[],
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  internal: string,
): readonly Insertion[] {
  for (const look of looks) {
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
    group.isDone = !markGroup(builder, edits, files, group, internal);
  }
  return groups.some(({ isDone }) => !isDone);
}

function markGroup(
  builder: ts.SemanticDiagnosticsBuilderProgram,
  edits: EditedSources,
  files: readonly ts.SourceFile[],
  { throws, generators }: Group,
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
    each(endedStatements) ||
    each((file) => plainArrows(file, checker)) ||
    insert(generators.insertions(files, checker)) ||
    insert(plainClasses(files, checker, internal, (file) => builder.getSemanticDiagnostics(file))) ||
    each((file) => errorMembers(file, files, checker)) ||
    each((file) => keptNarrowing(file, checker, () => builder.getSemanticDiagnostics(file))) ||
    each((file) => plainLabels(file, checker, () => builder.getSemanticDiagnostics(file))) ||
    // Functions and their calls, in whatever file, at once.
    insert(givenBack(files, checker, internal)) ||
    each((file) => plainForms(FUNCTIONS, file, checker, internal)) ||
    insert(plainDates(files, checker, internal)) ||
    each((file) => plainForms(FORMS, file, checker, internal)) ||
    insert(throws.insertions(files, checker, (file) => builder.getSemanticDiagnostics(file))) ||
    insert(toldEntries(files, checker)) ||
    each((file) => marksOf(file, builder.getSemanticDiagnostics(file), checker))
  );
}
