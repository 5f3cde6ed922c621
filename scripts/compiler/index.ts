/** @module The compiler: exported TypeScript handlers in, NSL skills and diagnostics out. */
import path from "node:path";
import ts from "typescript";
import type { CompiledFlow, Problem } from "../model/types.ts";
import { absencesOf } from "./analysis/absent/left-out.ts";
import { CallGraph } from "./analysis/call-graph.ts";
import { decimalFiles } from "./analysis/decimal-files.ts";
import { FunctionValues } from "./analysis/function-values.ts";
import { exportedFunctions } from "./analysis/functions.ts";
import { Sdk } from "./analysis/sdk.ts";
import { isDigits } from "./builtins/known-texts.ts";
import { personaMembers } from "./builtins/platform.ts";
import type { RuntimeFunctions } from "./context/flow-scope.ts";
import { catalogue } from "./diagnostics/catalogue.ts";
import { Reporter } from "./diagnostics/report.ts";
import { type CompilerServices, FlowCompiler } from "./flow/flow-compiler.ts";
import { PieceStore } from "./flow/piece-store.ts";
import { driverIdn, promptSkillIdn } from "./flow/skill-idns.ts";
import { language } from "./language.ts";
import { checkModuleLevel } from "./module-level.ts";
import { conservativeDialect, type Dialect } from "./nsl/dialect.ts";
import { SkillPrinter } from "./nsl/skill-printer.ts";
import {
  allPasses,
  type CallProfile,
  optimise,
  type OptimiseOptions,
  type PassName,
} from "./optimise/index.ts";
import type { SourceRoot } from "../project/index.ts";
import { relativeTo, sdkModulesOf } from "./program.ts";
import { createCheckedProgram } from "./reads/checked-program.ts";
import { connectedFiles } from "./reads/connected-files.ts";
import { type CompileState, ImportGraph, type KnownFlow, unchangedFlow, unchangedPieces } from "./rebuild.ts";
import { rememberingChecker } from "./remembering-checker.ts";

export { constantSkill } from "./constant-skill.ts";
export { type CallProfile, countedSite, type PassName } from "./optimise/index.ts";
export type { CompileState } from "./rebuild.ts";

