/** @module The compiler: exported TypeScript handlers in, NSL skills and diagnostics out. */
import ts from "typescript";
import { Reporter } from "./diagnostics/report.ts";
import { type CompilerServices, FlowCompiler } from "./flow/flow-compiler.ts";
import { conservativeDialect, type Dialect } from "./nsl/dialect.ts";
import { SkillPrinter } from "./nsl/skill-printer.ts";
import type { SourceRoot } from "../project/index.ts";
import { createSkillProgram, relativeTo, sdkFile } from "./program.ts";
import { rememberingChecker } from "./remembering-checker.ts";
import { type CompileState, ImportGraph, type KnownFlow, unchangedFlow, unchangedPieces } from "./rebuild.ts";
import { checkModuleLevel } from "./module-level.ts";
import { CallGraph } from "./transform/functions.ts";
import type { RuntimeFunctions } from "./transform/flow-scope.ts";
import type { CompiledFlow, Problem } from "../model/types.ts";

export type { CompileState } from "./rebuild.ts";

/** A handler: an exported function of a file. */
export interface HandlerSource {
  readonly name: string;
  /** Absolute file name. */
  readonly file: string;
}

/** A flow to compile. */
export interface FlowSource {
  readonly idn: string;
  readonly handlers: readonly HandlerSource[];
}

/** What to compile. */
export interface CompileInput {
  /** Where the project is, and its SDK; file names in diagnostics are relative to its root. */
  readonly sources: SourceRoot;
  readonly flows: readonly FlowSource[];
  /** Absolute name of the file that exports the runtime functions. */
  readonly runtimeFile: string;
  /** Texts that replace or add to files on disk, by absolute name. */
  readonly overlay?: ReadonlyMap<string, string>;
  /** What the build before left, for a faster rebuild. */
  readonly previous?: CompileState;
  /** What the target can do; the conservative dialect when left out. */
  readonly dialect?: Dialect;
}

/** What the compiler gives. With problems there are no flows: nothing half-right leaves it. */
export interface CompileOutput {
  readonly flows: readonly CompiledFlow[];
  readonly problems: readonly Problem[];
  /** For the next build. */
  readonly state: CompileState;
}

/** Names of the functions the state machines run on, in the runtime file. */
const RUNTIME_FUNCTIONS = [
  "currentPersona",
  "sendRequest",
  "takeFrame",
  "readHttpResult",
  "lostFrame",
] as const;

/** Functions of the SDK that the compiler itself calls for, and where they are. */
function libraryFunctions(sources: SourceRoot): readonly (readonly [name: string, file: string])[] {
  return [
    ["parseJson", sdkFile("parse.ts", sources)],
    ["orderedKeys", sdkFile("records.ts", sources)],
  ];
}

/** Compiles flows. All problems are collected; with an error no flow is given. */
export function compileFlows(input: CompileInput): CompileOutput {
  const relative = relativeTo(input.sources.root);
  const reporter = new Reporter(relative);
  const dialect = input.dialect ?? conservativeDialect;
  const previous =
    JSON.stringify(input.previous?.printer.dialect) === JSON.stringify(dialect) ? input.previous : undefined;
  const printer = previous?.printer ?? new SkillPrinter(relative, dialect);
  const handlerFiles = input.flows.flatMap((flow) => flow.handlers.map((handler) => handler.file));
  const library = libraryFunctions(input.sources);
  const common = [input.runtimeFile, ...library.map(([, file]) => file)];
  const builder = createSkillProgram({
    sources: input.sources,
    files: [...new Set([...common, ...handlerFiles])],
    ...(input.overlay === undefined ? {} : { overlay: input.overlay }),
    ...(previous === undefined ? {} : { previous: previous.builder }),
  });
  const program = builder.getProgram();
  const checker = rememberingChecker(program.getTypeChecker());
  reportTypeScript(builder, reporter);
  const wanted = [
    ...RUNTIME_FUNCTIONS.map((functionName) => [functionName, input.runtimeFile] as const),
    ...library,
  ];
  const runtime = findRuntime(program, checker, wanted, reporter);
  const imports = new ImportGraph(program, checker);
  const pieces = unchangedPieces(previous, program, imports, common);
  const state = { builder, flows: previous?.flows ?? new Map<string, KnownFlow>(), pieces, printer };
  if (runtime === null || reporter.problems.length > 0) {
    return { flows: [], problems: reporter.problems, state };
  }
  program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile)
    .forEach((file) => {
      checkModuleLevel(file, checker, reporter);
    });
  const services = { checker, reporter, graph: new CallGraph(checker), runtime, pieces };
  const known: [string, KnownFlow][] = input.flows.map((flow) => {
    const files = imports.reachable([...common, ...flow.handlers.map((handler) => handler.file)]);
    const key = JSON.stringify(flow.handlers);
    const compiled =
      unchangedFlow(previous, flow.idn, key, files) ?? compileFlow(flow, program, services, printer);
    return [flow.idn, { key, files, compiled }];
  });
  const { problems } = reporter;
  return {
    flows: problems.length > 0 ? [] : known.map(([, flow]) => flow.compiled),
    problems,
    state: problems.length > 0 ? state : { ...state, flows: new Map(known) },
  };
}

