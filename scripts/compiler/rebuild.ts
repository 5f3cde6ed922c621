/** What one compilation leaves for the next, so that a changed handler costs only what depends on it. */
import ts from "typescript";
import type { CompiledFlow } from "../model/types.ts";

/** A flow as it was compiled, and the parsed files it was compiled from. */
export interface KnownFlow {
  readonly key: string;
  readonly files: ReadonlySet<ts.SourceFile>;
  readonly compiled: CompiledFlow;
}

/** Handed from one compilation to the next; the insides are the compiler's own. */
export interface CompileState {
  readonly builder: ts.SemanticDiagnosticsBuilderProgram;
  readonly flows: ReadonlyMap<string, KnownFlow>;
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

/** A file and everything it imports, directly or through others. */
export function reachableFiles(
  program: ts.Program,
  checker: ts.TypeChecker,
  roots: readonly string[],
): ReadonlySet<ts.SourceFile> {
  const found = new Set<ts.SourceFile>();
  const visit = (file: ts.SourceFile | undefined): void => {
    if (file === undefined || file.isDeclarationFile || found.has(file)) {
      return;
    }
    found.add(file);
    for (const statement of file.statements) {
      const specifier =
        ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)
          ? statement.moduleSpecifier
          : undefined;
      const symbol = specifier === undefined ? undefined : checker.getSymbolAtLocation(specifier);
      symbol?.declarations?.forEach((declaration) => {
        visit(declaration.getSourceFile());
      });
    }
  };
  roots.forEach((root) => {
    visit(program.getSourceFile(root));
  });
  return found;
}