/** A handler: an exported function of a file. */
interface HandlerSource {
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
  /** Where the project is, and its SDK, whose `internal.ts` stands beside the entry; file names in diagnostics are relative to the root. */
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
  /** Passes of the optimiser that are left out; none when not given. */
  readonly withoutPasses?: ReadonlySet<PassName>;
  /** How often each place of a flow was reached, by the idn of the flow; none when not known. */
  readonly profile?: CallProfile;
  /** Compiles for measuring a profile: no pass, but a skill at each place that counts how often it is reached. */
  readonly isCounted?: boolean;
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

/** Names of the functions of the SDK that the compiler itself calls for. */
const LIBRARY_FUNCTIONS = [
  "parseJson",
  "orderedKeys",
  "readDecimal",
  "readInteger",
  "readJson",
  "readLeadingDecimal",
  "readLeadingInteger",
  "readNumber",
] as const;

/** Compiles flows. All problems are collected; with an error no flow is given. */
export function compileFlows(input: CompileInput): CompileOutput {
  const relative = relativeTo(input.sources.root);
  const reporter = new Reporter(relative);
  const dialect = input.dialect ?? conservativeDialect;
  const previous =
    JSON.stringify(input.previous?.printer.dialect) === JSON.stringify(dialect) ? input.previous : undefined;
  const printer = previous?.printer ?? new SkillPrinter(relative, dialect);
  const handlerFiles = input.flows.flatMap((flow) => flow.handlers.map((handler) => handler.file));
  const sdkModules = sdkModulesOf(input.sources.sdkEntry);
  const common = [input.runtimeFile, ...sdkModules];
  const sdkFolder = path.dirname(input.sources.sdkEntry);
  const { builder, readings } = createCheckedProgram(
    {
      sources: input.sources,
      files: [...new Set([...common, ...handlerFiles])],
      ...(input.overlay === undefined ? {} : { overlay: input.overlay }),
      ...(previous === undefined ? {} : { previous: previous.builder }),
      onDeep: (fileName, text, place) => {
        reporter.ofText(fileName, text, place, "tooDeep", place.limit);
      },
    },
    (fileName) => path.dirname(fileName) !== sdkFolder,
    handlerNames(input.flows),
    previous?.readings,
  );
  reporter.edits = readings.edits;
  const program = builder.getProgram();
  const checker = rememberingChecker(program.getTypeChecker());
  // Errors of types alone: the rest is looked through as well, for an author to see all at once.
  const isDoubtful = reporter.problems.length === 0 && reportTypeScript(builder, reporter);
  const runtime = findRuntime(program, checker, input.runtimeFile, sdkModules, reporter);
  const imports = new ImportGraph(program, checker);
  const isOwn = ({ fileName }: ts.SourceFile): boolean =>
    path.dirname(fileName) === sdkFolder || fileName === input.runtimeFile;
  const written = program.getSourceFiles().filter((file) => !file.isDeclarationFile);
  const authors = written.filter((file) => !isOwn(file));
  const decimals = decimalFiles(authors, imports, checker, (text) => isDigits(text, { checker }));
  const absences = absencesOf(
    connectedFiles(authors, checker).map((names) => authors.filter(({ fileName }) => names.has(fileName))),
    checker,
  );
  const pieces = unchangedPieces(previous, program, imports, common, { decimals, absences });
  const state = {
    builder,
    readings,
    flows: previous?.flows ?? new Map<string, KnownFlow>(),
    pieces,
    printer,
    decimals,
    absences,
  };
  if (runtime === null || (!isDoubtful && reporter.problems.length > 0)) {
    return { flows: [], problems: reporter.problems, state };
  }
  written.forEach((file) => {
    checkModuleLevel(file, checker, reporter);
  });
  const sdk = new Sdk(checker, filesOf(program, sdkModules), Object.values(runtime));
  const services = { checker, reporter, sdk, decimals, absences, language, runtime, pieces };
  const known: [string, KnownFlow][] = input.flows.map((flow) => {
    const files = imports.reachable([...common, ...flow.handlers.map((handler) => handler.file)]);
    const options = optimiseOptions(input, flow.idn);
    const { off = [], counts = [], isCounted } = options;
    const counting = [...files]
      .map((file) => [file.fileName, decimals.get(file)])
      .filter(([, kind]) => kind !== undefined);
    const keeping = [...files].map((file) => absences.get(file)?.key).filter((text) => text !== undefined);
    const key = JSON.stringify([flow.handlers, [...off], [...counts], isCounted, counting, ...keeping]);
    // A function in a table of another flow's is none that this one may call.
    const inFlow = (): CompilerServices => ({
      ...services,
      graph: new CallGraph(checker, personaMembers, new FunctionValues(checker, [...files])),
    });
    const compiled =
      unchangedFlow(previous, flow.idn, key, files) ??
      (isDoubtful
        ? lookThrough(flow, program, inFlow(), printer)
        : compileFlow(flow, program, inFlow(), printer, options));
    return [flow.idn, { key, files, compiled }];
  });
  const { problems } = reporter;
  return {
    flows: problems.length > 0 ? [] : known.map(([, flow]) => flow.compiled),
    problems,
    // What was looked through in spite of an error may have holes that nobody was told of.
    state: isDoubtful
      ? { ...state, pieces: new PieceStore() }
      : problems.length > 0
        ? state
        : { ...state, flows: new Map(known) },
  };
}

/** The names of the handlers, by file. */
function handlerNames(flows: readonly FlowSource[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { name, file } of flows.flatMap(({ handlers }) => handlers)) {
    found.set(file, (found.get(file) ?? new Set()).add(name));
  }
  return found;
}

function optimiseOptions({ withoutPasses, profile, isCounted }: CompileInput, flow: string): OptimiseOptions {
  const counts = profile?.get(flow);
  return {
    ...(withoutPasses === undefined ? {} : { off: withoutPasses }),
    ...(counts === undefined ? {} : { counts }),
    ...(isCounted === undefined ? {} : { isCounted }),
  };
}

/** Compiles a flow. What is nested deeper than anyone foresaw is reported where the flow begins. */
function compileFlow(
  flow: FlowSource,
  program: ts.Program,
  services: CompilerServices,
  printer: SkillPrinter,
  options: OptimiseOptions,
): CompiledFlow {
  try {
    return compileHandlers(flow, program, services, printer, options);
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) {
      throw thrown;
    }
    const [handler] = flow.handlers;
    const file = handler === undefined ? undefined : program.getSourceFile(handler.file);
    services.reporter.ofFile(file, "tooDeep", "the compiler itself cannot follow");
    return { idn: flow.idn, skills: [], entrySkills: {}, resultSkillIdn: null };
  }
}

