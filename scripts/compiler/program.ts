/** The TypeScript program all skills are compiled from: one parse and one type check for everything. */
import { createHash } from "node:crypto";
import path from "node:path";
import ts from "typescript";
import { looseSources, type SourceRoot } from "../project/index.ts";
import { toolkitPackage } from "../toolkit.ts";
import { type DeepPlace, deepPlace } from "./source-depth.ts";

/** What handlers and definitions import the SDK as. */
export const SDK_IMPORT = "#sdk";

/** What a program outside a project may import the SDK as, besides: a part of the toolkit's package. */
export const SDK_MODULE = `${toolkitPackage().name}/sdk`;

/** The absolute name of a file of the SDK. */
export function sdkFile(fileName: string, { sdkEntry }: SourceRoot = looseSources): string {
  return path.join(path.dirname(sdkEntry), fileName);
}

/** The modules of an SDK whose exports the compiler knows: its entry, and what it keeps for generated code. */
export function sdkModulesOf(entry: string): readonly string[] {
  return [entry, path.join(path.dirname(entry), "internal.ts")];
}

/** The settings skills are checked with; stricter than most, because the compiler relies on the types. */
const skillOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts"],
  // Every file is a module, wherever it stands and whatever package file is near it.
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
};

/** What a program is made from. */
export interface ProgramInput {
  /** Where the project is, and its SDK. */
  readonly sources: SourceRoot;
  /** Absolute names of the files to start from. */
  readonly files: readonly string[];
  /** Texts that replace or add to files on disk, by absolute name. */
  readonly overlay?: ReadonlyMap<string, string>;
  /** The program of the build before, reused where files are unchanged. */
  readonly previous?: ts.SemanticDiagnosticsBuilderProgram;
  /** Called with a text that is nested too deeply to be parsed; it is then left out. */
  readonly onDeep?: (fileName: string, text: string, place: DeepPlace) => void;
}

const parsedLibraries = new Map<string, ts.SourceFile>();

/** Parses and binds the program. Type checking happens as the compiler asks, of changed files only. */
export function createSkillProgram(input: ProgramInput): ts.SemanticDiagnosticsBuilderProgram {
  const overlay = input.overlay ?? new Map<string, string>();
  const { root, sdkEntry } = input.sources;
  const options = { ...skillOptions, paths: { [SDK_IMPORT]: [sdkEntry], [SDK_MODULE]: [sdkEntry] } };
  const host = ts.createCompilerHost(options, true);
  // Comments say nothing to the compiler; the libraries consist of them for the greater part.
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseNone;
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getCurrentDirectory = () => root;
  host.readFile = (fileName) => overlay.get(fileName) ?? readFile(fileName);
  const folders = new Set([...overlay.keys()].flatMap(foldersOf));
  const directoryExists = host.directoryExists?.bind(host);
  host.directoryExists = (folder) => folders.has(folder) || (directoryExists?.(folder) ?? false);
  host.fileExists = (fileName) => overlay.has(fileName) || fileExists(fileName);
  const before = input.previous?.getProgram();
  host.getSourceFile = (fileName, languageVersion, onError, shouldCreate) => {
    const known = parsedLibraries.get(fileName);
    if (known !== undefined) {
      return known;
    }
    const text = host.readFile(fileName);
    const earlier = before?.getSourceFile(fileName);
    if (text !== undefined && earlier?.text === text) {
      return earlier;
    }
    const deep = text === undefined || fileName.endsWith(".d.ts") ? null : deepPlace(text);
    if (text !== undefined && deep !== null) {
      input.onDeep?.(fileName, text, deep);
      const nothing = ts.createSourceFile(fileName, "export {};", languageVersion, true);
      return Object.assign(nothing, { version: "deep" });
    }
    const file = overlay.has(fileName)
      ? ts.createSourceFile(fileName, text ?? "", languageVersion, true)
      : getSourceFile(fileName, languageVersion, onError, shouldCreate);
    if (file === undefined) {
      return undefined;
    }
    // The builder tells changed files by their version.
    const versioned = Object.assign(file, { version: createHash("sha256").update(file.text).digest("hex") });
    if (fileName.includes("/node_modules/")) {
      parsedLibraries.set(fileName, versioned);
    }
    return versioned;
  };
  return ts.createSemanticDiagnosticsBuilderProgram([...input.files], options, host, input.previous);
}

/** The folders of a file, so that files that exist only as text can import each other. */
function foldersOf(fileName: string): string[] {
  const folder = path.dirname(fileName);
  return folder === fileName ? [] : [folder, ...foldersOf(folder)];
}

/** A function that makes file names relative to the project root, with `/`. */
export function relativeTo(rootDir: string): (fileName: string) => string {
  return (fileName) => path.relative(rootDir, fileName).split(path.sep).join("/");
}
