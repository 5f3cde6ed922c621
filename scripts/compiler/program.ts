/** The TypeScript program all skills are compiled from: one parse and one type check for everything. */
import path from "node:path";
import ts from "typescript";

/** The settings skills are checked with; stricter than most, because the compiler relies on the types. */
export const skillOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
};

/** What a program is made from. */
export interface ProgramInput {
  /** Absolute folder of the project; file names in diagnostics are relative to it. */
  readonly rootDir: string;
  /** Absolute names of the files to start from. */
  readonly files: readonly string[];
  /** Texts that replace or add to files on disk, by absolute name. */
  readonly overlay?: ReadonlyMap<string, string>;
  /** The program of the build before, reused where files are unchanged. */
  readonly previous?: ts.Program;
}

const parsedLibraries = new Map<string, ts.SourceFile>();

/** Parses and binds the program. Type checking happens as the compiler asks. */
export function createSkillProgram(input: ProgramInput): ts.Program {
  const overlay = input.overlay ?? new Map<string, string>();
  const host = ts.createCompilerHost(skillOptions, true);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getCurrentDirectory = () => input.rootDir;
  host.readFile = (fileName) => overlay.get(fileName) ?? readFile(fileName);
  const folders = new Set([...overlay.keys()].flatMap(foldersOf));
  const directoryExists = host.directoryExists?.bind(host);
  host.directoryExists = (folder) => folders.has(folder) || (directoryExists?.(folder) ?? false);
  host.fileExists = (fileName) => overlay.has(fileName) || fileExists(fileName);
  host.getSourceFile = (fileName, languageVersion, onError, shouldCreate) => {
    const text = overlay.get(fileName);
    if (text !== undefined) {
      const before = input.previous?.getSourceFile(fileName);
      return before?.text === text ? before : ts.createSourceFile(fileName, text, languageVersion, true);
    }
    if (!fileName.includes("/node_modules/typescript/lib/")) {
      const fresh = getSourceFile(fileName, languageVersion, onError, shouldCreate);
      const before = input.previous?.getSourceFile(fileName);
      return before !== undefined && before.text === fresh?.text ? before : fresh;
    }
    const known =
      parsedLibraries.get(fileName) ?? getSourceFile(fileName, languageVersion, onError, shouldCreate);
    if (known !== undefined) {
      parsedLibraries.set(fileName, known);
    }
    return known;
  };
  return ts.createProgram({
    rootNames: [...input.files],
    options: skillOptions,
    host,
    ...(input.previous === undefined ? {} : { oldProgram: input.previous }),
  });
}

/** The folders a file is in, from its own outwards. */
function foldersOf(fileName: string): string[] {
  const folder = path.dirname(fileName);
  return folder === fileName ? [] : [folder, ...foldersOf(folder)];
}

/** A function that makes file names relative to the project root, with `/`. */
export function relativeTo(rootDir: string): (fileName: string) => string {
  return (fileName) => path.relative(rootDir, fileName).split(path.sep).join("/");
}