function compileHandlers(
  flow: FlowSource,
  program: ts.Program,
  services: CompilerServices,
  printer: SkillPrinter,
  options: OptimiseOptions,
): CompiledFlow {
  const handlers = flow.handlers.flatMap((handler) => {
    const file = program.getSourceFile(handler.file);
    const found =
      file === undefined ? undefined : exportedFunctions(services.checker, file).get(handler.name);
    if (found === undefined) {
      services.reporter.ofFile(file, "missingExport", handler.name);
    }
    return found === undefined ? [] : [found];
  });
  const skills = new FlowCompiler({ idn: flow.idn, handlers }, services).compile();
  // With a problem the trees may hold holes; they are not for printing.
  if (services.reporter.problems.length > 0) {
    return { idn: flow.idn, skills: [], entrySkills: {}, resultSkillIdn: null };
  }
  const tree = {
    skills: new Map(skills.skills.map((skill) => [skill.idn, skill])),
    roots: [
      ...skills.entrySkills.values(),
      ...(skills.resultSkillIdn === null ? [] : [skills.resultSkillIdn]),
    ],
    kept: new Set([driverIdn, promptSkillIdn]),
    driver: driverIdn,
  };
  return {
    idn: flow.idn,
    skills: optimise(tree, options).map((skill) => printer.print(skill)),
    entrySkills: Object.fromEntries(skills.entrySkills),
    resultSkillIdn: skills.resultSkillIdn,
  };
}

/** Looks for further problems of a flow that TypeScript finds fault with. What is no sound program may lead anywhere. */
function lookThrough(
  flow: FlowSource,
  program: ts.Program,
  services: CompilerServices,
  printer: SkillPrinter,
): CompiledFlow {
  try {
    return compileHandlers(flow, program, services, printer, { off: allPasses });
  } catch {
    return { idn: flow.idn, skills: [], entrySkills: {}, resultSkillIdn: null };
  }
}

/** The functions every flow may need, out of the exports of the runtime and of the SDK. */
function findRuntime(
  program: ts.Program,
  checker: ts.TypeChecker,
  runtimeFile: string,
  sdkModules: readonly string[],
  reporter: Reporter,
): RuntimeFunctions | null {
  const exportsOf = (fileNames: readonly string[]): ReadonlyMap<string, ts.FunctionDeclaration> =>
    new Map(filesOf(program, fileNames).flatMap((file) => [...exportedFunctions(checker, file)]));
  const [ofRuntime, ofSdk] = [exportsOf([runtimeFile]), exportsOf(sdkModules)];
  const found = [
    ...RUNTIME_FUNCTIONS.map((name) => [name, ofRuntime.get(name)] as const),
    ...LIBRARY_FUNCTIONS.map((name) => [name, ofSdk.get(name)] as const),
  ];
  found
    .filter(([, declaration]) => declaration === undefined)
    .forEach(([name]) => {
      reporter.global("missingExport", name);
    });
  return found.some(([, declaration]) => declaration === undefined)
    ? null
    : (Object.fromEntries(found) as unknown as RuntimeFunctions);
}

function filesOf(program: ts.Program, fileNames: readonly string[]): readonly ts.SourceFile[] {
  return fileNames.flatMap((fileName) => program.getSourceFile(fileName) ?? []);
}

/** Diagnostics that may only follow from a name or a type that TypeScript does not know; 11xx compare types. */
const followsFromTypes = (code: number): boolean =>
  Math.floor(code / 100) === 11 ||
  code === catalogue.anyType.code ||
  code === catalogue.unknownFunction.code ||
  code === catalogue.unknownMethod.code;

/**
 * Reports what TypeScript finds. With an error of types the compiler goes on, to tell of what else is wrong, but says
 * nothing of the statements that have one, and nothing of types. @returns whether there are errors of types and no others
 */
function reportTypeScript(builder: ts.SemanticDiagnosticsBuilderProgram, reporter: Reporter): boolean {
  const wrong = new Set<ts.Node>();
  let isParsed = true;
  for (const file of builder.getSourceFiles()) {
    if (file.isDeclarationFile) {
      continue;
    }
    const unread = builder.getSyntacticDiagnostics(file);
    isParsed &&= unread.length === 0;
    [...unread, ...builder.getSemanticDiagnostics(file)].forEach((diagnostic) => {
      reporter.typescript(diagnostic);
      wrong.add(statementAt(file, diagnostic.start ?? 0));
    });
    for (const match of file.text.matchAll(/@ts-(?:ignore|expect-error|nocheck)/g)) {
      reporter.comment(file, match.index, match[0]);
      isParsed = false;
    }
  }
  if (wrong.size > 0) {
    reporter.follows = (node, code) =>
      followsFromTypes(code) || wrong.has(statementAt(node.getSourceFile(), node.getStart()));
  }
  return wrong.size > 0 && isParsed;
}

/** The innermost statement that a position of a file is in. */
function statementAt(file: ts.SourceFile, position: number): ts.Node {
  let found: ts.Node = file;
  const visit = (node: ts.Node): void => {
    if (node.getFullStart() <= position && position < node.getEnd()) {
      found = ts.isStatement(node) && !ts.isBlock(node) ? node : found;
      ts.forEachChild(node, visit);
    }
  };
  ts.forEachChild(file, visit);
  return found;
}
