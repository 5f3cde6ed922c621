/** The program with its functions made plain and the reads marked that need a check. */
import type ts from "typescript";
import { quoteAuthor } from "../diagnostics/authors-text.ts";
import { createSkillProgram, type ProgramInput, sdkModulesOf } from "../program.ts";
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

/** A mark may uncover what stood behind the first error of an expression; more rounds than this nobody's program takes. */
const ROUNDS = 40;

/** A program that is parsed, and what was put into its sources. */
interface CheckedProgram {
  readonly builder: ts.SemanticDiagnosticsBuilderProgram;
  readonly edits: EditedSources;
}

/** Parses the program, marks reads until TypeScript finds nothing more that a mark mends. */
export function createCheckedProgram(
  input: ProgramInput,
  isAuthors: (fileName: string) => boolean,
): CheckedProgram {
  const edits = new EditedSources();
  const [, internal = ""] = sdkModulesOf(input.sources.sdkEntry);
  let builder = createSkillProgram(input);
  for (let round = 0; round < ROUNDS && markProgram(builder, edits, isAuthors, internal); round += 1) {
    const overlay = new Map([...(input.overlay ?? []), ...edits.texts]);
    builder = createSkillProgram({ ...input, overlay, previous: builder });
  }
  for (const file of builder.getSourceFiles().filter(({ fileName }) => edits.texts.has(fileName))) {
    quoteAuthor(file, (from, to) => edits.writtenBetween(file.fileName, from, to));
  }
  return { builder, edits };
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
  isAuthors: (fileName: string) => boolean,
  internal: string,
): boolean {
  const checker = builder.getProgram().getTypeChecker();
  const files = builder
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && isAuthors(file.fileName));
  const parsed = files.filter((file) => builder.getSyntacticDiagnostics(file).length === 0);
  // Functions and their calls, in whatever file, at once.
  const given = givenBack(parsed, checker, internal);
  let marked = false;
  for (const file of parsed) {
    // What is written anew is looked at again before anything in it is marked.
    const plain = given.get(file) ?? plainForms(file, checker, internal);
    const marks = plain.length > 0 ? plain : marksOf(file, builder.getSemanticDiagnostics(file), checker);
    if (marks.length > 0) {
      edits.insert(file.fileName, file.text, marks);
      marked = true;
    }
  }
  return marked;
}