function compileFlow(
  flow: FlowSource,
  program: ts.Program,
  services: CompilerServices,
  printer: SkillPrinter,
): CompiledFlow {
  const handlers = flow.handlers.flatMap((handler) => {
    const found = exportedFunction(program, services.checker, handler.file, handler.name);
    if (found === undefined) {
      services.reporter.ofFile(program.getSourceFile(handler.file), "missingExport", handler.name);
    }
    return found === undefined ? [] : [found];
  });
  const skills = new FlowCompiler({ idn: flow.idn, handlers }, services).compile();
  // With a problem the trees may hold holes; they are not for printing.
  return services.reporter.problems.length > 0
    ? { idn: flow.idn, skills: [], entrySkills: {}, resultSkillIdn: null }
    : {
        idn: flow.idn,
        skills: skills.skills.map((skill) => printer.print(skill)),
        entrySkills: Object.fromEntries(skills.entrySkills),
        resultSkillIdn: skills.resultSkillIdn,
      };
}

/** The exported function of a file, also when the file only hands it on. */
function exportedFunction(
  program: ts.Program,
  checker: ts.TypeChecker,
  fileName: string,
  exportName: string,
): ts.FunctionDeclaration | undefined {
  const file = program.getSourceFile(fileName);
  const moduleSymbol = file === undefined ? undefined : checker.getSymbolAtLocation(file);
  const exported =
    moduleSymbol === undefined ? undefined : checker.tryGetMemberInModuleExports(exportName, moduleSymbol);
  const symbol =
    exported !== undefined && (exported.flags & ts.SymbolFlags.Alias) !== 0
      ? checker.getAliasedSymbol(exported)
      : exported;
  return symbol?.declarations?.find(
    (declaration): declaration is ts.FunctionDeclaration =>
      ts.isFunctionDeclaration(declaration) && declaration.body !== undefined,
  );
}

function findRuntime(
  program: ts.Program,
  checker: ts.TypeChecker,
  wanted: readonly (readonly [name: string, file: string])[],
  reporter: Reporter,
): RuntimeFunctions | null {
  const found = wanted.map(([functionName, file]) => {
    const declaration = exportedFunction(program, checker, file, functionName);
    if (declaration === undefined) {
      reporter.global("missingExport", functionName);
    }
    return [functionName, declaration] as const;
  });
  return found.some(([, declaration]) => declaration === undefined)
    ? null
    : (Object.fromEntries(found) as unknown as RuntimeFunctions);
}

function reportTypeScript(builder: ts.SemanticDiagnosticsBuilderProgram, reporter: Reporter): void {
  for (const file of builder.getSourceFiles()) {
    if (file.isDeclarationFile) {
      continue;
    }
    [...builder.getSyntacticDiagnostics(file), ...builder.getSemanticDiagnostics(file)].forEach(
      (diagnostic) => {
        reporter.typescript(diagnostic);
      },
    );
    for (const match of file.text.matchAll(/@ts-(?:ignore|expect-error|nocheck)/g)) {
      reporter.comment(file, match.index, match[0]);
    }
  }
}
