/** What one compilation leaves for the next, so that a changed handler costs only what depends on it. */
import type ts from "typescript";
import type { CompiledFlow } from "../model/types.ts";
import type { Absences } from "./analysis/absent/left-out.ts";
import { importedBy } from "./analysis/imports.ts";
import type { DecimalFiles } from "./analysis/program-view.ts";
import { PieceStore } from "./flow/piece-store.ts";
import type { SkillPrinter } from "./nsl/skill-printer.ts";
import type { Readings } from "./reads/readings.ts";

/** A flow as it was compiled, and the parsed files it was compiled from. */
export interface KnownFlow {
  readonly key: string;
  readonly files: ReadonlySet<ts.SourceFile>;
  readonly compiled: CompiledFlow;
}

/** Handed from one compilation to the next; the insides are the compiler's own. */
export interface CompileState {
  readonly builder: ts.SemanticDiagnosticsBuilderProgram;
  readonly readings: Readings;
  readonly flows: ReadonlyMap<string, KnownFlow>;
  readonly pieces: PieceStore;
  readonly printer: SkillPrinter;
  /** Files whose numbers could be decimals. */
  readonly decimals: DecimalFiles;
  /** Where undefined was kept under a name. */
  readonly absences: ReadonlyMap<ts.SourceFile, Absences>;
}

/**
 * The pieces of the build before that still hold: those of functions whose file, and everything it imports, is
 * as it was. The files of the runtime go into every skill; when one of them changed nothing holds.
 */
export function unchangedPieces(
  state: CompileState | undefined,
  program: ts.Program,
  imports: ImportGraph,
  common: readonly string[],
  { decimals, absences }: Pick<CompileState, "decimals" | "absences">,
): PieceStore {
  if (state === undefined) {
    return new PieceStore();
  }
  const before = state.builder.getProgram();
  const isSame = (file: ts.SourceFile): boolean => before.getSourceFile(file.fileName) === file;
  const hold = (fileNames: readonly string[]): boolean =>
    [...imports.reachable(fileNames)].every((file) => isSame(file));
  if (!hold(common)) {
    return new PieceStore();
  }
  const known = new Map<ts.SourceFile, boolean>();
  return state.pieces.of((file) => {
    const answer =
      known.get(file) ??
      (program.getSourceFile(file.fileName) === file &&
        hold([file.fileName]) &&
        state.decimals.get(file) === decimals.get(file) &&
        state.absences.get(file)?.key === absences.get(file)?.key);
    known.set(file, answer);
    return answer;
  });
}

/** The flow as it was, when nothing it was made from has changed. */
export function unchangedFlow(
  state: CompileState | undefined,
  idn: string,
  key: string,
  files: ReadonlySet<ts.SourceFile>,
): CompiledFlow | undefined {
  const known = state?.flows.get(idn);
  return known?.key === key && sameMembers(known.files, files) ? known.compiled : undefined;
}

/** Files are parsed anew only when their text changed, so the same object means the same text. */
function sameMembers(a: ReadonlySet<ts.SourceFile>, b: ReadonlySet<ts.SourceFile>): boolean {
  return a.size === b.size && [...a].every((file) => b.has(file));
}

/** Which files of a program import which. */
export class ImportGraph {
  private readonly imports = new Map<ts.SourceFile, readonly ts.SourceFile[]>();

  constructor(
    private readonly program: ts.Program,
    private readonly checker: ts.TypeChecker,
  ) {}

  /** Files, by name, and everything they import, directly or through others. */
  reachable(fileNames: readonly string[]): ReadonlySet<ts.SourceFile> {
    const found = new Set<ts.SourceFile>();
    const visit = (file: ts.SourceFile | undefined): void => {
      if (file === undefined || file.isDeclarationFile || found.has(file)) {
        return;
      }
      found.add(file);
      this.importsOf(file).forEach(visit);
    };
    fileNames.forEach((fileName) => {
      visit(this.program.getSourceFile(fileName));
    });
    return found;
  }

  private importsOf(file: ts.SourceFile): readonly ts.SourceFile[] {
    const known = this.imports.get(file);
    if (known !== undefined) {
      return known;
    }
    const found = importedBy(file, this.checker);
    this.imports.set(file, found);
    return found;
  }
}
