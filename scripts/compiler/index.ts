/** @module The compiler: exported TypeScript handlers in, NSL skills and diagnostics out. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { Reporter } from "./diagnostics/report.ts";
import { FlowCompiler, type FlowSkills } from "./flow/flow-compiler.ts";
import { conservativeDialect, type Dialect } from "./nsl/dialect.ts";
import { printSkill } from "./nsl/printer.ts";
import { createSkillProgram, relativeTo } from "./program.ts";
import { CallGraph } from "./transform/functions.ts";
import type { RuntimeFunctions } from "./transform/flow-scope.ts";
import type { CompiledFlow, CompiledSkill, Problem } from "../model/types.ts";

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
  readonly rootDir: string;
  readonly flows: readonly FlowSource[];
  /** Absolute name of the file that exports the runtime functions. */
  readonly runtimeFile: string;
  /** Texts that replace or add to files on disk, by absolute name. */
  readonly overlay?: ReadonlyMap<string, string>;
  /** The program of the build before, for a faster rebuild. */
  readonly previous?: ts.Program;
  /** What the target can do; the conservative dialect when left out. */
  readonly dialect?: Dialect;
}

/** What the compiler gives. With problems there are no flows: nothing half-right leaves it. */
export interface CompileOutput {
  readonly flows: readonly CompiledFlow[];
  readonly problems: readonly Problem[];
  /** For the next build. */
  readonly program: ts.Program;
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
const LIBRARY_FUNCTIONS = [
  ["parseJson", sdkFile("parse.ts")],
  ["orderedKeys", sdkFile("records.ts")],
] as const;

function sdkFile(fileName: string): string {
  return fileURLToPath(new URL(`../../module/sdk/${fileName}`, import.meta.url));
}

/** Compiles flows. All problems are collected; with an error no flow is given. */
export function compileFlows(input: CompileInput): CompileOutput {
  const relative = relativeTo(input.rootDir);
  const reporter = new Reporter(relative);
  const handlerFiles = input.flows.flatMap((flow) => flow.handlers.map((handler) => handler.file));
  const program = createSkillProgram({
    rootDir: input.rootDir,
    files: [...new Set([input.runtimeFile, ...LIBRARY_FUNCTIONS.map(([, file]) => file), ...handlerFiles])],
    ...(input.overlay === undefined ? {} : { overlay: input.overlay }),
    ...(input.previous === undefined ? {} : { previous: input.previous }),
  });
  const checker = program.getTypeChecker();
  reportTypeScript(program, reporter);
  const runtime = findRuntime(program, checker, input.runtimeFile, reporter);
  if (runtime === null || reporter.problems.length > 0) {
    return { flows: [], problems: reporter.problems, program };
  }
  const services = { checker, reporter, graph: new CallGraph(checker), runtime };
  const compiled = input.flows.map((flow) => {
    const handlers = flow.handlers.flatMap((handler) => {
      const found = exportedFunction(program, checker, handler.file, handler.name);
      if (found === undefined) {
        reporter.global("missingExport", handler.name);
      }
      return found === undefined ? [] : [found];
    });
    return { idn: flow.idn, skills: new FlowCompiler({ idn: flow.idn, handlers }, services).compile() };
  });
  const { problems } = reporter;
  return {
    flows:
      problems.length > 0
        ? []
        : compiled.map(({ idn, skills }) =>
            printFlow(idn, skills, input.rootDir, input.dialect ?? conservativeDialect),
          ),
    problems,
    program,
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
  runtimeFile: string,
  reporter: Reporter,
): RuntimeFunctions | null {
  const wanted = [
    ...RUNTIME_FUNCTIONS.map((functionName) => [functionName, runtimeFile] as const),
    ...LIBRARY_FUNCTIONS,
  ];
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

function reportTypeScript(program: ts.Program, reporter: Reporter): void {
  for (const file of program.getSourceFiles()) {
    if (file.isDeclarationFile) {
      continue;
    }
    [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].forEach(
      (diagnostic) => {
        reporter.typescript(diagnostic);
      },
    );
    for (const match of file.text.matchAll(/@ts-(?:ignore|expect-error|nocheck)/g)) {
      reporter.comment(file, match.index, match[0]);
    }
  }
}

function printFlow(idn: string, flow: FlowSkills, rootDir: string, dialect: Dialect): CompiledFlow {
  const locate = (node: ts.Node): { file: string; line: number; column: number } => {
    const file = node.getSourceFile();
    const place = file.getLineAndCharacterOfPosition(node.getStart(file));
    return {
      file: path.relative(rootDir, file.fileName).split(path.sep).join("/"),
      line: place.line + 1,
      column: place.character + 1,
    };
  };
  const skills: CompiledSkill[] = flow.skills.map((skill) => ({
    idn: skill.idn,
    parameters: skill.parameters,
    ...printSkill(skill, locate, dialect),
  }));
  return {
    idn,
    skills,
    entrySkills: Object.fromEntries(flow.entrySkills),
    resultSkillIdn: flow.resultSkillIdn,
  };
}
